import type { Candidate } from "#graph/schema/candidate.ts";
import type { Place } from "#graph/schema/place.ts";
import type { Corridor } from "#graph/schema/views.ts";
import type { Locale } from "./locale.ts";
import type { Selection } from "./selection.ts";
import type { GraphSpec } from "./stage-spec.ts";

export interface GraphSpecInput {
  readonly places: readonly Place[];
  /** Between and inside places (from = to); the widest are drawn. */
  readonly corridors: readonly Corridor[];
  /** Corridors under the filter, where the server holds more than it sent; else the given ones between places are counted. */
  readonly corridorTotal?: number;
  /** Candidates to draw; empty when the overlay is off. */
  readonly candidates: readonly Candidate[];
  readonly selection: Selection | null;
  /** Steps around the selection that stay strong; 0 = nothing fades. */
  readonly depth: 0 | 1 | 2 | 3;
  readonly locale: Locale;
  /** Width of corridors: number of exchanges, or flow (only where one layer is drawn). Exchanges unless told. */
  readonly widthBy?: "exchanges" | "flow";
  /** Corridors drawn at most; 200 unless told. */
  readonly limit?: number;
  /** Positions of the relation view (`layoutByForce`); the map's own where a place has none. */
  readonly forcePositions?: ReadonlyMap<string, { readonly x: number; readonly y: number }>;
}

/** Places, corridors, candidates and selection → the marks and lines of the stage. Pure and deterministic. */
export function buildGraphSpec(input: GraphSpecInput): GraphSpec {
  throw new Error(`not built yet: ${input.places.length}`);
}
