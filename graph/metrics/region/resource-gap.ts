import { ofNetwork } from "#graph/metrics/network-measure.ts";
import type { ListedResource } from "#graph/projection/graphs/listed-resources.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

const columns = [
  { name: "listings", zh: "供需信息条数", en: "Offers and needs" },
  { name: "supply", zh: "已知供给", en: "Known supply" },
  { name: "need", zh: "已知需求", en: "Known need" },
  { name: "matchable", zh: "区内可对接", en: "Could meet inside the area" },
  { name: "unmetSupply", zh: "供给剩余", en: "Supply left over" },
  { name: "unmetNeed", zh: "需求缺口", en: "Need left open" },
  { name: "unknown", zh: "其中数量不详", en: "Of these, of unknown quantity" },
];

/**
 * Resource gap: of each resource, what the open offers and needs of the area leave over or open.
 *
 *   matchable = min(S, D), unmet supply = S − matchable, unmet need = D − matchable
 *   where S = Σ known yearly quantities of open offers, D = of open needs.
 *
 * Reads: the offers and needs that the filter leaves, one layer, in its own unit; codes of a class taken together (an
 * eight-digit code under its HW class, EN41 under EN40), a mix under its first code; a listing that is part of another
 * one's total, or has no code, is left out. Returns: one row a resource that is listed.
 * Edge cases: a code that names only a family (HW, SW59) → sums, but nothing is netted, for they may be different things;
 * no listing of a side, or none of known quantity → its sum and what follows from it are null, for nothing on
 * record is not nothing there. In a file → null. Errors: needs one layer. Cost: O(listings).
 * Source: Chertow 2000 (input-output matching). Agrees with: that formula by hand.
 */
export const resourceGap = ofNetwork(
  {
    name: "resourceGap",
    nameZh: "资源缺口",
    nameEn: "Resource gap",
    meaningZh: "按资源：区内未结的供给与需求相抵后剩余或短缺多少；缺口大的值得在区内外寻找对接",
    meaningEn:
      "By resource: what the open offers and needs of the area leave over or open; where much is open, partners are worth looking for",
    unit: "layer",
    range: "[0, ∞)",
    reads: "raw",
    needsOneLayer: true,
    formula: "unmet = S − min(S, D), D − min(S, D)",
    whereZh: "S、D 为区内未结的供给、需求信息中已知年数量之和，限一个层；只指明大类的代码不相抵",
    whereEn:
      "S, D = sums of the known yearly quantities of the open offers and needs of the area, of one layer; a code of a mere family is not netted",
    columns,
    parameters: {},
    conventions: {
      codes: "by class",
      partOfATotal: "left out",
      mix: "by its first code",
      noCode: "left out",
      familyOnly: "not netted",
    },
    source: "Chertow 2000, DOI 10.1146/annurev.energy.25.1.313",
    agreesWith: "the formula, written anew by hand",
  },
  ({ listed }) => resultOf(listed ?? [], listed === null || listed.length === 0 ? "no-listings" : null),
);

function resultOf(listed: readonly ListedResource[], reason: NullReason | null): MetricResult {
  const rows = listed.map(numbersOf);
  return {
    kind: "byNode",
    nodes: {
      ids: listed.map(({ id }) => id),
      placeIds: listed.map(() => null),
      namesZh: listed.map(({ nameZh }) => nameZh),
      namesEn: listed.map(({ nameEn }) => nameEn),
    },
    columns: columns.map(({ name }, column) => ({ name, values: rows.map((row) => row[column] ?? null) })),
    reasons: rows.map(() => null),
    reason,
    sample: null,
  };
}

function numbersOf({ offer, need, familyOnly }: ListedResource): (number | null)[] {
  const supply = offer.known === 0 ? null : offer.perYear;
  const wanted = need.known === 0 ? null : need.perYear;
  const both = supply === null || wanted === null || familyOnly ? null : Math.min(supply, wanted);
  return [
    offer.known + offer.unknown + need.known + need.unknown,
    supply,
    wanted,
    both,
    both === null || supply === null ? null : supply - both,
    both === null || wanted === null ? null : wanted - both,
    offer.unknown + need.unknown,
  ];
}
