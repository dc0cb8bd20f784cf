import type { Text } from "#graph/schema/text.ts";

/** A point that a way by road must pass. */
export interface Crossing {
  readonly name: Text;
  readonly lon: number;
  readonly lat: number;
}

type Row = readonly [zh: string, en: string, lon: number, lat: number];

/**
 * Road bridges over the Yangtze in Jiangsu whose coordinates were read: English Wikipedia, the article of each bridge, read
 * 2026-12-01. Others (Dashengguan, Wufengshan, Changtai, Husutong) were found without coordinates, so a way may be shorter
 * than it is taken here.
 */
const rows: readonly Row[] = [
  ["南京八卦洲长江大桥", "Nanjing Baguazhou Bridge", 118.8362, 32.1626],
  ["南京栖霞山长江大桥", "Nanjing Qixiashan Bridge", 118.9401, 32.178],
  ["润扬长江大桥", "Runyang Bridge", 119.3576, 32.2209],
  ["泰州长江大桥", "Taizhou Bridge", 119.8767, 32.2466],
  ["江阴长江大桥", "Jiangyin Bridge", 120.2674, 31.9492],
  ["苏通长江大桥", "Sutong Bridge", 121.0022, 31.7894],
];

export const yangtzeCrossings: readonly Crossing[] = rows.map(([zh, en, lon, lat]) => ({
  name: { zh, en },
  lon,
  lat,
}));

/** Southernmost point of the coast of Laizhou Bay (Natural Earth): no road leads over the bay. */
export const bayHead: Crossing = {
  name: { zh: "莱州湾南岸", en: "the south shore of Laizhou Bay" },
  lon: 119.441,
  lat: 37.121,
};

/** Cities south of the Yangtze, and the districts of Nanjing north of it, by code. Every other city lies north. */
const citiesSouth = ["3202", "3204", "3205", "3211"];
const nanjing = "3201";
const districtsNorth = ["320111", "320116"];

/** The bank a place stands on; null where nothing tells: Nanjing without a district, no city, outside the region. */
export function bankOf(cityCode: string | null, countyCode: string | null): "north" | "south" | null {
  const city = (countyCode ?? cityCode)?.slice(0, 4);
  if (city === undefined || !/^3[27]/.test(city)) return null;
  if (city !== nanjing) return citiesSouth.includes(city) ? "south" : "north";
  if (countyCode === null) return null;
  return districtsNorth.includes(countyCode) ? "north" : "south";
}
