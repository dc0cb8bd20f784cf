import { useQuery } from "@tanstack/react-query";
import type { MaterialDetail } from "#graph/schema/answers/material.ts";
import type { ListingView } from "#graph/schema/answers/record-views.ts";
import { listingsOfMaterialQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { ClosedListings, isOpen, ListingItem } from "#client/ui/listing-item.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";

interface MaterialListingsProps {
  readonly material: MaterialDetail;
}

/** Who offers the material and who needs it; apart from them listings that offer or ask nothing today. */
export function MaterialListings({ material }: MaterialListingsProps) {
  const { t } = useWords();
  const { offerCount, needCount, notOpenCount } = material;
  const hasAny = offerCount + needCount + notOpenCount > 0;
  const listings = useQuery({ ...listingsOfMaterialQuery(material.id), enabled: hasAny });
  if (!hasAny) return <ListingSections material={material} listings={[]} />;
  return (
    <Asked what={t("what.listings")} result={listings}>
      {({ items }) => <ListingSections material={material} listings={items} />}
    </Asked>
  );
}

interface ListingSectionsProps extends MaterialListingsProps {
  readonly listings: readonly ListingView[];
}

function ListingSections({ material, listings }: ListingSectionsProps) {
  const open = listings.filter(isOpen);
  return (
    <>
      {(["offer", "need"] as const).map((direction) => (
        <DirectionSection
          key={direction}
          direction={direction}
          material={material}
          listings={open.filter((listing) => listing.direction === direction)}
        />
      ))}
      <ClosedListings listings={listings.filter((listing) => !isOpen(listing))} />
    </>
  );
}

interface DirectionSectionProps extends ListingSectionsProps {
  readonly direction: "offer" | "need";
}

function DirectionSection({ direction, material, listings }: DirectionSectionProps) {
  const { t, count } = useWords();
  const total = direction === "offer" ? material.offerCount : material.needCount;
  return (
    <Section
      title={t(`material.${direction}s`)}
      aside={
        total > 0 && (
          <ViewLink patch={{ tab: "table", table: "listings", resource: material.id, sort: [] }}>
            {t("list.all", { text: count(total) })}
          </ViewLink>
        )
      }
    >
      {total === 0 ? (
        <EmptyNote>
          {t(`material.no-${direction}`)} {t(`material.instead.${insteadOf(direction, material)}`)}
        </EmptyNote>
      ) : (
        <Items listings={listings} />
      )}
    </Section>
  );
}

/** Where to look for an end that nobody has listed. */
function insteadOf(direction: "offer" | "need", { facets, rules, resource, codes }: MaterialDetail) {
  if (direction === "offer" && facets.total > 0) return "suppliers";
  if (direction === "need" && rules.length > 0) return "rules";
  return resource === null && codes.length > 0 ? "code" : "import";
}

const listingsShown = 8;

function Items({ listings }: { readonly listings: readonly ListingView[] }) {
  const { t, count } = useWords();
  return (
    <>
      <ul className="facts">
        {listings.slice(0, listingsShown).map((listing) => (
          <ListingItem key={listing.id} listing={listing} />
        ))}
      </ul>
      {listings.length > listingsShown && (
        <p className="secondary">
          {t("list.shownOf", { shown: count(listingsShown), total: count(listings.length) })}
        </p>
      )}
    </>
  );
}
