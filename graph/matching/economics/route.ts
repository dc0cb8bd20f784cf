import { roadFactor } from "#graph/matching/ends/distance.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import { wayBetween } from "#graph/matching/ends/way.ts";
import type { Crossing } from "#graph/matching/knowledge/crossings.ts";
import { roadFactorSpread, spreadOf } from "#graph/matching/gates/route-length.ts";
import type { Input } from "./model.ts";
import { meanOfDraws, middleOf } from "./statistics.ts";
import type { Worlds } from "./worlds.ts";

export interface Route {
  /** Length of the way, km. */
  readonly input: Input;
  /** The bridge or shore it must pass; null where it leads straight. */
  readonly via: Crossing | null;
}

/**
 * The length of the way in every world: two points that lie normally around the recorded ones and a road factor that is
 * log-normal around 1.3 (see `gates/route-length.ts`), all of it the link's own, and the detour round river and bay. Null
 * where an end has no point.
 */
export function routeBetween(name: string, ends: readonly [Party, Party], worlds: Worlds): Route | null {
  const way = wayBetween(...ends);
  const spread = spreadOf(ends[0].point, ends[1].point);
  if (way === null || spread === null) return null;
  const { distanceKm, sigmaKm } = spread;
  const detourKm = way.straightKm - distanceKm;
  const [east, north] = [worlds.apartNormal(`${name}|east`), worlds.apartNormal(`${name}|north`)];
  const road = worlds.apartNormal(`${name}|road`);
  const draws = east.map((along, world) => {
    const straightKm = Math.hypot(distanceKm + sigmaKm * along, sigmaKm * (north[world] ?? 0)) + detourKm;
    return roadFactor * straightKm * Math.exp(roadFactorSpread * (road[world] ?? 0));
  });
  const band = { best: roadFactor * way.straightKm, ...middleOf(draws) };
  return { input: { band, mean: meanOfDraws(draws), draws, price: null }, via: way.via };
}
