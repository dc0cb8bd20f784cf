import { leiden } from "#graph/metrics/kernel/communities/leiden.ts";
import { modularity } from "#graph/metrics/kernel/communities/modularity.ts";
import { relabel } from "#graph/metrics/kernel/partition.ts";
import { seededRandom } from "#graph/metrics/kernel/random.ts";
import { numberOf, wordOf, type MetricOptions } from "#graph/metrics/metric.ts";
import { ofNetwork } from "#graph/metrics/network-measure.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import { agreements, stabilityOf } from "./agreement.ts";
import { communityNetwork, type CommunityNetwork } from "./community-network.ts";
import { louvainRun } from "./louvain.ts";

const noCommunities: MetricResult = {
  kind: "partition",
  members: [],
  communities: 0,
  modularity: null,
  modularitySpread: null,
  stability: null,
  agreements: [],
  reason: "no-links",
};

/** Links above which a run stops after two rounds, which find all but the last thousandth of modularity. */
const quickAbove = 50_000;
const rounds = { usual: 10, quick: 2 } as const;

/**
 * Communities: groups of enterprises that exchange more with each other than chance would have it.
 *
 *   Q = Σ_c [ L_c/m − γ (K_c/2m)² ], with directions Σ_c [ L_c/m − γ Kout_c Kin_c/m² ]
 *   where L_c = weight inside community c, K_c = strength of its members, m = total weight.
 *
 * Reads: tie, or path for directed modularity; weighted by the number of exchanges, in a file by its weights. A node
 * without links belongs to no community; a leaf has a share in Q, but is no member. The best of several seeded runs of
 * Leiden (connected communities) or Louvain; numbered by members, most first, then by smallest id.
 * Returns: community of each member, Q, its spread and the stability over the runs, agreement with parks, cities, provinces.
 * Edge cases: no links → no members, null. Source: Traag, Waltman, van Eck 2019; Newman 2006; NMI: Danon et al. 2005.
 */
export const communities = ofNetwork(
  {
    name: "communities",
    nameZh: "社群",
    nameEn: "Communities",
    meaningZh: "彼此交换多于随机预期的企业群；模块度越高，分群越明显；与园区的一致度低，说明共生已跨出园区",
    meaningEn:
      "Groups of enterprises that exchange more among themselves than by chance; low agreement with parks = symbiosis outgrew the parks",
    unit: "1",
    range: "Q ∈ [−1/2, 1], NMI ∈ [0, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "max Q = Σ_c [L_c/m − γ(K_c/2m)²]",
    whereZh:
      "L_c 为社区 c 内部的权重，K_c 为其节点的权重之和，m 为全部权重，γ 为分辨率；权重为交换数(文件中为其权重)；一致度为按算术平均归一的互信息与调整兰德指数；稳定性为各次运行两两互信息的平均",
    whereEn:
      "L_c = weight inside community c, K_c = summed weight of its nodes, m = all weight, γ = resolution; weight = number of exchanges (in a file, its weights); agreement = mutual information normalised by the arithmetic mean, and adjusted Rand index; stability = mean mutual information of all pairs of runs",
    parameters: {
      seed: metricParameters.seed,
      algorithm: metricParameters.algorithm,
      directions: metricParameters.directions,
      resolution: metricParameters.resolution,
      runs: metricParameters.runs,
    },
    conventions: {
      unknownEnds: "leaves, part of Q, no members",
      rounds: rounds.usual,
      roundsAbove50kLinks: rounds.quick,
    },
    source: "Traag, Waltman, van Eck 2019, DOI 10.1038/s41598-019-41695-z",
    agreesWith:
      "networkx 3.6.1 community.modularity; scikit-learn normalized_mutual_info_score, adjusted_rand_score",
    libraries: ["graphology-communities-louvain"],
  },
  (view, options) => {
    const isDirected = wordOf(options, "directions") === "directed" && view.directed;
    const network = communityNetwork(view, isDirected);
    if (!(network.graph.total > 0)) return noCommunities;
    const found = runAll(network, isDirected, options);
    const qualities = found.map((groups) =>
      modularity(network.graph, groups, numberOf(options, "resolution")),
    );
    const best = found[qualities.indexOf(Math.max(...qualities))] ?? new Uint32Array();
    const members = listMembers(view, network, best);
    return {
      kind: "partition",
      members: members.map(({ id, placeId, nameZh, nameEn, community }) => ({
        id,
        placeId,
        nameZh,
        nameEn,
        community,
      })),
      communities: new Set(members.map(({ community }) => community)).size,
      modularity: Math.max(...qualities),
      modularitySpread: [Math.min(...qualities), Math.max(...qualities)],
      stability: stabilityOf(found),
      agreements: agreements(view, members),
      reason: null,
    };
  },
);

function runAll(network: CommunityNetwork, isDirected: boolean, options: MetricOptions): Uint32Array[] {
  const random = seededRandom(numberOf(options, "seed"));
  const resolution = numberOf(options, "resolution");
  const isLouvain = wordOf(options, "algorithm") === "louvain";
  const isQuick = network.csr.targets.length > quickAbove;
  return Array.from({ length: numberOf(options, "runs") }, () =>
    isLouvain
      ? louvainRun(network, { isDirected, resolution, random })
      : leiden(network.graph, {
          resolution,
          seed: Math.floor(random() * 2 ** 32),
          rounds: isQuick ? rounds.quick : rounds.usual,
        }),
  );
}

/** The linked enterprises that are known, in order of their ids, by communities numbered among themselves. */
function listMembers({ path, nodes }: GraphView, { origins }: CommunityNetwork, found: Uint32Array) {
  const known = [...origins.entries()].flatMap(([position, origin]) => {
    const node = path.origins[origin] ?? 0;
    const { id, placeId, nameZh, nameEn } = nodes[node] ?? {};
    return origin >= path.nodes.length || id === undefined || placeId === undefined || nameZh === undefined
      ? []
      : [{ node, id, placeId, nameZh, nameEn: nameEn ?? null, label: found[position] ?? 0 }];
  });
  const numbers = relabel(known);
  return known.map((member) => ({ ...member, community: numbers.get(member.id) ?? -1 }));
}
