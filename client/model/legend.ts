import type { Layer } from "#graph/schema/layer.ts";

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
      readonly by: "exchanges" | "flow";
      readonly unit: string | null;
      readonly samples: readonly LegendSample[];
    }
  | { readonly kind: "size"; readonly samples: readonly LegendSample[] }
  | {
      readonly kind: "mark";
      readonly mark: "park" | "park-empty" | "place" | "margin" | "inside";
      readonly count: number;
    }
  | { readonly kind: "candidate"; readonly colour: string; readonly count: number };

/** A value with its width or radius in CSS px. */
export interface LegendSample {
  readonly value: number;
  readonly pixels: number;
}

export interface Legend {
  readonly rows: readonly LegendRow[];
  readonly corridorsShown: number;
  readonly corridorsTotal: number;
  readonly placesShown: number;
}
