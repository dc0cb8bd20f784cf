import { useQuery } from "@tanstack/react-query";
import type { ListingView } from "#graph/schema/answers/record-views.ts";
import { listingsOfPlaceQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ClosedListings, isOpen, ListingItem } from "#client/ui/listing-item.tsx";
import { Section } from "#client/ui/panel.tsx";
import { WithheldNote } from "#client/ui/withheld-note.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

interface PlaceListingsProps {
  readonly placeId: string;
}

/** Offers and needs of the enterprises here, each foldable: a list of many must not push the rest away. */
export function PlaceListings({ placeId }: PlaceListingsProps) {
  const { t } = useWords();
  const { view } = useView();
  const listings = useQuery(listingsOfPlaceQuery(placeId));
  return (
    <Section title={t("place.listings")}>
      <Asked what={t("what.listings")} result={listings}>
        {({ items, total, withheld }) => (
          <>
            <Listings
              listings={items.filter(({ layer }) => view.filter.layers.includes(layer))}
              otherLayers={items.filter(({ layer }) => !view.filter.layers.includes(layer)).length}
              notSent={total - items.length}
            />
            <WithheldNote listings={withheld} />
          </>
        )}
      </Asked>
    </Section>
  );
}

interface ListingsProps {
  /** Those of the chosen layers. */
  readonly listings: readonly ListingView[];
  readonly otherLayers: number;
  readonly notSent: number;
}

function Listings({ listings, otherLayers, notSent }: ListingsProps) {
  const { t, count } = useWords();
  const open = listings.filter(isOpen);
  return (
    <>
      {listings.length === 0 && otherLayers === 0 && <EmptyNote>{t("listing.none")}</EmptyNote>}
      {(["offer", "need"] as const).map((direction) => {
        const members = open.filter((listing) => listing.direction === direction);
        return members.length === 0 ? null : (
          <details key={direction} className="fold">
            <summary>
              {t(`direction.${direction}`)} <span className="number">{count(members.length)}</span>
            </summary>
            <ul className="facts">
              {members.map((listing) => (
                <ListingItem key={listing.id} listing={listing} />
              ))}
            </ul>
          </details>
        );
      })}
      <ClosedListings listings={listings.filter((listing) => !isOpen(listing))} />
      {otherLayers > 0 && (
        <p className="secondary">{t("listing.otherLayers", { text: count(otherLayers) })}</p>
      )}
      {notSent > 0 && <p className="secondary">{t("listing.notSent", { text: count(notSent) })}</p>}
    </>
  );
}
