import type { Layer } from "#graph/schema/records/layer.ts";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { Classes } from "./classes.ts";
import type { Hulls, StageHull } from "./hulls.ts";
import type { Carried } from "./measured.ts";

/**
 * What a mark says: a park with exchanges (disc), one with records but none under the filter (dot), one without any
 * record (ring), a plant with its own point (diamond), a county (hollow square), a city that stands for a place not
 * known (dashed hollow square, drawn only where it is chosen or a candidate ends there).
 */
export const markKinds = ["park", "park-quiet", "park-empty", "site", "county", "city"] as const;
export type MarkKind = (typeof markKinds)[number];

/** One mark. Positions are in map units (degrees of longitude, Mercator); sizes in CSS px at the fitting zoom. */
export interface StageNode {
  readonly id: string;
  readonly mark: MarkKind;
  readonly x: number;
  readonly y: number;
  readonly forceX: number;
  readonly forceY: number;
  /** Radius of a disc, half the side of a square. */
  readonly size: number;
  readonly colour: string;
  /** How full the mark is drawn where a measure colours it (−1 to 1), `none` where it has no value; `plain` without a measure. */
  readonly fill: number | "none" | "plain";
  readonly label: string;
  /** Labels with a higher rank win the space. */
  readonly rank: number;
  /** Exchanges inside the place per layer, drawn as a ring in parts; null where there are none. */
  readonly inside: Readonly<Record<Layer, number>> | null;
  /** What a click on it selects. */
  readonly selection: Selection;
}

/** One line, solid for a real corridor, thin and dotted for a candidate. */
export interface StageEdge {
  readonly id: string;
  readonly kind: "corridor" | "candidate";
  readonly from: string;
  readonly to: string;
  readonly layer: Layer;
  /** CSS px. */
  readonly width: number;
  readonly colour: string;
  /** Whether neighbourhoods reach through it: not through candidates and ends that stand for many. */
  readonly carriesPath: boolean;
  /** Nothing confirmed any of its exchanges for longer than the chosen age: drawn dashed. */
  readonly stale: boolean;
  /** Sideways bow as a share of the length. */
  readonly curvature: number;
  /** Shown at the line while it is hovered or selected. */
  readonly label: string;
  readonly selection: Selection;
}

/** What leaves a mark for a place not known, or comes from one: a short arrow with a count, of one layer and direction. */
export interface StageStub {
  readonly id: string;
  /** Id of the mark it is fixed to. */
  readonly nodeId: string;
  readonly layer: Layer;
  readonly direction: "out" | "in";
  /** Exchanges. */
  readonly count: number;
  readonly colour: string;
  /** Where it points from the mark, radians clockwise from east, on the map and in the relation view. */
  readonly angle: number;
  readonly forceAngle: number;
  readonly selection: Selection;
}

/** Everything the stage draws. */
export interface GraphSpec {
  readonly nodes: readonly StageNode[];
  readonly edges: readonly StageEdge[];
  readonly stubs: readonly StageStub[];
  readonly hulls: readonly StageHull[];
  /** Stage id of the selection, drawn with a ring or in full strength; null where nothing is selected or it is not drawn. */
  readonly selectedId: string | null;
  /** Ids that stay strong while the rest fades; null = nothing fades. */
  readonly focusIds: ReadonlySet<string> | null;
  readonly legend: Legend;
}

/** A value with its width or radius in CSS px at the fitting zoom. */
export interface LegendSample {
  readonly value: number;
  readonly pixels: number;
}

export type LegendMark = MarkKind | "inside";

/** One row of the legend: only what is drawn now gets a row. Screens turn rows into words. */
export type LegendRow =
  | {
      readonly kind: "layer";
      readonly layer: Layer;
      readonly colour: string;
      readonly unit: string;
      readonly corridors: number;
    }
  | {
      readonly kind: "width";
      readonly by: WidthBy;
      /** Unit of the flow; null for a number of exchanges. */
      readonly unit: string | null;
      readonly samples: readonly LegendSample[];
    }
  /** `metric` null: the number of exchanges. */
  | {
      readonly kind: "size";
      readonly metric: MetricDescription | null;
      readonly samples: readonly LegendSample[];
    }
  | {
      readonly kind: "classes";
      readonly metric: MetricDescription;
      readonly carried: Carried;
      readonly classes: Classes;
    }
  | ({ readonly kind: "hulls" } & Hulls)
  | { readonly kind: "mark"; readonly mark: LegendMark; readonly count: number }
  /** Exchanges of which one end is not known. */
  | { readonly kind: "stub"; readonly count: number }
  | { readonly kind: "stale"; readonly count: number }
  | { readonly kind: "candidate"; readonly colour: string; readonly count: number };

export type WidthBy = "exchanges" | "flow";

export interface Legend {
  readonly rows: readonly LegendRow[];
  /** Corridors between places that are drawn, of how many. */
  readonly corridorsShown: number;
  readonly corridorsTotal: number;
  readonly placesShown: number;
}

export const nothingDrawn: GraphSpec = {
  nodes: [],
  edges: [],
  stubs: [],
  hulls: [],
  selectedId: null,
  focusIds: null,
  legend: { rows: [], corridorsShown: 0, corridorsTotal: 0, placesShown: 0 },
};
