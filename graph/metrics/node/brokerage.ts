import { byGroup, codesOf, groupingOf, groupsOfScope } from "#graph/metrics/groups.ts";
import { linkBetween } from "#graph/metrics/kernel/cut-points.ts";
import { everyScope, unknownEnds, type NodeMeasure } from "#graph/metrics/node-measure.ts";

const roles = ["coordinator", "itinerant", "gatekeeper", "representative", "liaison"] as const;
type Role = (typeof roles)[number];

/**
 * Brokerage: chains a → b → c without a → c, counted for b by the parks that the three stand in.
 *
 *   coordinator AAA · itinerant broker ABA · gatekeeper ABB · representative AAB · liaison ABC     (parks of a, b, c)
 *
 * Reads: path. A chain counts only if all three parks are known. Returns: six whole numbers a node, the total first.
 * Edge cases: no chain → 0; a placeholder → null; an undirected network → null, for there a chain has no direction.
 * Cost: O(Σ in · out · log). Source: Gould, Fernandez 1989, DOI 10.2307/270949.
 * Agrees with: that definition, enumerated (sna::brokerage w_I, w_O, b_OI, b_IO, b_O).
 */
export const brokerage: NodeMeasure = {
  name: "brokerage",
  scopes: everyScope,
  nameZh: "中介角色",
  nameEn: "Brokerage",
  meaningZh: ({ nodeZh, partnersZh }) =>
    `该${nodeZh}居中、两端${partnersZh}不直接相连的供给链数，按三者所在园区分为五种角色；越高，越是园区之间的中介`,
  meaningEn: ({ nodeEn, partnersEn }) =>
    `Chains through the ${nodeEn} between ${partnersEn} that are not linked directly, by the parks of the three: five roles; high = a broker`,
  unit: "1",
  range: "[0, ∞)",
  reads: "path",
  needsOneLayer: false,
  formula: "|{(a, c) : a→v, v→c, ¬a→c}|",
  whereZh: "按 a、v、c 的分组计为五种角色；分组默认为园区，任一分组不详的链不计",
  whereEn:
    "by the groups of a, v and c in five roles; groups are parks by default, a chain with an unknown one is left out",
  columns: [
    { name: "total", zh: "合计", en: "Total" },
    { name: "coordinator", zh: "协调者 AAA", en: "Coordinator AAA" },
    { name: "itinerant", zh: "巡回中介 ABA", en: "Itinerant broker ABA" },
    { name: "gatekeeper", zh: "守门人 ABB", en: "Gatekeeper ABB" },
    { name: "representative", zh: "代表 AAB", en: "Representative AAB" },
    { name: "liaison", zh: "联络人 ABC", en: "Liaison ABC" },
  ],
  parameters: byGroup,
  parametersIn: groupsOfScope,
  conventions: { ...unknownEnds, unknownGroups: "left out" },
  source: "Gould, Fernandez 1989, DOI 10.2307/270949",
  agreesWith: "the definition, enumerated over triples of a networkx 3.6.1 DiGraph",
  score: (links, options, view) => {
    if (!links.directed) return "undirected";
    const { csr, reversed } = links;
    const codes = codesOf(links, groupingOf(view, options));
    const counts: Record<Role, Uint32Array> = {
      coordinator: new Uint32Array(csr.nodeCount),
      itinerant: new Uint32Array(csr.nodeCount),
      gatekeeper: new Uint32Array(csr.nodeCount),
      representative: new Uint32Array(csr.nodeCount),
      liaison: new Uint32Array(csr.nodeCount),
    };
    const codeOf = (node: number) => codes[node] ?? -1;
    const isKnown = (node: number) => codeOf(node) >= 0;
    for (let node = 0; node < links.nodes.length; node++) {
      if (!isKnown(node)) continue;
      const receivers = neighboursOf(csr, node).filter(isKnown);
      for (const from of neighboursOf(reversed.csr, node).filter(isKnown))
        for (const to of receivers) {
          if (from === to || linkBetween(csr, from, to) !== -1) continue;
          const role = counts[roleOf(codeOf(from), codeOf(node), codeOf(to))];
          role[node] = (role[node] ?? 0) + 1;
        }
    }
    const each = roles.map((role) => counts[role]);
    const totals = Uint32Array.from({ length: csr.nodeCount }, (_, node) =>
      each.reduce((sum, role) => sum + (role[node] ?? 0), 0),
    );
    return { values: totals, others: each };
  },
};

function neighboursOf({ offsets, targets }: { offsets: Uint32Array; targets: Uint32Array }, node: number) {
  return targets.subarray(offsets[node], offsets[node + 1]);
}

function roleOf(from: number, own: number, to: number): Role {
  if (from === own) return to === own ? "coordinator" : "representative";
  if (to === own) return "gatekeeper";
  return from === to ? "itinerant" : "liaison";
}
