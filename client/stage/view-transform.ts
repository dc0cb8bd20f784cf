import type { MapPoint } from "#client/model/map/mercator.ts";

/** Map units → CSS px of the stage: x grows right, y grows up on the map and down on the screen. */
export interface ViewTransform {
  readonly scale: number;
  readonly originX: number;
  readonly originY: number;
  readonly width: number;
  readonly height: number;
}

export function toScreen(view: ViewTransform, point: MapPoint): { x: number; y: number } {
  return { x: view.originX + point.x * view.scale, y: view.originY - point.y * view.scale };
}

export function toMapPoint(
  view: ViewTransform,
  screen: { readonly x: number; readonly y: number },
): MapPoint {
  return { x: (screen.x - view.originX) / view.scale, y: (view.originY - screen.y) / view.scale };
}
