import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";
import { nameOfEnterprise } from "#graph/matching/explanation/ends-in-words.ts";

type Named = WhyNot["records"][number];

/** A record in words, and the enterprise or the resource under which it is found. */
interface Found {
  readonly name: Text;
  readonly enterpriseId?: string;
  readonly resourceCode?: string | undefined;
}

/** A record as a reader knows it; one that the network does not have keeps its id. */
export function nameRecord(kind: Named["kind"], id: string, network: Network): Named {
  const found = finders[kind](id, network) ?? { name: { zh: id, en: id } };
  const { name, enterpriseId = null, resourceCode = null } = found;
  return { kind, id, nameZh: name.zh, nameEn: name.en, enterpriseId, resourceCode };
}

const finders: Readonly<Record<Named["kind"], (id: string, network: Network) => Found | null>> = {
  enterprise: (id, network) => ({ name: enterpriseName(id, network), enterpriseId: id }),
  listing: (id, network) => {
    const listing = network.listings.find((each) => each.id === id);
    if (listing === undefined) return null;
    const { enterpriseId, resourceZh, resourceEn, resourceCodes } = listing;
    const owner = enterpriseName(enterpriseId, network);
    const thing = resourceEn ?? resourceCodes.join(", ");
    return { name: { zh: `${owner.zh}：${resourceZh}`, en: `${owner.en}: ${thing}` }, enterpriseId };
  },
  exchange: (id, network) => {
    const exchange = network.exchanges.find((each) => each.id === id);
    if (exchange === undefined) return null;
    const { supplierId, receiverId, resourceZh, resourceEn, resourceCode } = exchange;
    const [from, to] = [enterpriseName(supplierId, network), enterpriseName(receiverId, network)];
    const thing = resourceEn ?? resourceCode ?? "";
    const name = { zh: `${from.zh} → ${to.zh}：${resourceZh}`, en: `${from.en} → ${to.en}: ${thing}` };
    return { name, enterpriseId: receiverId };
  },
  rule: (id, network) => {
    const rule = network.rules.find((each) => each.id === id);
    if (rule === undefined) return null;
    const { wasteZh, wasteEn, useZh, useEn, resourceCodes } = rule;
    const [resourceCode] = resourceCodes;
    const en = `${wasteEn ?? resourceCode ?? ""} ${useEn ?? ""}`.trim();
    return { name: { zh: `${wasteZh}：${useZh}`, en }, resourceCode };
  },
};

function enterpriseName(id: string, { enterprises }: Network): Text {
  const found = enterprises.find((each) => each.id === id);
  return found === undefined ? { zh: id, en: id } : nameOfEnterprise(found);
}
