import { modularity as modularityOf } from "#graph/metrics/kernel/communities/modularity.ts";
import { numberOf, wordOf } from "#graph/metrics/metric.ts";
import { onNetwork } from "#graph/metrics/network-measure.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { communityNetwork } from "./community-network.ts";

/**
 * Modularity of the parks, cities or provinces: how much more exchange stays inside them than chance would have it.
 *
 *   Q = Σ_c [ L_c/m − γ (K_c/2m)² ], with directions Σ_c [ L_c/m − γ Kout_c Kin_c/m² ]
 *   where L_c = weight inside group c, K_c = strength of its members, m = total weight.
 *
 * Reads: tie, or path for directed modularity; weighted by the number of exchanges, in a file by its weights. A node of no
 * known group, and every leaf, is a group of its own. Returns: one number, [−1, 1].
 * Edge cases: no links → null; no known group → null.
 * Source: Newman 2006. Agrees with: networkx community.modularity.
 */
export const modularity = onNetwork(
  {
    name: "modularity",
    nameZh: "模块度",
    nameEn: "Modularity",
    meaningZh:
      "交换留在组内(园区、城市或省份)的比例超过随机预期多少；越高，边界越是交换的边界，负值表示交换多跨组",
    meaningEn:
      "How much more exchange stays inside the groups (parks, cities or provinces) than by chance; high = their borders are borders of exchange, below 0 = exchange runs across",
    unit: "1",
    range: "[−1, 1]",
    reads: "tie",
    needsOneLayer: false,
    formula: "Q = Σ_c [L_c/m − γ(K_c/2m)²]",
    whereZh:
      "L_c 为组 c 内部的权重，K_c 为其节点的权重之和，m 为全部权重，γ 为分辨率；不属于已知组的节点各为一组",
    whereEn:
      "L_c = weight inside group c, K_c = summed weight of its nodes, m = all weight, γ = resolution; a node of no known group is a group of its own",
    parameters: {
      group: metricParameters.group,
      directions: metricParameters.directions,
      resolution: metricParameters.resolution,
    },
    conventions: { unknownEnds: "leaves, each a group of its own" },
    source: "Newman 2006, DOI 10.1073/pnas.0601602103",
    agreesWith: "networkx 3.6.1 community.modularity",
  },
  (view, options) => {
    const network = communityNetwork(view, wordOf(options, "directions") === "directed" && view.directed);
    if (!(network.graph.total > 0)) return "no-links";
    const group = wordOf(options, "group");
    const { codes } = view.groups[group === "city" || group === "province" ? group : "ground"];
    const { path } = view;
    let alone = 0;
    const numbers = new Map<number, number>();
    const groups = network.origins.map((origin) => {
      const code = origin < path.nodes.length ? (codes[path.origins[origin] ?? 0] ?? -1) : -1;
      if (code < 0) return numbers.size + alone++;
      const known = numbers.get(code) ?? numbers.size + alone;
      numbers.set(code, known);
      return known;
    });
    return numbers.size === 0
      ? "group-not-known"
      : modularityOf(network.graph, groups, numberOf(options, "resolution"));
  },
);
