import { codesOf } from "#graph/metrics/groups.ts";
import { onLinks } from "#graph/metrics/network-measure.ts";
import { wordOf } from "#graph/metrics/metric.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { Grouping } from "#graph/projection/graphs/graph-node.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";

/**
 * Degree assortativity: whether nodes with many partners exchange with nodes with many partners.
 *
 *   r = corr(x_u, y_v) over all links u → v     where by default x = out-degree of the supplier, y = in-degree of the receiver.
 *
 * Reads: flow. Returns: Pearson's r, [−1, 1]. Edge cases: no links → null; all degrees alike → null.
 * Source: Newman 2003, DOI 10.1103/PhysRevE.67.026126; Foster et al. 2010, DOI 10.1073/pnas.0912671107.
 * Agrees with: networkx degree_assortativity_coefficient(x, y).
 */
export const degreeAssortativity = onLinks(
  {
    name: "degreeAssortativity",
    nameZh: "度同配性",
    nameEn: "Degree assortativity",
    meaningZh: "伙伴多的企业是否与伙伴多的企业交换；为负表示枢纽连接边缘",
    meaningEn: "Whether those with many partners exchange with each other; below 0 = hubs serve the fringe",
    unit: "1",
    range: "[−1, 1]",
    reads: "flow",
    needsOneLayer: false,
    formula: "r = corr(d_out(u), d_in(v)), u→v",
    whereZh: "u→v 为链接，d_out、d_in 为出度与入度；无方向的网络两端都取度",
    whereEn:
      "u→v = links, d_out, d_in = out-degree and in-degree; in an undirected network the degree at both ends",
    parameters: { sourceDegree: metricParameters.sourceDegree, targetDegree: metricParameters.targetDegree },
    conventions: {},
    source: "Newman 2003, DOI 10.1103/PhysRevE.67.026126",
    agreesWith: "networkx 3.6.1 degree_assortativity_coefficient(x='out', y='in')",
  },
  ({ csr, sources }, options) => {
    if (sources.length === 0) return "no-links";
    const degreesOf = (side: string) => {
      const degrees = new Float64Array(csr.nodeCount);
      for (const node of side === "out" ? sources : csr.targets) degrees[node] = (degrees[node] ?? 0) + 1;
      return degrees;
    };
    const from = degreesOf(wordOf(options, "sourceDegree"));
    const to = degreesOf(wordOf(options, "targetDegree"));
    return correlate(
      Array.from(sources, (node) => from[node] ?? 0),
      Array.from(csr.targets, (node) => to[node] ?? 0),
    );
  },
);

/** Pearson's r of two columns of whole numbers; a reason where one of them does not vary. */
function correlate(left: readonly number[], right: readonly number[]) {
  const count = left.length;
  let [sumX, sumY, sumXX, sumYY, sumXY] = [0, 0, 0, 0, 0];
  for (const [index, x] of left.entries()) {
    const y = right[index] ?? 0;
    sumX += x;
    sumY += y;
    sumXX += x * x;
    sumYY += y * y;
    sumXY += x * y;
  }
  const spreadX = count * sumXX - sumX * sumX;
  const spreadY = count * sumYY - sumY * sumY;
  return spreadX === 0 || spreadY === 0
    ? "no-variation"
    : (count * sumXY - sumX * sumY) / (Math.sqrt(spreadX) * Math.sqrt(spreadY));
}

/**
 * Attribute assortativity: whether exchanges stay inside a park (or city, province, sector) more than by chance.
 *
 *   r = (tr e − Σ_s a_s b_s) / (1 − Σ_s a_s b_s)
 *   where e_st = share of links from group s to group t, a and b its row and column sums.
 *
 * Reads: flow; links with both groups known. Returns: [−1, 1]. Edge cases: no such link → null; all in one group → null.
 * Source: Newman 2003, DOI 10.1103/PhysRevE.67.026126. Agrees with: networkx attribute_assortativity_coefficient.
 */
export const attributeAssortativity = onLinks(
  {
    name: "attributeAssortativity",
    nameZh: "属性同配性",
    nameEn: "Attribute assortativity",
    meaningZh: "交换留在同一园区（或城市、省份、行业）内的程度超出随机预期多少；1 为全部在内，0 为如同随机",
    meaningEn:
      "How far exchanges stay inside a park (city, province, sector) beyond chance; 1 = all inside, 0 = as by chance",
    unit: "1",
    range: "[−1, 1]",
    reads: "flow",
    needsOneLayer: false,
    formula: "r = (tr e − Σ_s a_s b_s)/(1 − Σ_s a_s b_s)",
    whereZh: "e 为组间链接占比矩阵，a、b 为其行和与列和；只计两端分组均已知的链接",
    whereEn:
      "e = shares of links between groups, a, b = its row and column sums; links with both groups known",
    parameters: { attribute: metricParameters.attribute },
    conventions: { unknownGroups: "left out" },
    source: "Newman 2003, DOI 10.1103/PhysRevE.67.026126",
    agreesWith: "networkx 3.6.1 attribute_assortativity_coefficient",
  },
  (links, options, { groups }) => {
    const word = wordOf(options, "attribute");
    const grouping =
      word === "city" || word === "province" || word === "sector" ? groups[word] : groups.ground;
    const { from, to, counted, inside } = countLinks(links, grouping);
    if (counted === 0) return links.sources.length === 0 ? "no-links" : "group-not-known";
    const expected = from.reduce((sum, share, group) => sum + share * (to[group] ?? 0), 0) / counted ** 2;
    return expected === 1 ? "one-group" : (inside / counted - expected) / (1 - expected);
  },
);

/** Links with both groups known: how many leave and enter each group, how many there are, how many stay inside one. */
function countLinks(links: GraphLinks, grouping: Grouping) {
  const codes = codesOf(links, grouping);
  const from = new Float64Array(grouping.labels.length);
  const to = new Float64Array(grouping.labels.length);
  let [counted, inside] = [0, 0];
  for (const [link, source] of links.sources.entries()) {
    const [left = -1, right = -1] = [codes[source], codes[links.csr.targets[link] ?? 0]];
    if (left < 0 || right < 0) continue;
    counted += 1;
    if (left === right) inside += 1;
    from[left] = (from[left] ?? 0) + 1;
    to[right] = (to[right] ?? 0) + 1;
  }
  return { from, to, counted, inside };
}
