import type { ListingView } from "#graph/schema/answers/record-views.ts";
import { isOpen } from "#client/ui/listing-item.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type TableOf } from "./column.ts";
import { quantityColumns, sourceColumns, years } from "./shared-columns.ts";

export function listingTable(words: Words): TableOf<ListingView> {
  const { t, name, pick, eitherText, language } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ enterprise }) => ({ kind: "enterprise", placeId: enterprise.placeId, id: enterprise.id }),
    columns: [
      text("resource", t("column.resource"), 190, (row) => pick(row.resourceZh, row.resourceEn)),
      text("direction", t("column.direction"), language === "en" ? 104 : 64, (row) =>
        t(isOpen(row) ? `direction.${row.direction}` : `direction.closed-${row.direction}`),
      ),
      text("layer", t("column.layer"), 82, (row) => t(`layer.${row.layer}`)),
      text("enterprise", t("column.enterprise"), 220, (row) => name(row.enterprise)),
      text("place", t("column.place"), 160, ({ enterprise }) =>
        pick(enterprise.placeNameZh, enterprise.placeNameEn),
      ),
      ...quantityColumns<ListingView>(words),
      text("status", t("column.status"), 84, (row) => t(`listingStatus.${row.status}`)),
      text("validUntil", t("column.validUntil"), 100, ({ expired, validUntil }) =>
        expired ? t("listing.expired", { day: validUntil ?? "" }) : validUntil,
      ),
      text("years", t("column.years"), 90, years),
      fileOnly("id", t("column.id"), (row) => row.id),
      fileOnly("codes", t("column.code"), (row) => row.resourceCodes.join(" ")),
      fileOnly("quality", t("column.quality"), (row) => eitherText(row.qualityZh, row.qualityEn)),
      ...sourceColumns<ListingView>(words, (row) => row.evidence),
    ],
  };
}
