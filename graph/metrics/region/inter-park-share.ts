import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { NullReason } from "#graph/schema/answers/metric-report.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { onNetwork, type Measured } from "#graph/metrics/network-measure.ts";

type Side = "inside" | "between" | "undecided";

/**
 * Inter-park share: how much of the web runs between parks rather than inside them.
 *
 *   E / (E + I)     where E = exchanges between places, I = exchanges inside one park; by number, or by known flow.
 *
 * Inside: both ends in the same park, or in two parks on the same ground. Between: two other parks, or ends in different
 * cities or provinces. Undecided, and counted in neither: ends in one city (or not located) where a park is not known.
 * Reads: raw. Returns: a share and the number of exchanges it stands on. Edge cases: nothing decidable → null.
 * Source: Krackhardt, Stern 1988, DOI 10.2307/2786835 (E-I index = 2 · share − 1). Agrees with: that formula.
 */
const share = {
  unit: "1",
  range: "[0, 1]",
  reads: "raw",
  parameters: { undecided: "left out" },
  source: "Krackhardt, Stern 1988, DOI 10.2307/2786835",
  agreesWith: "(E-I index + 1) / 2",
} as const;

export const interParkShareByLinks = onNetwork(
  {
    ...share,
    name: "interParkShareByLinks",
    nameZh: "跨园区占比(按条数)",
    nameEn: "Inter-park share by links",
    meaningZh: "跨园区交换条数占(跨园区+园区内)的比例;越高,园区之间联系越多",
    meaningEn:
      "Share of exchanges that run between parks and not inside one; high = parks depend on each other",
    needsOneLayer: false,
    formula: "E/(E+I), E, I = number of exchanges between / inside parks",
  },
  (network) => shareOf(network, () => 1, "no-decidable-exchange"),
);

export const interParkShareByFlow = onNetwork(
  {
    ...share,
    name: "interParkShareByFlow",
    nameZh: "跨园区占比(按流量)",
    nameEn: "Inter-park share by flow",
    meaningZh: "跨园区已知流量占(跨园区+园区内)已知流量的比例;越高,数量上越依赖园区之间",
    meaningEn:
      "Share of the known flow of one layer that runs between parks; high = the bulk crosses park borders",
    needsOneLayer: true,
    formula: "E/(E+I), E, I = known yearly flow between / inside parks, one layer",
  },
  (network) => shareOf(network, layerFlowOf, "no-known-quantity"),
);

function shareOf(
  network: FilteredNetwork,
  weightOf: (exchange: Exchange) => number | null,
  nothingCounted: NullReason,
): Measured {
  const sums = { inside: 0, between: 0 };
  const sideOf = sideFinder(network);
  let counted = 0;
  for (const exchange of network.exchanges) {
    const side = sideOf(exchange);
    const weight = weightOf(exchange);
    if (side === "undecided" || weight === null) continue;
    counted++;
    sums[side] += weight;
  }
  const total = sums.inside + sums.between;
  const basis = { counted, of: network.exchanges.length };
  if (total > 0) return { value: sums.between / total, basis };
  return { value: counted === 0 ? nothingCounted : "zero-total", basis };
}

function sideFinder(network: FilteredNetwork): (exchange: Exchange) => Side {
  const overlaps = new Map(network.network.parks.map((park) => [park.id, park.overlaps]));
  const sameGround = (left: string, right: string) =>
    left === right ||
    overlaps.get(left)?.includes(right) === true ||
    overlaps.get(right)?.includes(left) === true;
  return ({ supplierId, receiverId }) => {
    const supplier = network.enterpriseById.get(supplierId);
    const receiver = network.enterpriseById.get(receiverId);
    if (supplier === undefined || receiver === undefined) return "undecided";
    if (supplier.parkId !== null && receiver.parkId !== null)
      return sameGround(supplier.parkId, receiver.parkId) ? "inside" : "between";
    const apart =
      areApart(supplier.provinceCode, receiver.provinceCode) ||
      areApart(supplier.cityCode, receiver.cityCode);
    return apart ? "between" : "undecided";
  };
}

const areApart = (left: Enterprise["cityCode"], right: Enterprise["cityCode"]) =>
  left !== null && right !== null && left !== right;
