import { DirectedGraph } from "graphology";
import betweennessOfGraphology from "graphology-metrics/centrality/betweenness.js";
import closenessOfGraphology from "graphology-metrics/centrality/closeness.js";
import pagerankOfGraphology from "graphology-metrics/centrality/pagerank.js";
import { betweenness } from "#graph/metrics/kernel/betweenness.ts";
import { toCommunityGraph } from "#graph/metrics/kernel/communities/community-graph.ts";
import { leiden } from "#graph/metrics/kernel/communities/leiden.ts";
import { modularity } from "#graph/metrics/kernel/communities/modularity.ts";
import { weakComponentSizes } from "#graph/metrics/kernel/components.ts";
import { coreNumbers } from "#graph/metrics/kernel/cores.ts";
import { cutPoints } from "#graph/metrics/kernel/cut-points.ts";
import { measureReach } from "#graph/metrics/kernel/distances.ts";
import { hits } from "#graph/metrics/kernel/hits.ts";
import { pagerank } from "#graph/metrics/kernel/pagerank.ts";
import { pathBetweenness } from "#graph/metrics/kernel/path-betweenness.ts";
import { allStarts } from "#graph/metrics/kernel/start-nodes.ts";
import { trianglesAt } from "#graph/metrics/kernel/triangles.ts";
import { sourcesOf, symmetric, type Csr } from "#graph/projection/graphs/csr.ts";
import type { Province } from "./provinces.ts";

export interface Job {
  readonly name: string;
  /** Most that our time may be of igraph's; null where nothing is demanded. */
  readonly goal: number | null;
  /** The same with two threads, for what falls into parts. */
  readonly pairGoal?: number;
  /** Our work; what it returns is compared where the peer has one number. */
  readonly ours: (province: Province, tie: Csr) => unknown;
  /** The same by graphology-metrics, on small provinces. */
  readonly graphology?: (graph: DirectedGraph) => unknown;
  /** Whether NetworkX takes seconds and not hours. */
  readonly networkx: boolean;
}

const ones = (csr: Csr) => new Float64Array(csr.targets.length).fill(1);

/** All pairs: one search of ours gives the four answers for which igraph is asked one after the other. */
function allPairs(csr: Csr, tie: Csr) {
  return [measureReach(csr, allStarts(csr)), measureReach(tie, allStarts(tie))];
}

/** Paths from all nodes: the work falls into parts, which two threads share. */
export const exactJobs: readonly Job[] = [
  {
    name: "betweenness",
    goal: 0.6,
    pairGoal: 0.3,
    ours: ({ csr }) => betweenness(csr, allStarts(csr)),
    graphology: (graph) => betweennessOfGraphology(graph, { getEdgeWeight: null }),
    networkx: false,
  },
  {
    name: "weighted betweenness",
    goal: null,
    pairGoal: 0.3,
    ours: ({ csr, weights }) =>
      pathBetweenness(
        csr,
        weights.map((weight) => 1 / weight),
        allStarts(csr),
      ),
    networkx: false,
  },
  {
    name: "all pairs",
    goal: null,
    pairGoal: 0.08,
    ours: ({ csr }, tie) => allPairs(csr, tie),
    graphology: (graph) => closenessOfGraphology(graph, { wassermanFaust: true }),
    networkx: false,
  },
];

export const linearJobs: readonly Job[] = [
  {
    name: "pagerank",
    goal: 1.5,
    ours: ({ csr }) => pagerank(csr, ones(csr), 0.85),
    graphology: (graph) =>
      pagerankOfGraphology(graph, { getEdgeWeight: null, tolerance: 1e-12, maxIterations: 5000 }),
    networkx: true,
  },
  { name: "hits", goal: 1.5, ours: ({ csr }) => hits({ csr, weights: ones(csr) }), networkx: true },
  { name: "cores", goal: 1.5, ours: (_, tie) => coreNumbers(tie), networkx: true },
  { name: "components", goal: 1.5, ours: ({ csr }) => weakComponentSizes(csr), networkx: true },
  { name: "clustering", goal: 1.5, ours: (_, tie) => trianglesAt(tie), networkx: true },
  { name: "articulation points", goal: 1.5, ours: (_, tie) => cutPoints(tie), networkx: true },
  {
    name: "leiden",
    goal: 1.5,
    ours: (_, tie) => {
      const graph = toCommunityGraph(tie, ones(tie));
      return modularity(graph, leiden(graph, { resolution: 1, seed: 1, rounds: 2 }), 1);
    },
    networkx: false,
  },
];

export const tieOf = ({ csr }: Province): Csr => symmetric(csr).csr;

export function graphologyOf({ csr }: Province): DirectedGraph {
  const graph = new DirectedGraph();
  for (let node = 0; node < csr.nodeCount; node++) graph.addNode(node);
  for (const [link, source] of sourcesOf(csr).entries()) graph.addEdge(source, csr.targets[link]);
  return graph;
}
