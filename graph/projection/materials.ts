import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import type { Rule } from "#graph/schema/records/rule.ts";

/** A name under which records speak of a material, and the codes they give it; none where no code fits. */
export interface MaterialName {
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly codes: readonly string[];
  /** Exchanges, listings and rules that carry the name. */
  readonly records: number;
}

/** What a page about one material speaks of: an entry of the code list with those below it, or a name on records. */
export interface Material {
  /** The code, or the name where no code has it. */
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly resource: Resource | null;
  /** A code and the codes below it; of a name: the codes its records give it. */
  readonly codes: readonly string[];
}

interface Mention {
  readonly nameZh: string;
  readonly nameEn: string | null;
  readonly codes: readonly string[];
}

export const mentionOfExchange = ({ resourceZh, resourceEn, resourceCode }: Exchange): Mention => ({
  nameZh: resourceZh,
  nameEn: resourceEn,
  codes: resourceCode === null ? [] : [resourceCode],
});

export const mentionOfListing = ({ resourceZh, resourceEn, resourceCodes }: Listing): Mention => ({
  nameZh: resourceZh,
  nameEn: resourceEn,
  codes: resourceCodes,
});

export const mentionOfRule = ({ wasteZh, wasteEn, resourceCodes }: Rule): Mention => ({
  nameZh: wasteZh,
  nameEn: wasteEn,
  codes: resourceCodes,
});

function* mentionsIn({ exchanges, listings, rules }: Network): Generator<Mention> {
  for (const exchange of exchanges) yield mentionOfExchange(exchange);
  for (const listing of listings) yield mentionOfListing(listing);
  for (const rule of rules) yield mentionOfRule(rule);
}

/** Every name of a material that stands on a record, in the order in which records first carry it. */
export function materialNames(network: Network): ReadonlyMap<string, MaterialName> {
  const names = new Map<string, { nameEn: string | null; codes: Set<string>; records: number }>();
  for (const { nameZh, nameEn, codes } of mentionsIn(network)) {
    const known = names.get(nameZh);
    if (known === undefined) {
      names.set(nameZh, { nameEn, codes: new Set(codes), records: 1 });
      continue;
    }
    known.records++;
    known.nameEn ??= nameEn;
    for (const code of codes) known.codes.add(code);
  }
  return new Map(
    [...names].map(([nameZh, { nameEn, codes, records }]) => [
      nameZh,
      { nameZh, nameEn, codes: [...codes], records },
    ]),
  );
}

/** A code with all codes below it, the code itself first. */
function codesUnder(code: string, resources: readonly Resource[]): readonly string[] {
  const codes = [code];
  for (const above of codes)
    for (const { code: below, parentCode } of resources)
      if (parentCode === above && !codes.includes(below)) codes.push(below);
  return codes;
}

/** The material of a code or a name; a name that a code has is that code. Null for what the network does not know. */
export function findMaterial(
  { resources }: Network,
  names: ReadonlyMap<string, MaterialName>,
  id: string,
): Material | null {
  const resource = resources.find(({ code, nameZh }) => code === id || nameZh === id);
  if (resource !== undefined) {
    const { code, nameZh, nameEn } = resource;
    return { id: code, nameZh, nameEn, resource, codes: codesUnder(code, resources) };
  }
  const name = names.get(id);
  return name === undefined ? null : { id, ...name, resource: null };
}

/** Whether a record speaks of the material: by name, or, where the material is a code, by one of its codes. */
export function speaksOf({ nameZh, resource, codes }: Material, mention: Mention): boolean {
  return (
    mention.nameZh === nameZh || (resource !== null && mention.codes.some((code) => codes.includes(code)))
  );
}
