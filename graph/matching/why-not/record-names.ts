import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";
import { nameOfEnterprise } from "#graph/matching/explanation/ends-in-words.ts";

type Named = WhyNot["records"][number];

/** A record as a reader knows it, and the enterprise or the resource under which it is found. */
export function nameRecord(kind: Named["kind"], id: string, network: Network): Named {
  const named = (name: Text, found: Partial<Pick<Named, "enterpriseId" | "resourceCode">>): Named => ({
    kind,
    id,
    nameZh: name.zh,
    nameEn: name.en,
    enterpriseId: found.enterpriseId ?? null,
    resourceCode: found.resourceCode ?? null,
  });
  const byId = <T extends { readonly id: string }>(records: readonly T[], wanted = id) =>
    records.find((each) => each.id === wanted);
  const enterprise = (wanted: string): Text => {
    const found = byId(network.enterprises, wanted);
    return found === undefined ? { zh: wanted, en: wanted } : nameOfEnterprise(found);
  };
  const listing = kind === "listing" ? byId(network.listings) : undefined;
  if (listing !== undefined) {
    const { enterpriseId, resourceZh, resourceEn, resourceCodes } = listing;
    const owner = enterprise(enterpriseId);
    const thing = resourceEn ?? resourceCodes.join(", ");
    return named({ zh: `${owner.zh}：${resourceZh}`, en: `${owner.en}: ${thing}` }, { enterpriseId });
  }
  const exchange = kind === "exchange" ? byId(network.exchanges) : undefined;
  if (exchange !== undefined) {
    const { supplierId, receiverId, resourceZh, resourceEn, resourceCode } = exchange;
    const [from, to] = [enterprise(supplierId), enterprise(receiverId)];
    const thing = resourceEn ?? resourceCode ?? "";
    return named(
      { zh: `${from.zh} → ${to.zh}：${resourceZh}`, en: `${from.en} → ${to.en}: ${thing}` },
      { enterpriseId: receiverId },
    );
  }
  const rule = kind === "rule" ? byId(network.rules) : undefined;
  if (rule !== undefined) {
    const { wasteZh, wasteEn, useZh, useEn, resourceCodes } = rule;
    const [resourceCode = null] = resourceCodes;
    const en = `${wasteEn ?? resourceCode ?? ""} ${useEn ?? ""}`.trim();
    return named({ zh: `${wasteZh}：${useZh}`, en }, { resourceCode });
  }
  return named(enterprise(id), { enterpriseId: kind === "enterprise" ? id : null });
}
