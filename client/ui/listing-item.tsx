import type { ListingView } from "#graph/schema/answers/record-views.ts";
import { EitherText } from "./either-text.tsx";
import { isOpenListing } from "#graph/schema/records/status.ts";
import { MaterialLink, SelectLink } from "./links.tsx";
import { EvidenceLine, LayerName, QuantityText, Years } from "./marks.tsx";
import { useWords } from "./use-words.ts";

/** Whether a listing offers or asks for something today. */
export const isOpen = ({ status, expired }: ListingView): boolean => isOpenListing(status) && !expired;

interface ListingItemProps {
  readonly listing: ListingView;
  /** In its enterprise's own panel, which names it already. */
  readonly isOwn?: boolean;
}

/** One listing: what, whose, how much, in which state, and where it is known from. */
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
        <span className="tag">
          {t(isOpen(listing) ? `direction.${listing.direction}` : `direction.closed-${listing.direction}`)}
        </span>
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
        <QuantityText
          quantity={listing.quantity}
          noteZh={listing.quantityNoteZh}
          noteEn={listing.quantityNoteEn}
        />
      </p>
      <p className="secondary">
        {t(`listingStatus.${listing.status}`)}
        {listing.expired && <> · {t("listing.expired", { day: listing.validUntil ?? "" })}</>} ·{" "}
        <Years from={listing.yearFrom} to={listing.yearTo} />
        {(listing.qualityZh ?? listing.qualityEn) !== null && (
          <>
            {" · "}
            <EitherText zh={listing.qualityZh} en={listing.qualityEn} />
          </>
        )}
      </p>
      <EvidenceLine evidence={listing.evidence} />
    </li>
  );
}

interface ClosedListingsProps {
  readonly listings: readonly ListingView[];
  readonly isOwn?: boolean;
}

/** Listings that offer and ask nothing today, folded, saying why matching leaves them out; nothing where none is. */
export function ClosedListings({ listings, isOwn = false }: ClosedListingsProps) {
  const { t, count } = useWords();
  if (listings.length === 0) return null;
  return (
    <details className="fold">
      <summary>{t("listing.closed", { text: count(listings.length) })}</summary>
      <p className="secondary">{t("listing.closedWhy")}</p>
      <ul className="facts">
        {listings.map((listing) => (
          <ListingItem key={listing.id} listing={listing} isOwn={isOwn} />
        ))}
      </ul>
    </details>
  );
}
