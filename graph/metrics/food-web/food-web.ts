import { wordOf, type Metric, type MetricOptions } from "#graph/metrics/metric.ts";
import { onNetwork, type NetworkText } from "#graph/metrics/network-measure.ts";
import type { Csr } from "#graph/projection/graphs/csr.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";

/** Who eats whom: row = prey (supplier), column = predator (receiver), F_ij = 1 where i supplies j. */
export interface FoodWeb {
  readonly nodes: number;
  /** Ones in F. */
  readonly links: number;
  /** Rows and columns with a one. */
  readonly prey: number;
  readonly predators: number;
  /** Columns with exactly one. */
  readonly specialised: number;
  /** By node: 1 where F has a one on the diagonal. */
  readonly loops: Uint8Array;
}

export type FoodWebText = Omit<NetworkText, keyof typeof foodWebText> &
  Partial<Pick<NetworkText, "range" | "unit">>;

/** The matrix of Layton et al. 2016, which has directions; the symmetric one of communities is another thing. */
const foodWebText = {
  unit: "1",
  range: "[0, ∞)",
  reads: "flow",
  needsOneLayer: false,
  parameters: { selfLoops: metricParameters.selfLoops },
  conventions: {},
  source: "Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283",
} as const;

/** A number of the food web; an undirected network has none. */
export function onFoodWeb(
  text: FoodWebText,
  measure: (web: FoodWeb, view: GraphView) => number | NullReason,
): Metric {
  return onNetwork({ ...foodWebText, ...text }, (view, options) =>
    view.directed ? measure(foodWebOf(view, options), view) : "undirected",
  );
}

function foodWebOf(view: GraphView, options: MetricOptions): FoodWeb {
  const { nodes, csr } = view.flow;
  const choice = wordOf(options, "selfLoops");
  const keepsLoops = choice === "kept" || (choice === "auto" && view.boundary !== null);
  const loops = keepsLoops ? findLoops(view) : new Uint8Array(nodes.length);
  const eaten = loops.slice();
  const diets = Uint32Array.from(loops);
  for (const [link, target] of csr.targets.entries()) {
    eaten[view.flow.sources[link] ?? 0] = 1;
    diets[target] = (diets[target] ?? 0) + 1;
  }
  return {
    nodes: nodes.length,
    links: csr.targets.length + loops.reduce((sum, loop) => sum + loop, 0),
    prey: eaten.reduce((sum, is) => sum + is, 0),
    predators: diets.reduce((sum, diet) => sum + Number(diet > 0), 0),
    specialised: diets.reduce((sum, diet) => sum + Number(diet === 1), 0),
    loops,
  };
}

function findLoops({ nodes, ends }: GraphView): Uint8Array {
  const loops = new Uint8Array(nodes.length);
  for (const [edge, source] of ends.sources.entries()) if (source === ends.targets[edge]) loops[source] = 1;
  return loops;
}

/** F in compressed rows, its diagonal included: for kernels that allow links to oneself. */
export function webLinks({ loops }: FoodWeb, { flow: { csr } }: GraphView): Csr {
  const { nodeCount } = csr;
  const offsets = new Uint32Array(nodeCount + 1);
  const targets = new Uint32Array(csr.targets.length + loops.length);
  let count = 0;
  for (let node = 0; node < nodeCount; node++) {
    if (loops[node] === 1) targets[count++] = node;
    const own = csr.targets.subarray(csr.offsets[node], csr.offsets[node + 1]);
    targets.set(own, count);
    count += own.length;
    offsets[node + 1] = count;
  }
  return { nodeCount, offsets, targets: targets.slice(0, count) };
}
