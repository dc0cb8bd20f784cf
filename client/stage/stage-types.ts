import type { Locale } from "#client/model/locale.ts";
import type { Selection } from "#client/model/view/selection.ts";
import type { CameraView } from "./controls/camera-control.ts";

export type StageMode = "map" | "force";

/** A point of the container, CSS px from its upper left corner. */
export interface StagePoint {
  readonly x: number;
  readonly y: number;
}

export interface StageCallbacks {
  /** The thing under the pointer and where it is in the container, or null. */
  onHover(item: Selection | null, at: StagePoint | null): void;
  /** A click: the thing, or null to clear. A click on the only selected thing clears. */
  onSelect(selection: Selection | null): void;
  /** A double click on a place. */
  onOpen(placeId: string): void;
  /** The camera came to rest. */
  onCamera(camera: CameraView): void;
  /** The graphics context was lost, or is back. */
  onLost(state: "lost" | "restored"): void;
}

export interface StageOptions {
  readonly locale: Locale;
  readonly mode?: StageMode;
  readonly camera?: CameraView;
  /** Default: follows `prefers-reduced-motion`. */
  readonly reducedMotion?: boolean;
}
