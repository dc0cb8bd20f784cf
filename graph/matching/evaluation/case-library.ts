import type { Network } from "#graph/schema/records/network.ts";

/** One exchange of a case library. What is written of its receiver, its use or its treatment is no part of it but the label. */
export interface CaseRow {
  /** What is left out as a whole: a park, a paper. */
  readonly caseId: string;
  readonly donorIndustry: string | null;
  readonly donorText: string;
  readonly resourceText: string;
  readonly resourceCodes: readonly string[];
  /** The label: industry code of the receiver. */
  readonly receiverIndustry: string;
}

/** The recorded exchanges as a library: a case is the ground the supplier stands on. */
export function casesOfNetwork(
  network: Network,
  groundOf: (enterpriseId: string) => string,
): readonly CaseRow[] {
  const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  return network.exchanges.flatMap(({ supplierId, receiverId, resourceCode, resourceZh }) => {
    const donor = enterpriseById.get(supplierId);
    const receiverIndustry = enterpriseById.get(receiverId)?.industryCode ?? null;
    if (donor === undefined || receiverIndustry === null) return [];
    return [
      {
        caseId: groundOf(supplierId),
        donorIndustry: donor.industryCode,
        donorText: donor.industryZh ?? "",
        resourceText: resourceZh,
        resourceCodes: resourceCode === null ? [] : [resourceCode],
        receiverIndustry,
      },
    ];
  });
}

/** Words of two letters or more and every run of two to four characters, with how often; lower case. */
export function termsOf(text: string): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + 1);
  const plain = text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
  for (const word of plain.split(" ")) {
    if (word.length > 1) add(`=${word}`);
    for (const size of /\p{Script=Han}/u.test(word) ? [2, 3] : [4])
      for (let at = 0; at + size <= word.length; at++) add(word.slice(at, at + size));
  }
  return terms;
}
