import { toMap, type MapPoint } from "./mercator.ts";

/** Window of the base map's data; beyond it nothing is known, so the sheet ends there. */
export const basemapWindow = { west: 113.5, south: 30.3, east: 123.6, north: 39 } as const;

export interface BasemapShape {
  readonly kind: "land" | "lake" | "river";
  /** Closed rings of land and lakes, open lines of rivers, in map units. */
  readonly lines: readonly (readonly MapPoint[])[];
}

/** A name set in map type, in both languages. */
export interface BasemapName {
  readonly id: string;
  readonly kind: "sea" | "lake" | "river";
  readonly nameZh: string;
  readonly nameEn: string;
  readonly x: number;
  readonly y: number;
  /** Larger waters keep their name at smaller scales. */
  readonly rank: number;
}

export interface Basemap {
  readonly shapes: readonly BasemapShape[];
  readonly names: readonly BasemapName[];
}

interface Feature {
  readonly properties: {
    readonly kind: BasemapShape["kind"];
    readonly name_zh: string | null;
    readonly name_en: string | null;
  };
  readonly geometry: { readonly type: string; readonly coordinates: unknown };
}

/** Coast, lakes and rivers of `basemap.geojson` (WGS-84) in map units, with the names of the larger waters. */
export function readBasemap(collection: { readonly features: readonly Feature[] }): Basemap {
  const shapes: BasemapShape[] = [];
  const names: BasemapName[] = [];
  for (const { properties, geometry } of collection.features) {
    const lines = linesOf(geometry.coordinates).filter((line) => line.length > 1);
    if (lines.length === 0) continue;
    shapes.push({ kind: properties.kind, lines });
    const name = nameOf(properties, lines);
    if (name !== null && !names.some(({ id }) => id === name.id)) names.push(name);
  }
  return { shapes, names };
}

function linesOf(coordinates: unknown): MapPoint[][] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) return [];
  const list: readonly unknown[] = coordinates;
  if (list.every(isPosition)) return [list.map(([lon, lat]) => toMap({ lon, lat }))];
  return list.flatMap(linesOf);
}

function isPosition(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && typeof value[0] === "number" && typeof value[1] === "number";
}

function nameOf(
  { kind, name_zh: nameZh, name_en: nameEn }: Feature["properties"],
  lines: readonly (readonly MapPoint[])[],
): BasemapName | null {
  if (nameZh === null || kind === "land") return null;
  const line = lines.toSorted((left, right) => right.length - left.length)[0] ?? [];
  const common = {
    id: `${kind}|${nameZh}`,
    kind,
    nameZh,
    nameEn: englishName(nameEn ?? nameZh),
    rank: line.length,
  };
  if (kind === "lake") return { ...common, ...middleOf(line) };
  const middle = line[Math.floor(line.length * 0.45)];
  return middle === undefined ? null : { ...common, ...middle };
}

/** The data writes "Tai Hu"; maps in English write "Lake Tai". */
function englishName(name: string): string {
  return name.replace(/^(\w+) Hu$/, "Lake $1").replace(/^(\w+) Shuiku$/, "$1 Reservoir");
}

function middleOf(line: readonly MapPoint[]): MapPoint {
  const xs = line.map(({ x }) => x);
  const ys = line.map(({ y }) => y);
  return { x: (Math.min(...xs) + Math.max(...xs)) / 2, y: (Math.min(...ys) + Math.max(...ys)) / 2 };
}

/** Spacing of the graticule in degrees, so that its lines stay 60 to 240 px apart. */
export function graticuleStep(pixelsPerDegree: number): number {
  return [0.1, 0.2, 0.5, 1, 2, 5].find((step) => step * pixelsPerDegree >= 60) ?? 10;
}

/** Multiples of `step` from `low` to `high`. */
export function multiplesBetween(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.max(0, Math.floor(high / step + 1e-9) - first + 1);
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toFixed(6)));
}
