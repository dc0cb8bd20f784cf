/**
 * Web Mercator in degrees: x is the longitude, y the stretched latitude. One unit is one degree of longitude, so that
 * numbers stay small and a circle stays a circle.
 */
export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface LonLat {
  readonly lon: number;
  readonly lat: number;
}

const radiansPerDegree = Math.PI / 180;

export function toMap({ lon, lat }: LonLat): MapPoint {
  const y = Math.log(Math.tan(Math.PI / 4 + (lat * radiansPerDegree) / 2)) / radiansPerDegree;
  return { x: lon, y };
}

export function toLonLat({ x, y }: MapPoint): LonLat {
  const lat = (2 * Math.atan(Math.exp(y * radiansPerDegree)) - Math.PI / 2) / radiansPerDegree;
  return { lon: x, lat };
}

/** Window that "fit" shows: both provinces with some sea around. */
export const regionWindow = { west: 114.35, south: 30.55, east: 122.95, north: 38.65 } as const;

export interface Extent {
  readonly x: [number, number];
  readonly y: [number, number];
}

/** The window in map units: the fixed box of the stage, whatever is filtered away. */
export const regionExtent: Extent = {
  x: [regionWindow.west, regionWindow.east],
  y: [toMap({ lon: 0, lat: regionWindow.south }).y, toMap({ lon: 0, lat: regionWindow.north }).y],
};

/** Middle of the window. */
export const regionCentre: MapPoint = {
  x: (regionExtent.x[0] + regionExtent.x[1]) / 2,
  y: (regionExtent.y[0] + regionExtent.y[1]) / 2,
};
