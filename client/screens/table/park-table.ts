import type { ParkSummary } from "#graph/schema/answers/record-views.ts";
import { parkTermEn } from "#client/i18n/park-terms.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type Column, type TableOf } from "./column.ts";
import { sourceColumns } from "./shared-columns.ts";

export function parkTable(words: Words): TableOf<ParkSummary> {
  const { t, name, pick } = words;
  const number = (id: string, title: string, value: (park: ParkSummary) => number) =>
    ({ id, title, value, isNumber: true, width: 84 }) satisfies Column<ParkSummary>;
  return {
    firstSort: { column: "exchangeCount", descending: true },
    keyOf: ({ id }) => id,
    selectionOf: ({ id }) => ({ kind: "place", placeId: `park:${id}` }),
    columns: [
      text("name", t("column.park"), 240, name),
      text("city", t("column.city"), 84, (park) => pick(park.cityZh, park.cityEn)),
      text("level", t("column.level"), 150, ({ level }) =>
        level === null ? null : pick(level, parkTermEn(level)),
      ),
      number("exchangeCount", t("column.exchanges"), (park) => park.exchangeCount),
      number("recordedCount", t("column.recorded"), (park) => park.recordedCount),
      number("enterpriseCount", t("column.enterprises"), (park) => park.enterpriseCount),
      number("offerCount", t("column.offers"), (park) => park.offerCount),
      number("needCount", t("column.needs"), (park) => park.needCount),
      {
        id: "coordErrorKm",
        title: t("column.coordError"),
        isNumber: true,
        width: 96,
        value: (park) => park.coordErrorKm,
      },
      fileOnly("id", t("column.id"), (park) => park.id),
      fileOnly("lon", t("column.lon"), (park) => park.lon),
      fileOnly("lat", t("column.lat"), (park) => park.lat),
      fileOnly("coordSource", t("column.coordSource"), (park) => park.coordSource),
      ...sourceColumns<ParkSummary>(words, (park) => park.evidence),
    ],
  };
}
