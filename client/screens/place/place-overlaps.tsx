import { useQuery } from "@tanstack/react-query";
import type { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { placesQuery } from "#client/queries.ts";
import { SelectLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

type Overlapping = PlaceDetail["overlapping"];

interface OverlapsProps {
  readonly overlapping: Overlapping;
}

/** Parks on the same ground, each with its exchanges under the filter: a source may have named either. */
export function Overlaps({ overlapping }: OverlapsProps) {
  const { t } = useWords();
  const counts = useExchangeCounts();
  if (overlapping.length === 0) return null;
  return (
    <p className="secondary">
      {t("place.overlaps")}
      <OverlapLinks overlapping={overlapping} counts={counts} />
    </p>
  );
}

/** Where a park has no exchange itself: the overlapping parks that have some. */
export function OverlapsWithExchanges({ overlapping }: OverlapsProps) {
  const { t } = useWords();
  const counts = useExchangeCounts();
  const holding = overlapping.filter(({ id }) => (counts.get(placeIdOf(id)) ?? 0) > 0);
  if (holding.length === 0) return null;
  return (
    <p>
      {t("place.overlapHolds")}
      <OverlapLinks overlapping={holding} counts={counts} />
    </p>
  );
}

interface OverlapLinksProps extends OverlapsProps {
  readonly counts: ReadonlyMap<string, number>;
}

function OverlapLinks({ overlapping, counts }: OverlapLinksProps) {
  const { t, name, count } = useWords();
  return overlapping.map((other, place) => {
    const exchanges = counts.get(placeIdOf(other.id));
    return (
      <span key={other.id}>
        {place > 0 && t("list.and")}
        <SelectLink selection={{ kind: "place", placeId: placeIdOf(other.id) }}>{name(other)}</SelectLink>
        {exchanges !== undefined &&
          ` · ${t("place.overlapCount", { count: exchanges, text: count(exchanges) })}`}
      </span>
    );
  });
}

const placeIdOf = (parkId: string) => `park:${parkId}`;

/** Exchanges of each place under the filter, as the map has them. */
function useExchangeCounts(): ReadonlyMap<string, number> {
  const { view } = useView();
  const places = useQuery(placesQuery(view.filter));
  return new Map(places.data?.items.map(({ id, exchangeCount }) => [id, exchangeCount]));
}
