import { onNetwork } from "#graph/metrics/network-measure.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { haulsOf, reasonAgainst } from "./hauls.ts";

/**
 * Mean haul: how far the flow of a layer is moved, on the average.
 *
 *   Σ_e q(e) d(e) / Σ_e q(e)     where q = known yearly flow, d = great circle between the ends, km, R = 6371.0088 km.
 *
 * Reads: raw, exchanges between two nodes with points (a plant's own, else that of its park); a road is longer.
 * Returns: km; with it Σ q d, the mean over exchanges whatever they carry, how many there are, and the share of the known
 * flow that has both points. Edge cases: no such exchange, none of known flow, or all of it 0 → null. Errors: needs one layer.
 * Source: Jensen et al. 2011. Agrees with: that formula by the haversine formula in numpy.
 */
export const meanHaul = onNetwork(
  {
    name: "meanHaul",
    nameZh: "平均运距",
    nameEn: "Mean haul",
    meaningZh: "一个层的已知流量平均运多远（直线距离）；越低，交换越在近处",
    meaningEn:
      "How far the known flow of a layer is moved on the average, in a straight line; low = exchanges are near",
    unit: "km",
    range: "[0, 20016)",
    reads: "raw",
    needsOneLayer: true,
    formula: "Σ_e q(e) d(e) / Σ_e q(e)",
    whereZh: "q 为已知年流量，d 为两端之间的大圆距离（千米，R = 6371.0088），只计两端均有坐标的交换",
    whereEn:
      "q = known yearly flow, d = great-circle distance between the ends, km, R = 6371.0088; exchanges with both points known",
    columns: [
      { name: "flowKm", zh: "流量与运距之积", en: "Flow times distance, km" },
      { name: "meanKm", zh: "按条数的平均运距", en: "Mean over exchanges, km" },
      { name: "exchanges", zh: "两端均有坐标的交换数", en: "Exchanges with both points known" },
      { name: "flowShare", zh: "其流量占已知流量的比例", en: "Their share of the known flow" },
    ],
    parameters: {},
    conventions: { distance: "great circle", insideOneNode: "left out", unknownQuantities: "left out" },
    source: "Jensen, Basson, Hellawell, Bailey, Leach 2011, DOI 10.1016/j.resconrec.2011.02.003",
    agreesWith: "the formula, written anew in numpy",
  },
  (view) => {
    const hauls = haulsOf(view);
    const reason = reasonAgainst(view, hauls);
    if (reason !== null) return reason;
    let [flow, flowKm, km] = [0, 0, 0];
    for (const haul of hauls) {
      km += haul.km;
      if (Number.isNaN(haul.quantity)) continue;
      flow += haul.quantity;
      flowKm += haul.quantity * haul.km;
    }
    return {
      value: flowKm / flow,
      parts: {
        flowKm,
        meanKm: km / hauls.length,
        exchanges: hauls.length,
        flowShare: flow / flowBetweenNodes(view),
      },
    };
  },
);

function flowBetweenNodes({ ends, edges }: GraphView): number {
  return edges.quantities.reduce(
    (sum, quantity, edge) =>
      Number.isNaN(quantity) || ends.sources[edge] === ends.targets[edge] ? sum : sum + quantity,
    0,
  );
}
