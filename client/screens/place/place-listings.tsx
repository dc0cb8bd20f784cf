import { useQuery } from "@tanstack/react-query";
import type { ListingView } from "#graph/schema/answers/record-views.ts";
import { listingsOfPlaceQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { MaterialLink, SelectLink } from "#client/ui/links.tsx";
import { EvidenceLine, LayerName, QuantityText, Years } from "#client/ui/marks.tsx";
import { Section } from "#client/ui/panel.tsx";
import { WithheldNote } from "#client/ui/withheld-note.tsx";
import { useWords } from "#client/ui/use-words.ts";

interface PlaceListingsProps {
  readonly placeId: string;
  readonly offers: number;
  readonly needs: number;
}

/** Offers and needs of the enterprises here, each foldable: a list of many must not push the rest away. */
export function PlaceListings({ placeId, offers, needs }: PlaceListingsProps) {
  const { t, count } = useWords();
  const listings = useQuery({ ...listingsOfPlaceQuery(placeId), enabled: offers + needs > 0 });
  if (offers + needs === 0)
    return (
      <Section title={t("place.listings")}>
        <EmptyNote>{t("listing.none")}</EmptyNote>
      </Section>
    );
  return (
    <Section title={t("place.listings")}>
      <Asked what={t("what.listings")} result={listings}>
        {(page) => (
          <>
            {(["offer", "need"] as const).map((direction) => (
              <details key={direction} className="fold">
                <summary>
                  {t(`direction.${direction}`)}{" "}
                  <span className="number">{count(direction === "offer" ? offers : needs)}</span>
                </summary>
                <ul className="facts">
                  {page.items
                    .filter((listing) => listing.direction === direction)
                    .map((listing) => (
                      <ListingItem key={listing.id} listing={listing} />
                    ))}
                </ul>
              </details>
            ))}
            <WithheldNote listings={page.withheld} />
          </>
        )}
      </Asked>
    </Section>
  );
}

interface ListingItemProps {
  readonly listing: ListingView;
  /** In its enterprise's own panel, which names it already. */
  readonly isOwn?: boolean;
}

export function ListingItem({ listing, isOwn = false }: ListingItemProps) {
  const { t, pick, name } = useWords();
  const { enterprise } = listing;
  return (
    <li className="fact">
      <p>
        <LayerName layer={listing.layer} />{" "}
        <strong>
          <MaterialLink id={listing.resourceZh}>{pick(listing.resourceZh, listing.resourceEn)}</MaterialLink>
        </strong>{" "}
        <span className="tag">{t(`direction.${listing.direction}`)}</span>
        {listing.hazardous === true && <span className="tag tag-warning">{t("exchange.hazardous")}</span>}
      </p>
      {!isOwn && (
        <p>
          <SelectLink selection={{ kind: "enterprise", placeId: enterprise.placeId, id: enterprise.id }}>
            {name(enterprise)}
          </SelectLink>
        </p>
      )}
      <p>
        <QuantityText quantity={listing.quantity} note={listing.quantityNote} />
      </p>
      <p className="secondary">
        {t(`listingStatus.${listing.status}`)}
        {listing.expired && <> · {t("listing.expired", { day: listing.validUntil ?? "" })}</>} ·{" "}
        <Years from={listing.yearFrom} to={listing.yearTo} />
        {listing.quality !== null && <> · {listing.quality}</>}
      </p>
      <EvidenceLine evidence={listing.evidence} />
    </li>
  );
}
