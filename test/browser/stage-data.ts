import { layers } from "#graph/schema/records/layer.ts";
import { placeKindOf, type Place } from "#graph/schema/answers/place.ts";
import type { CandidateToDraw } from "#client/model/drawing/lines.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";

/** A repeatable sequence of numbers from 0 to 1 (Lehmer). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

export function place(id: string, lon: number | null, lat: number | null, exchangeCount = 0): Place {
  const kind = placeKindOf(id);
  return {
    id,
    kind,
    nameZh: `${id.slice(id.indexOf(":") + 1)}园区`,
    nameEn: `Park ${id.slice(id.indexOf(":") + 1)}`,
    provinceCode: "37",
    cityCode: null,
    countyCode: null,
    lon,
    lat,
    coordErrorKm: 3,
    enterpriseCount: 1,
    exchangeCount,
    insideExchangeCount: 0,
    exchangeCountByLayer: { material: exchangeCount, energy: 0, water: 0 },
  };
}

export function corridor(
  from: string,
  to: string,
  layer: Corridor["flow"]["layer"] = "material",
  exchangeCount = 1,
): Corridor {
  return {
    from,
    to,
    fromNameZh: from,
    fromNameEn: null,
    toNameZh: to,
    toNameEn: null,
    crossProvince: false,
    carriesPath: true,
    staleCount: 0,
    flow: {
      layer,
      exchangeCount,
      quantifiedCount: 0,
      perYear: null,
      steamTonnesPerYear: null,
      steamCount: 0,
      assumedCount: 0,
    },
  };
}

export function candidate(from: string, to: string): CandidateToDraw {
  const end = (placeId: string) => ({ placeId, nameZh: placeId, nameEn: null });
  return {
    id: `${from}~${to}`,
    layer: "material",
    resourceNameZh: "粉煤灰",
    resourceNameEn: "fly ash",
    supplier: end(from),
    receiver: end(to),
  };
}

/** `parks` parks and exactly `links` corridors between distinct pairs and layers, the same in every run. */
export function syntheticWeb(parks: number, links: number): { places: Place[]; corridors: Corridor[] } {
  const next = sequence(7);
  const between = (low: number, high: number) => low + next() * (high - low);
  const places = Array.from({ length: parks }, (_, index) =>
    place(`park:S${index}`, between(115.5, 119.5), between(32, 37), Math.ceil(12 * next() ** 4)),
  );
  const corridors = new Map<string, Corridor>();
  while (corridors.size < links) {
    const from = `park:S${Math.floor(between(0, parks))}`;
    const to = `park:S${Math.floor(between(0, parks))}`;
    const layer = layers[Math.floor(between(0, 3))] ?? "material";
    if (from !== to)
      corridors.set(`${from}${to}${layer}`, corridor(from, to, layer, Math.ceil(9 * next() ** 3)));
  }
  return { places, corridors: [...corridors.values()] };
}
