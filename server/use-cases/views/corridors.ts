import type { CorridorSum } from "#graph/projection/places/corridors.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import type { LoadedNetwork } from "#server/use-cases/loaded-network.ts";

export type CorridorScope = "between" | "inside" | "all";

/** Corridors of a scope, most exchanges first as given, or widest flow first with unknown flows last. */
export function arrangeCorridors(
  corridors: readonly CorridorSum[],
  scope: CorridorScope,
  sort: "exchanges" | "flow",
): readonly CorridorSum[] {
  const inScope = corridors.filter(
    ({ from, to }) => scope === "all" || (from === to) === (scope === "inside"),
  );
  if (sort === "exchanges") return inScope;
  return inScope.sort((left, right) => (right.flow.perYear ?? -1) - (left.flow.perYear ?? -1));
}

export function viewCorridor(snapshot: LoadedNetwork, corridor: CorridorSum): Corridor {
  const { placeById } = snapshot;
  const { from, to, flow, staleCount } = corridor;
  const source = placeById.get(from);
  const target = placeById.get(to);
  const provinces = [source?.provinceCode ?? null, target?.provinceCode ?? null];
  return {
    from,
    to,
    fromNameZh: source?.nameZh ?? from,
    fromNameEn: source?.nameEn ?? null,
    toNameZh: target?.nameZh ?? to,
    toNameEn: target?.nameEn ?? null,
    staleCount,
    // An end in no known province crosses nothing that we know of.
    crossProvince: !provinces.includes(null) && provinces[0] !== provinces[1],
    carriesPath: carriesPath(snapshot, corridor),
    flow,
  };
}

/** The rule of the path graphs (`graph-ends.ts`): what is not known, or stands for many, carries no path. */
function carriesPath({ enterpriseById }: LoadedNetwork, { from, to, exchanges }: CorridorSum): boolean {
  const isPooled = (enterpriseId: string) => enterpriseById.get(enterpriseId)?.kind === "pooled";
  return (
    [from, to].every((placeId) => isKnownPlace(placeKindOf(placeId))) &&
    exchanges.some(({ supplierId, receiverId }) => !isPooled(supplierId) && !isPooled(receiverId))
  );
}
