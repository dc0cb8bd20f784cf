import type { Environ } from "#graph/metrics/kernel/flow/environ.ts";
import { wordOf, type Metric, type MetricOptions } from "#graph/metrics/metric.ts";
import type { GroupLabel } from "#graph/projection/graphs/graph-node.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { analyseFlows, toAnalysis, type FlowAnalysis } from "./flow-analysis.ts";
import { inverted, ofFlows, type FlowText } from "./flow-measure.ts";
import { groupSystem } from "./system-of-view.ts";

/**
 * One number for each pair of groups, or of nodes where no group is known. What runs inside a group is its flow to itself;
 * what a node of no known group supplies or takes crosses the boundary.
 */
export function pairMatrix(text: FlowText, cellsOf: (environ: Environ) => Float64Array): Metric {
  const described = {
    ...text,
    parameters: { boundary: metricParameters.boundary, group: metricParameters.group },
    conventions: { ...inverted, withoutGroups: "every node for itself" },
  };
  const columns = [{ name: "share", zh: text.meaningZh, en: text.meaningEn }];
  return ofFlows(described, columns, (view, options) => {
    const { labels, analysis } = analyseGroups(view, options);
    if (typeof analysis === "string") return matrixOf([], [], analysis);
    const { environ } = analysis;
    if (typeof environ === "string") return matrixOf([], [], environ);
    const cells = cellsOf(environ);
    const { size } = environ;
    return matrixOf(
      labels,
      labels.map((_, row) => [...cells.subarray(row * size, (row + 1) * size)]),
      null,
    );
  });
}

interface Grouped {
  readonly labels: readonly GroupLabel[];
  readonly analysis: FlowAnalysis | NullReason;
}

function analyseGroups(view: GraphView, options: MetricOptions): Grouped {
  const whole = analyseFlows(view, wordOf(options, "boundary"));
  const { codes, labels } = view.groups[groupOf(options)];
  if (typeof whole === "string" || labels.length === 0) return { labels: view.nodes, analysis: whole };
  return { labels, analysis: toAnalysis(groupSystem(whole.system, codes, labels.length), false) };
}

/** Parks on one ground are one. */
function groupOf(options: MetricOptions): "ground" | "city" | "province" {
  const group = wordOf(options, "group");
  return group === "city" || group === "province" ? group : "ground";
}

function matrixOf(
  labels: readonly GroupLabel[],
  rows: number[][],
  reason: NullReason | null,
): Extract<MetricResult, { kind: "matrix" }> {
  return {
    kind: "matrix",
    labels: {
      ids: labels.map(({ id }) => id),
      namesZh: labels.map(({ nameZh }) => nameZh),
      namesEn: labels.map(({ nameEn }) => nameEn),
    },
    matrices: reason === null ? [{ name: "share", rows }] : [],
    reason,
  };
}
