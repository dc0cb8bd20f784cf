import type { ParkSummary } from "#graph/schema/answers/record-views.ts";
import type { Option } from "#graph/schema/filter/dimension.ts";
import {
  ecoStatusOfPark,
  ecoTypeOfPark,
  kindsOfPark,
  parkEcoStatuses,
  parkEcoTypes,
  parkKinds,
} from "#graph/schema/filter/park-kinds.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, grouping, text, type Column, type TableOf } from "./column.ts";
import { sourceColumns } from "./shared-columns.ts";

/** The name of a value; none where the park is in no list of eco-industrial parks. */
function termOf({ say }: Words, options: readonly Option[], value: string): string | null {
  const option = options.find((one) => one.value === value);
  return option === undefined || value === "none" ? null : say(option);
}

export function parkTable(words: Words): TableOf<ParkSummary> {
  const { t, name, pick, eitherText } = words;
  const number = (id: string, title: string, value: (park: ParkSummary) => number) =>
    ({ id, title, value, isNumber: true, width: 84 }) satisfies Column<ParkSummary>;
  return {
    firstSort: { column: "exchangeCount", descending: true },
    keyOf: ({ id }) => id,
    selectionOf: ({ id }) => ({ kind: "place", placeId: `park:${id}` }),
    columns: [
      text("name", t("column.park"), 240, name),
      grouping(text("city", t("column.city"), 84, (park) => pick(park.cityZh, park.cityEn))),
      grouping(text("level", t("column.level"), 150, ({ levelZh, levelEn }) => eitherText(levelZh, levelEn))),
      number("exchangeCount", t("column.exchanges"), (park) => park.exchangeCount),
      number("recordedCount", t("column.recorded"), (park) => park.recordedCount),
      number("enterpriseCount", t("column.enterprises"), (park) => park.enterpriseCount),
      number("offerCount", t("column.offers"), (park) => park.offerCount),
      number("needCount", t("column.needs"), (park) => park.needCount),
      grouping(
        text("ecoType", t("column.ecoType"), 96, (park) => termOf(words, parkEcoTypes, ecoTypeOfPark(park))),
      ),
      grouping(
        text("ecoStatus", t("column.ecoStatus"), 104, (park) =>
          termOf(words, parkEcoStatuses, ecoStatusOfPark(park)),
        ),
      ),
      {
        id: "coordErrorKm",
        title: t("column.coordError"),
        isNumber: true,
        width: 96,
        value: (park) => park.coordErrorKm,
      },
      grouping(
        fileOnly("kinds", t("column.parkKind"), (park) =>
          kindsOfPark(park)
            .map((kind) => termOf(words, parkKinds, kind))
            .join(t("list.and")),
        ),
      ),
      grouping(
        fileOnly("titles", t("column.titles"), (park) =>
          eitherText(park.titlesZh.join("；"), park.titlesEn.join("; ")),
        ),
      ),
      fileOnly("id", t("column.id"), (park) => park.id),
      fileOnly("lon", t("column.lon"), (park) => park.lon),
      fileOnly("lat", t("column.lat"), (park) => park.lat),
      fileOnly("coordSource", t("column.coordSource"), (park) =>
        eitherText(park.coordSourceZh, park.coordSourceEn),
      ),
      ...sourceColumns<ParkSummary>(words, (park) => park.evidence),
    ],
  };
}
