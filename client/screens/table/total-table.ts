import type { TotalCheck } from "#graph/schema/answers/total-check.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, grouping, text, type TableOf } from "./column.ts";
import { bandColumns } from "./estimate-table.ts";
import { sourceColumns } from "./shared-columns.ts";

/** Published totals beside the sum of what is estimated, with the ratio and why it is off. */
export function totalTable(words: Words): TableOf<TotalCheck> {
  const { t, pick, eitherText, amount, measure, percent } = words;
  return {
    keyOf: ({ total }) => total.id,
    selectionOf: ({ total }) =>
      total.cityCode === null ? null : { kind: "place", placeId: `city:${total.cityCode}` },
    columns: [
      text("id", t("column.id"), 70, ({ total }) => total.id),
      grouping(text("division", t("column.division"), 90, (row) => pick(row.areaNameZh, row.areaNameEn))),
      text("item", t("column.item"), 190, ({ total }) => pick(total.itemZh, total.itemEn)),
      text("year", t("column.year"), 64, ({ total }) => total.year),
      {
        id: "published",
        title: t("column.published"),
        isNumber: true,
        width: 130,
        value: (row) => row.publishedPerYear,
        show: ({ publishedPerYear, unit }) =>
          publishedPerYear === null ? t("quantity.unknown") : amount(publishedPerYear, unit),
      },
      ...bandColumns<TotalCheck>(words, {
        id: "sum",
        title: t("column.sum"),
        bandOf: ({ sum }) => sum,
        unitOf: ({ unit }) => unit,
      }),
      {
        id: "ratio",
        title: t("column.ratio"),
        isNumber: true,
        width: 76,
        value: (row) => row.ratio,
        show: ({ ratio }) => (ratio === null ? "–" : measure(ratio)),
      },
      grouping(text("verdict", t("column.verdict"), 150, (row) => t(`total.${row.verdict}`))),
      {
        id: "coverage",
        title: t("column.coverage"),
        isNumber: true,
        width: 96,
        value: ({ coverage }) => coverage?.share ?? null,
        show: ({ coverage }) => (coverage === null ? "–" : percent(coverage.share)),
      },
      text("plants", t("column.plants"), 76, (row) => row.plantCount),
      text("plantsUnknown", t("column.plantsUnknown"), 96, (row) => row.unknownCount),
      text("note", t("column.note"), 320, ({ total }) => eitherText(total.noteZh, total.noteEn)),
      fileOnly("unit", t("column.unit"), (row) => row.unit),
      ...sourceColumns<TotalCheck>(words, ({ total }) => total.evidence),
    ],
  };
}
