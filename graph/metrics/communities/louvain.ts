import louvain from "graphology-communities-louvain";
import modularityOf from "graphology-metrics/graph/modularity.js";
import { UndirectedGraph } from "graphology";
import { normalisedMutualInformation, relabel } from "#graph/metrics/kernel/partition.ts";
import { seededRandom, shuffled, type Random } from "#graph/metrics/kernel/random.ts";
import { numberOf } from "#graph/metrics/metric.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import { directedGraph, tieGraph, type LinkAttributes } from "#graph/projection/graphs/named-graphs.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";

const runs = 20;
const noCommunities: MetricResult = {
  kind: "partition",
  members: [],
  communities: 0,
  modularity: null,
  modularitySpread: null,
  agreementWithParks: null,
  agreementWithCities: null,
  reason: "no-links",
};

/**
 * Communities: groups of enterprises that exchange more with each other than chance would have it (Louvain).
 *
 *   Q = Σ_c [ L_c/m − (K_c/2m)² ]     where, over the tie graph weighted by the number of exchanges, L_c = weight inside
 *   community c, K_c = strength of its members, m = total weight.
 *
 * Reads: tie; isolated enterprises belong to no community and are left out; a leaf has a share in Q, but is no member. The
 * best of 20 runs, each on nodes and links in a new shuffled order (the library's own walk only rotates the start);
 * communities with a member are numbered, most members first, then by smallest id.
 * Returns: community of each member, Q, its spread over the runs, agreement (NMI) with parks and cities.
 * Edge cases: no links → no members, null. Source: Blondel et al. 2008; Newman 2006; NMI: Danon et al. 2005.
 */
export const communities = ofNetwork(
  {
    name: "communities",
    nameZh: "社群(Louvain)",
    nameEn: "Communities (Louvain)",
    meaningZh: "彼此交换多于随机预期的企业群；模块度越高，分群越明显；与园区的一致度低，说明共生已跨出园区",
    meaningEn:
      "Groups of enterprises that exchange more among themselves than by chance; low agreement with parks = symbiosis outgrew the parks",
    unit: "1",
    range: "Q in [−1/2, 1], NMI in [0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "max Q = Σ_c [L_c/m − (K_c/2m)²]",
    whereZh:
      "L_c 为社区 c 内部的权重，K_c 为其节点的权重之和，m 为全部权重；权重为交换数；一致度为按算术平均归一的互信息",
    whereEn:
      "L_c = weight inside community c, K_c = summed weight of its nodes, m = all weight; weight = number of exchanges; agreement = mutual information normalised by the arithmetic mean",
    parameters: { seed: metricParameters.seed },
    conventions: { runs, resolution: 1, weight: "exchanges", unknownEnds: "leaves, part of Q, no members" },
    source: "Blondel, Guillaume, Lambiotte, Lefebvre 2008, DOI 10.1088/1742-5468/2008/10/P10008",
    agreesWith:
      "networkx 3.6.1 community.modularity on the tie graph; scikit-learn normalized_mutual_info_score",
    libraries: ["graphology-communities-louvain", "graphology-metrics"],
  },
  (view, options) => {
    const tie = tieGraph(directedGraph(view.path, view.edges));
    if (tie.size === 0) return noCommunities;
    const random = seededRandom(numberOf(options, "seed"));
    const partitions = Array.from({ length: runs }, () => partition(shuffledCopy(tie, random), random));
    const qualities = partitions.map(({ modularity }) => modularity);
    const best = partitions.reduce((a, b) => (b.modularity > a.modularity ? b : a));
    const members = listMembers(view, tie, best.communityById);
    return {
      kind: "partition",
      members,
      communities: new Set(members.map(({ community }) => community)).size,
      modularity: best.modularity,
      modularitySpread: [Math.min(...qualities), Math.max(...qualities)],
      agreementWithParks: agreement(view, members, "park"),
      agreementWithCities: agreement(view, members, "city"),
      reason: null,
    };
  },
);

/** The linked enterprises that are known, in order of their ids, by communities numbered among themselves. */
function listMembers(
  { nodes }: GraphView,
  tie: ReturnType<typeof tieGraph>,
  communityById: ReadonlyMap<string, number>,
) {
  const named = [...communityById].flatMap(([id, label]) => {
    const { nameZh, nameEn } = tie.getNodeAttributes(id);
    return nameZh === null ? [] : [{ id, label, nameZh, nameEn }];
  });
  const numbers = relabel(named);
  const placeIdOf = new Map(nodes.map(({ id, placeId }) => [id, placeId]));
  return named
    .map(({ id, nameZh, nameEn }) => ({
      id,
      placeId: placeIdOf.get(id) ?? null,
      nameZh,
      nameEn,
      community: numbers.get(id) ?? -1,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

type WeightedGraph = UndirectedGraph<Record<string, unknown>, LinkAttributes>;

/** Linked nodes and links in a random order, which the outcome depends on; first put in order, so that input order does not matter. */
function shuffledCopy(tie: ReturnType<typeof tieGraph>, random: Random): WeightedGraph {
  const copy: WeightedGraph = new UndirectedGraph();
  const linked = tie.filterNodes((node) => tie.degree(node) > 0).sort();
  for (const node of shuffled(linked, random)) copy.addNode(node);
  const links = tie.mapUndirectedEdges((_edge, attributes, source, target) => ({
    attributes,
    ends: [source, target].sort(),
  }));
  links.sort((a, b) => (a.ends.join(" ") < b.ends.join(" ") ? -1 : 1));
  for (const { ends, attributes } of shuffled(links, random))
    copy.addUndirectedEdge(ends[0], ends[1], attributes);
  return copy;
}

function partition(graph: WeightedGraph, random: Random) {
  // Named, for the library's default weight counts a missing one as 1.
  const getEdgeWeight = "exchanges" satisfies keyof LinkAttributes;
  const found = louvain(graph, { getEdgeWeight, rng: random, resolution: 1 });
  const communityById = relabel(Object.entries(found).map(([id, label]) => ({ id, label })));
  const modularity = modularityOf(graph, {
    getEdgeWeight,
    getNodeCommunity: (node) => communityById.get(node) ?? -1,
  });
  return { communityById, modularity };
}

/** NMI of the communities with a grouping, over the members of which the group is known. */
function agreement(
  { nodes, groups }: GraphView,
  members: readonly { id: string; community: number }[],
  key: "park" | "city",
): number | null {
  const { codes } = groups[key];
  const codeById = new Map(nodes.map(({ id }, node) => [id, codes[node] ?? -1]));
  const known = members.flatMap(({ id, community }) => {
    const label = codeById.get(id) ?? -1;
    return label < 0 ? [] : [{ community, label }];
  });
  return normalisedMutualInformation(
    known.map(({ community }) => community),
    known.map(({ label }) => label),
  );
}
