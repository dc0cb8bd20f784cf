import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type TableOf } from "./column.ts";
import { quantityColumns, sourceColumns, years } from "./shared-columns.ts";

export function exchangeTable(words: Words): TableOf<ExchangeView> {
  const { eitherText, t, name, pick } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ supplier, receiver, layer }) => ({
      kind: "corridor",
      from: supplier.placeId,
      to: receiver.placeId,
      layer,
    }),
    columns: [
      text("resource", t("column.resource"), 150, (row) => pick(row.resourceZh, row.resourceEn)),
      text("layer", t("column.layer"), 82, (row) => t(`layer.${row.layer}`)),
      text("supplier", t("column.supplier"), 190, (row) => name(row.supplier)),
      text("from", t("column.from"), 130, ({ supplier }) => pick(supplier.placeNameZh, supplier.placeNameEn)),
      text("receiver", t("column.receiver"), 190, (row) => name(row.receiver)),
      text("to", t("column.to"), 130, ({ receiver }) => pick(receiver.placeNameZh, receiver.placeNameEn)),
      ...quantityColumns<ExchangeView>(words),
      text("status", t("column.status"), 76, (row) => t(`status.${row.status}`)),
      text("years", t("column.years"), 90, years),
      text("source", t("column.sourceKind"), 130, (row) => t(`source.${row.evidence.sourceKind}`)),
      fileOnly("id", t("column.id"), (row) => row.id),
      fileOnly("code", t("column.code"), (row) => row.resourceCode),
      fileOnly("stale", t("column.stale"), ({ stale }) =>
        stale === null ? null : t(stale ? "word.yes" : "word.no"),
      ),
      fileOnly("linkKind", t("column.linkKind"), (row) => t(`linkKind.${row.linkKind}`)),
      fileOnly("statusNote", t("column.statusNote"), (row) => eitherText(row.statusNoteZh, row.statusNoteEn)),
      ...sourceColumns<ExchangeView>(words, (row) => row.evidence),
    ],
  };
}
