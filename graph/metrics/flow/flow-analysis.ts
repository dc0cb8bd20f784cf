import { checkBalance, imputeBoundary, throughflow } from "#graph/metrics/kernel/flow/flow-system.ts";
import type { Balance, FlowSystem, Throughflow } from "#graph/metrics/kernel/flow/flow-system.ts";
import { environ, type Environ } from "#graph/metrics/kernel/flow/environ.ts";
import type { GraphView } from "#graph/projection/graphs/graph-view.ts";
import { once } from "#graph/projection/once.ts";
import type { NullReason } from "#graph/schema/answers/null-reason.ts";
import { systemOfView } from "./system-of-view.ts";

/** Nodes up to which an inverse is made: 3,000 take half a minute and 300 MB. */
export const mostNodes = 3000;

/** What all measures of one flow system share. */
export interface FlowAnalysis {
  readonly system: FlowSystem;
  readonly through: Throughflow;
  /** Of the system as it was recorded, before anything was imputed. */
  readonly recorded: Throughflow;
  readonly balance: Balance;
  readonly imputed: Float64Array;
  readonly imputedShare: number;
  /** Inverted when first asked for. */
  readonly environ: Environ | NullReason;
}

/** A measure must not invert again what the one before it has inverted: an analysis lives as long as its view. */
const analyses = new WeakMap<GraphView, Map<string, FlowAnalysis | NullReason>>();

/**
 * The flow system behind a view. `boundary`: `recorded` takes the stated boundary flows alone, `imputed` closes every node
 * by what is missing, `auto` takes those of a file that states any and closes the nodes of all others.
 */
export function analyseFlows(view: GraphView, boundary: string): FlowAnalysis | NullReason {
  const known = analyses.get(view) ?? new Map<string, FlowAnalysis | NullReason>();
  analyses.set(view, known);
  const analysis = known.get(boundary) ?? analyse(view, boundary);
  known.set(boundary, analysis);
  return analysis;
}

function analyse(view: GraphView, boundary: string): FlowAnalysis | NullReason {
  if (!view.directed) return "undirected";
  if (!view.oneUnit) return "several-layers";
  return toAnalysis(
    systemOfView(view),
    boundary === "imputed" || (boundary === "auto" && view.boundary === null),
  );
}

export function toAnalysis(stated: FlowSystem, isClosed: boolean): FlowAnalysis {
  const recorded = throughflow(stated);
  const { system, imputed, imputedShare } = isClosed
    ? imputeBoundary(stated)
    : { system: stated, imputed: new Float64Array(stated.nodeCount), imputedShare: 0 };
  const lazy = once(() =>
    system.nodeCount > mostNodes ? "too-many-nodes" : (environ(system) ?? "closed-loop"),
  );
  return {
    system,
    recorded,
    through: throughflow(system),
    balance: checkBalance(recorded),
    imputed,
    imputedShare,
    get environ() {
      return lazy();
    },
  };
}
