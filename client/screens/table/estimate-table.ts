import type { Band } from "#graph/schema/answers/band.ts";
import type { EstimateView } from "#graph/schema/answers/estimate.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, grouping, text, type Column, type TableOf } from "./column.ts";

/** What plants give and take by their capacity: estimated, each with its reckoning. */
export function estimateTable(words: Words): TableOf<EstimateView> {
  const { t, pick, eitherText, amount } = words;
  return {
    keyOf: ({ id }) => id,
    selectionOf: ({ placeId }) => (placeId === null ? null : { kind: "place", placeId }),
    columns: [
      text("plant", t("column.plant"), 190, (row) => eitherText(row.nameZh, row.nameEn) ?? row.siteId),
      grouping(
        text("inNetwork", t("column.inNetwork"), 96, (row) =>
          t(row.enterpriseId === null ? "word.no" : "word.yes"),
        ),
      ),
      grouping(text("side", t("column.side"), 64, (row) => t(`direction.${row.direction}`))),
      grouping(text("resource", t("column.resource"), 150, (row) => pick(row.resourceZh, row.resourceEn))),
      text("code", t("column.code"), 76, (row) => row.resourceCode),
      ...bandColumns<EstimateView>(words, {
        id: "estimate",
        title: t("column.estimate"),
        bandOf: (row) => row.amount,
        unitOf: ({ unit }) => unit,
      }),
      {
        id: "stated",
        title: t("column.stated"),
        isNumber: true,
        width: 130,
        value: (row) => row.stated?.perYear ?? null,
        show: ({ stated, unit, disagrees }) =>
          stated === null
            ? "–"
            : disagrees === true
              ? t("estimate.outside", { text: amount(stated.perYear, unit) })
              : amount(stated.perYear, unit),
      },
      text("reckoning", t("column.reckoning"), 420, ({ arithmetic }) => pick(arithmetic.zh, arithmetic.en)),
      fileOnly("unit", t("column.unit"), (row) => row.unit),
      fileOnly("record", t("column.statedBy"), (row) => row.stated?.recordId ?? null),
      fileOnly("grade", t("column.grade"), (row) => t(`grade.${row.grade}`)),
      fileOnly("assumedRange", t("column.assumedRange"), (row) =>
        t(row.assumedRange ? "word.yes" : "word.no"),
      ),
      fileOnly("usedShare", t("column.usedShare"), (row) => row.usedShare),
      fileOnly("coefficients", t("column.coefficients"), ({ terms }) =>
        [...new Set(terms.flatMap(({ steps }) => steps.map(({ coefficientId }) => coefficientId)))].join(" "),
      ),
    ],
  };
}

interface BandColumn<Row> {
  readonly id: string;
  readonly title: string;
  readonly bandOf: (row: Row) => Band | null;
  readonly unitOf: (row: Row) => string;
}

/** The best value with its band beside it on screen; all three apart in the file. */
export function bandColumns<Row>(
  { t, amount }: Words,
  { id, title, bandOf, unitOf }: BandColumn<Row>,
): readonly Column<Row>[] {
  return [
    {
      id,
      title,
      isNumber: true,
      width: 300,
      value: (row) => bandOf(row)?.best ?? null,
      show: (row) => {
        const band = bandOf(row);
        if (band === null) return t("quantity.unknown");
        const best = amount(band.best, unitOf(row));
        if (band.low === band.high) return best;
        const bound = (value: number) => amount(value, "").trimEnd();
        return t("estimate.band", { best, low: bound(band.low), high: bound(band.high) });
      },
    },
    fileOnly(`${id}Low`, `${title} P10`, (row) => bandOf(row)?.low ?? null),
    fileOnly(`${id}High`, `${title} P90`, (row) => bandOf(row)?.high ?? null),
  ];
}
