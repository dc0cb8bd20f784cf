import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type Column } from "./column.ts";

/** Where each row comes from: in every file, whatever the table shows. */
export function sourceColumns<Row>(
  { t, eitherText }: Words,
  evidenceOf: (row: Row) => Evidence,
): readonly Column<Row>[] {
  return [
    fileOnly("sourceKind", t("column.sourceKind"), (row) => t(`source.${evidenceOf(row).sourceKind}`)),
    fileOnly("grade", t("column.grade"), (row) => t(`grade.${evidenceOf(row).grade}`)),
    fileOnly("confidence", t("column.confidence"), (row) => t(`confidence.${evidenceOf(row).confidence}`)),
    fileOnly("asOfYear", t("column.asOfYear"), (row) => evidenceOf(row).asOfYear),
    fileOnly("sourceUrl", t("column.sourceUrl"), (row) => evidenceOf(row).sourceUrl),
    fileOnly("sourceNote", t("column.sourceNote"), (row) =>
      eitherText(evidenceOf(row).noteZh, evidenceOf(row).noteEn),
    ),
    fileOnly("synthetic", t("column.synthetic"), (row) =>
      evidenceOf(row).synthetic ? t("word.yes") : t("word.no"),
    ),
  ];
}

type Quantified = {
  readonly quantity: Quantity | null;
  readonly quantityNoteZh: string | null;
  readonly quantityNoteEn: string | null;
};

/** Amount a year, its unit, what kind of figure it is, and what the source had entered. */
export function quantityColumns<Row extends Quantified>(words: Words): readonly Column<Row>[] {
  const { t, amount, eitherText } = words;
  return [
    {
      id: "perYear",
      title: t("column.perYear"),
      isNumber: true,
      width: 120,
      value: (row) => row.quantity?.perYear ?? null,
      show: ({ quantity }) =>
        quantity === null ? t("quantity.unknown") : amount(quantity.perYear, quantity.perYearUnit),
    },
    fileOnly("unit", t("column.unit"), (row) => row.quantity?.perYearUnit ?? null),
    text("quantityKind", t("column.quantityKind"), 146, (row) =>
      row.quantity === null ? null : t(`quantityKind.${row.quantity.kind}`),
    ),
    fileOnly("entered", t("column.entered"), ({ quantity }) =>
      quantity === null ? null : `${quantity.amount} ${quantity.unit}`,
    ),
    fileOnly("quantityNote", t("column.quantityNote"), (row) =>
      eitherText(row.quantityNoteZh, row.quantityNoteEn),
    ),
  ];
}

/** Year or span of years a row speaks of; null where it states none. */
export const years = ({
  yearFrom,
  yearTo,
}: {
  readonly yearFrom: number | null;
  readonly yearTo: number | null;
}) =>
  yearFrom === yearTo || yearTo === null || yearFrom === null
    ? (yearFrom ?? yearTo)
    : `${yearFrom}–${yearTo}`;
