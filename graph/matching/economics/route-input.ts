import type { Point } from "#graph/matching/ends/distance.ts";
import { roadFactor } from "#graph/matching/ends/distance.ts";
import { roadFactorSpread, spreadOf } from "#graph/matching/gates/route-length.ts";
import type { Input } from "./model.ts";
import { meanOfDraws, quantileOfDraws } from "./statistics.ts";
import type { Worlds } from "./worlds.ts";

/**
 * The length of the way, km, in every world: two points that lie normally around the recorded ones and a road factor that
 * is log-normal around 1.3 (see `gates/route-length.ts`), all of it the link's own. Null where an end has no point.
 */
export function routeInput(
  name: string,
  ends: readonly [Point | null, Point | null],
  worlds: Worlds,
): Input | null {
  const spread = spreadOf(...ends);
  if (spread === null) return null;
  const { distanceKm, sigmaKm } = spread;
  const [east, north] = normals(worlds.apart(`${name}|radius`), worlds.apart(`${name}|angle`));
  const [road] = normals(worlds.apart(`${name}|road`), worlds.apart(`${name}|road angle`));
  const draws = east.map((along, world) => {
    const straightKm = Math.hypot(distanceKm + sigmaKm * along, sigmaKm * (north[world] ?? 0));
    return roadFactor * straightKm * Math.exp(roadFactorSpread * (road[world] ?? 0));
  });
  const band = {
    low: quantileOfDraws(draws, 0.1),
    best: roadFactor * distanceKm,
    high: quantileOfDraws(draws, 0.9),
  };
  return { band, mean: meanOfDraws(draws), draws, price: null };
}

/** Two independent standard normal numbers of each world from two uniform ones (Box and Muller 1958). */
function normals(radius: Float64Array, angle: Float64Array): readonly [Float64Array, Float64Array] {
  const length = radius.map((u) => Math.sqrt(-2 * Math.log(1 - u)));
  const turn = angle.map((u) => 2 * Math.PI * u);
  return [
    length.map((r, world) => r * Math.cos(turn[world] ?? 0)),
    length.map((r, world) => r * Math.sin(turn[world] ?? 0)),
  ];
}
