import type { ShareBasis } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { onNetwork, type Measured } from "#graph/metrics/network-measure.ts";

type Side = "between" | "inside" | "betweenCities" | "insideCity" | "cityUnknown";

/**
 * Inter-park share: how much of the web that lies in known parks runs between parks rather than inside them.
 *
 *   E / (E + I)     where E = exchanges between two known parks, I = exchanges inside one; by number, or by known flow.
 *
 * Two parks on the same ground are one. An exchange with an end whose park is not known is in neither E nor I: that two
 * cities differ does not make it run between parks. The basis tells how many there are, and whether the cities differ.
 * Reads: raw. Returns: a share and its basis. Edge cases: no exchange with both parks known → null.
 * Source: Krackhardt, Stern 1988, DOI 10.2307/2786835 (E-I index = 2 · share − 1). Agrees with: that formula.
 */
const share = {
  unit: "1",
  range: "[0, 1]",
  reads: "raw",
  parameters: {},
  conventions: { parksOnTheSameGround: "one park", parkNotKnown: "neither E nor I, told in the basis" },
  source: "Krackhardt, Stern 1988, DOI 10.2307/2786835",
  agreesWith: "(E-I index + 1) / 2 over exchanges with both parks known",
} as const;

export const interParkShareByLinks = onNetwork(
  {
    ...share,
    name: "interParkShareByLinks",
    nameZh: "跨园区占比(按条数)",
    nameEn: "Inter-park share by links",
    meaningZh: "两端园区均已知的交换中，跨园区的条数占比；越高，园区之间联系越多",
    meaningEn:
      "Share of the exchanges with both parks known that run between two parks; high = parks depend on each other",
    needsOneLayer: false,
    formula: "E / (E + I)",
    whereZh: "E、I 为两个已知园区之间、同一园区之内的交换数",
    whereEn: "E, I = number of exchanges between two known parks, inside one",
  },
  (view) => shareOf(view, () => 1, "no-decidable-exchange"),
);

export const interParkShareByFlow = onNetwork(
  {
    ...share,
    name: "interParkShareByFlow",
    nameZh: "跨园区占比(按流量)",
    nameEn: "Inter-park share by flow",
    meaningZh: "两端园区均已知的交换中，跨园区的已知流量占比；越高，数量上越依赖园区之间",
    meaningEn:
      "Share of the known flow of one layer between known parks and inside them that runs between; high = the bulk crosses park borders",
    needsOneLayer: true,
    formula: "E / (E + I)",
    whereZh: "E、I 为两个已知园区之间、同一园区之内的已知年流量，限一个层",
    whereEn: "E, I = known yearly flow between two known parks, inside one, of one layer",
  },
  (view) =>
    shareOf(
      view,
      (edge) => {
        const flow = view.edges.quantities[edge] ?? Number.NaN;
        return Number.isNaN(flow) ? null : flow;
      },
      "no-known-quantity",
    ),
);

function shareOf(
  view: GraphView,
  weightOf: (edge: number) => number | null,
  nothingWeighed: NullReason,
): Measured {
  const counts: Record<Side | "noQuantity", number> = {
    between: 0,
    inside: 0,
    noQuantity: 0,
    betweenCities: 0,
    insideCity: 0,
    cityUnknown: 0,
  };
  const flows = { between: 0, inside: 0 };
  const { sources, targets } = view.ends;
  const sideOf = sideFinder(view);
  for (const [edge, source] of sources.entries()) {
    const side = sideOf(source, targets[edge] ?? 0);
    const weight = side === "between" || side === "inside" ? weightOf(edge) : 0;
    counts[weight === null ? "noQuantity" : side]++;
    if (side === "between" || side === "inside") flows[side] += weight ?? 0;
  }
  const counted = counts.between + counts.inside;
  const basis: ShareBasis = { of: sources.length, counted, ...counts };
  const total = flows.between + flows.inside;
  if (total > 0) return { value: flows.between / total, basis };
  if (counted > 0) return { value: "zero-total", basis };
  return { value: counts.noQuantity > 0 ? nothingWeighed : "no-decidable-exchange", basis };
}

function sideFinder({ groups }: GraphView): (source: number, target: number) => Side {
  const grounds = groups.ground.codes;
  const cities = groups.city.codes;
  return (source, target) => {
    const [left = -1, right = -1] = [grounds[source], grounds[target]];
    if (left >= 0 && right >= 0) return left === right ? "inside" : "between";
    const [from = -1, to = -1] = [cities[source], cities[target]];
    if (from < 0 || to < 0) return "cityUnknown";
    return from === to ? "insideCity" : "betweenCities";
  };
}
