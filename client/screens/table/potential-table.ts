import type { Potential } from "#graph/schema/answers/potential.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, grouping, text, type Column, type TableOf } from "./column.ts";
import { bandColumns } from "./estimate-table.ts";

/** What the cities offer and need of each resource, and what of it has no partner on record. */
export function potentialTable(words: Words): TableOf<Potential> {
  const { t, pick } = words;
  const side = (id: "offer" | "need", part: "amount" | "rest", title: string): readonly Column<Potential>[] =>
    bandColumns<Potential>(words, {
      id: `${id}-${part}`,
      title,
      bandOf: (row) => row[id][part],
      unitOf: ({ unit }) => unit,
    });
  const count = (id: "offer" | "need", what: "stated" | "estimated" | "unknown") =>
    fileOnly<Potential>(
      `${id}-${what}`,
      `${t(`column.${id}.amount`)}: ${t(`column.${what}`)}`,
      (row) => row[id][what],
    );
  return {
    keyOf: ({ areaId, resourceCode, unit }) => `${areaId} ${resourceCode} ${unit}`,
    selectionOf: ({ level, areaId }) =>
      level === "city" || level === "county" ? { kind: "place", placeId: `${level}:${areaId}` } : null,
    columns: [
      grouping(text("area", t("column.city"), 110, (row) => pick(row.areaNameZh, row.areaNameEn))),
      grouping(
        text("resource", t("column.resource"), 150, (row) => pick(row.resourceNameZh, row.resourceNameEn)),
      ),
      text("code", t("column.code"), 76, (row) => row.resourceCode),
      ...side("offer", "amount", t("column.offer.amount")),
      ...side("offer", "rest", t("column.offer.rest")),
      ...side("need", "amount", t("column.need.amount")),
      ...side("need", "rest", t("column.need.rest")),
      fileOnly("layer", t("column.layer"), (row) => t(`layer.${row.layer}`)),
      fileOnly("unit", t("column.unit"), (row) => row.unit),
      ...(["offer", "need"] as const).flatMap((id) => [
        count(id, "stated"),
        count(id, "estimated"),
        count(id, "unknown"),
      ]),
      fileOnly("balance", t("column.balance"), (row) => row.balancePerYear),
    ],
  };
}
