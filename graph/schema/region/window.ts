/** Window that holds Shandong and Jiangsu, degrees, WGS-84: a point outside it is in neither province. */
const regionWindow = { west: 113.5, east: 123.6, south: 30.3, north: 39.0 } as const;

/** Whether a point lies in the window of the two provinces. */
export function isInRegion(lon: number, lat: number): boolean {
  const { west, east, south, north } = regionWindow;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** Whether longitude and latitude stand in each other's place: read the other way round they lie in the window. */
export function isSwapped(lon: unknown, lat: unknown): boolean {
  return typeof lon === "number" && typeof lat === "number" && !isInRegion(lon, lat) && isInRegion(lat, lon);
}
