import type { Environ } from "#graph/metrics/kernel/flow/environ.ts";
import { wordOf, type Metric, type MetricOptions } from "#graph/metrics/metric.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { metricParameters } from "#graph/schema/answers/metric-parameters.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { analyseFlows, mostNodes, type FlowAnalysis } from "./flow-analysis.ts";

export type FlowText = Omit<MetricDescription, "id" | "scope" | "columns" | keyof typeof flowText> &
  Partial<Pick<MetricDescription, keyof typeof flowText>> & {
    /** Second half of the metric's id. */
    readonly name: string;
  };

/** What is the same for all measures of the flow system. */
const flowText = {
  reads: "raw",
  needsOneLayer: true,
  unit: "1",
  parameters: { boundary: metricParameters.boundary },
  conventions: { selfLoops: "kept", unknownQuantities: "left out", steadyWithin: "5 %" },
} as const satisfies Partial<MetricDescription>;

/** Conventions of what needs an inverse of the whole system. */
export const inverted = { ...flowText.conventions, mostNodes } as const;

/** What stands beside every number of the flow system. */
const columns: MetricDescription["columns"] = [
  {
    name: "imputedShare",
    zh: "节点通量中未记录、按平衡补入的占比",
    en: "Share of the throughflow that was not recorded but imputed to balance the nodes",
  },
  {
    name: "unbalancedNodes",
    zh: "按记录，流入与流出相差超过 5 % 的节点数",
    en: "Nodes whose recorded input and output differ by more than 5 %",
  },
];

/** A number of the flow system, with the share that is imputed and the nodes that are not balanced. */
export function flowNumber(
  text: FlowText,
  measure: (analysis: FlowAnalysis, options: MetricOptions) => number | NullReason,
): Metric {
  const { name, ...rest } = text;
  return {
    description: { id: `flow.${name}`, scope: "flow", ...flowText, ...rest, columns },
    compute: (view, options) => {
      const analysis = analyseFlows(view, wordOf(options, "boundary"));
      const value = typeof analysis === "string" ? analysis : measure(analysis, options);
      return {
        kind: "scalar",
        value: typeof value === "number" ? value : null,
        parts: typeof analysis === "string" ? [] : partsOf(analysis),
        reason: typeof value === "number" ? null : value,
        basis: null,
      };
    },
  };
}

function partsOf({ imputedShare, balance }: FlowAnalysis) {
  const unbalanced = balance.imbalance.filter((share) => share > 0.05).length;
  return [
    { name: "imputedShare", value: imputedShare },
    { name: "unbalancedNodes", value: unbalanced },
  ];
}

/** A number of the inverted system. */
export function environNumber(
  text: FlowText,
  measure: (environ: Environ, analysis: FlowAnalysis, options: MetricOptions) => number | null,
): Metric {
  return flowNumber({ conventions: inverted, ...text }, (analysis, options) => {
    const { environ } = analysis;
    return typeof environ === "string" ? environ : (measure(environ, analysis, options) ?? "zero-total");
  });
}

/** Any other result of the flow system. */
export function ofFlows(
  { name, ...text }: FlowText,
  own: MetricDescription["columns"],
  compute: (view: GraphView, options: MetricOptions) => MetricResult,
): Metric {
  return { description: { id: `flow.${name}`, scope: "flow", ...flowText, ...text, columns: own }, compute };
}

/** A number of information theory: null where nothing flows, or one flow alone. */
export function finite(value: number | undefined): number | NullReason {
  return value === undefined || Number.isNaN(value) ? "zero-total" : value;
}
