import type { Grouping } from "#graph/projection/graphs/graph-node.ts";
import type { GraphLinks } from "#graph/projection/graphs/graph-links.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import { wordOf, type MetricOptions } from "./metric.ts";

/** The parameter by which nodes are grouped, and its default in a scope whose nodes are groups themselves. */
export const byGroup = { group: metricParameters.group } as const;
export const groupsOfScope = {
  park: { group: { ...metricParameters.group, default: "city" } },
  city: { group: { ...metricParameters.group, default: "province" } },
} as const;

/** The grouping that is asked for; parks on one ground are one. */
export function groupingOf({ groups }: GraphView, options: MetricOptions): Grouping {
  const word = wordOf(options, "group");
  return word === "city" || word === "province" ? groups[word] : groups.ground;
}

/** By node of a graph, leaves included: its group, −1 where that is not known. */
export function codesOf({ origins }: GraphLinks, { codes }: Grouping): Int32Array {
  return Int32Array.from(origins, (origin) => codes[origin] ?? -1);
}

/** Calls back for each link end that a node has: its own links out, and those in. Of an undirected network each link once a node. */
export function forEachEnd(
  { directed, csr, sources }: GraphLinks,
  visit: (node: number, partner: number) => void,
): void {
  for (const [link, source] of sources.entries()) {
    const target = csr.targets[link] ?? 0;
    visit(source, target);
    if (directed) visit(target, source);
  }
}
