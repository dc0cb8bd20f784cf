import { SymbiosisError } from "#graph/errors.ts";
import type { SupposedLink } from "#graph/schema/answers/what-if.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { unitByLayer } from "#graph/schema/records/layer.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { makeQuantity } from "#graph/schema/records/quantity.ts";

/** What is supposed of a network. */
export interface Supposition {
  readonly add: readonly SupposedLink[];
  /** Ids of enterprises. */
  readonly remove: readonly string[];
}

/**
 * The network as it would be: links added, enterprises gone with their exchanges and listings. A link is supposed to run
 * in the very way that the filter asks for (state, kind, years, source), so that nothing but an area, a layer or a kind
 * of enterprise leaves it out. Throws `unknown-id` for an enterprise or a code that there is not, and `invalid-request`
 * for a link of an enterprise that is removed.
 */
export function supposeNetwork(
  network: Network,
  { add, remove }: Supposition,
  filter: NetworkFilter,
): { readonly network: Network; readonly added: readonly Exchange[] } {
  const known = new Set(network.enterprises.map(({ id }) => id));
  const gone = new Set(remove);
  for (const [index, id] of remove.entries())
    if (!known.has(id)) throw unknown("enterprise", id, `/remove/${index}`);
  const added = add.map((link, index) => {
    for (const end of ["supplierId", "receiverId"] as const) {
      if (!known.has(link[end])) throw unknown("enterprise", link[end], `/add/${index}/${end}`);
      if (gone.has(link[end])) throw removedEnd(link[end], `/add/${index}/${end}`);
    }
    return exchangeOf(network, link, { index, filter });
  });
  return {
    added,
    network: {
      ...network,
      enterprises: network.enterprises.filter(({ id }) => !gone.has(id)),
      exchanges: [
        ...network.exchanges.filter(
          ({ supplierId, receiverId }) => !gone.has(supplierId) && !gone.has(receiverId),
        ),
        ...added,
      ],
      listings: network.listings.filter(({ enterpriseId }) => !gone.has(enterpriseId)),
    },
  };
}

function exchangeOf(
  { resources }: Network,
  { supplierId, receiverId, resourceCode, perYear }: SupposedLink,
  { index, filter }: { readonly index: number; readonly filter: NetworkFilter },
): Exchange {
  const resource = resources.find(({ code }) => code === resourceCode);
  if (resource === undefined) throw unknown("resource code", resourceCode, `/add/${index}/resourceCode`);
  const { layer, nameZh, nameEn, hazardous } = resource;
  const unit = ({ "t/a": "t/a", "GJ/a": "GJ/a", "m3/a": "m3/a" } as const)[unitByLayer[layer]];
  const kind = filter.statuses.includes("operating") ? "reported" : "planned";
  return {
    id: `supposed:${index}`,
    aliases: [],
    supplierId,
    receiverId,
    resourceCode,
    resourceZh: nameZh,
    resourceEn: nameEn,
    layer,
    linkKind: filter.linkKinds[0] ?? "by-product",
    quantity: perYear === null ? null : makeQuantity(perYear, unit, kind, layer),
    quantityNoteZh: null,
    quantityNoteEn: null,
    hazardous,
    status: filter.statuses.includes("operating") ? "operating" : (filter.statuses[0] ?? "operating"),
    statusNoteZh: null,
    statusNoteEn: null,
    yearFrom: filter.yearTo ?? filter.yearFrom ?? filter.asOfYear,
    yearTo: filter.yearTo ?? null,
    sameCompany: null,
    evidence: {
      grade: "declared",
      sourceKind: filter.sourceKinds[0] ?? "entered",
      sourceUrl: null,
      confidence: "low",
      asOfYear: filter.asOfYear,
      noteZh: null,
      noteEn: null,
      synthetic: false,
    },
  };
}

function unknown(what: string, id: string, pointer: string): SymbiosisError {
  const message = `no ${what} ${JSON.stringify(id)}`;
  return new SymbiosisError("unknown-id", message, {
    zh: `没有编号为 ${JSON.stringify(id)} 的记录`,
    details: [{ pointer, message }],
  });
}

function removedEnd(id: string, pointer: string): SymbiosisError {
  const message = `${id} is removed by the same question`;
  return new SymbiosisError("invalid-request", message, {
    zh: `${id} 在同一问题中已被移除`,
    details: [{ pointer, message }],
  });
}
