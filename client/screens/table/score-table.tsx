import {
  nullReasonText,
  type MetricDescription,
  type MetricResult,
} from "#graph/schema/answers/metric-report.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import { cityByCode } from "#graph/schema/region/cities.ts";
import { scaled, scaleOf } from "#client/model/numbers.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { CommunityMark } from "#client/ui/community-mark.tsx";
import { Formula } from "#client/ui/formula.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type Column, type TableOf } from "./column.ts";

type ResultOf<K extends MetricResult["kind"]> = Extract<MetricResult, { kind: K }>;
type Score = ResultOf<"scores">["scores"][number];
export type Member = ResultOf<"partition">["members"][number];

/** Places by id, to say where the nodes of a metric stand. */
export type Places = ReadonlyMap<string, Place>;

interface Node {
  readonly id: string;
  readonly placeId: string;
}

const selectionOfNode =
  ({ scope }: MetricDescription) =>
  ({ id, placeId }: Node): Selection =>
    scope === "park" ? { kind: "place", placeId: id } : { kind: "enterprise", placeId, id };

/** Where a node stands: its place, which a park is itself, and its city. */
function whereColumns<Row extends Node>(
  { t, name }: Words,
  { scope }: MetricDescription,
  places: Places,
): readonly Column<Row>[] {
  const place = text<Row>("place", t("column.place"), 200, ({ placeId }) => {
    const found = places.get(placeId);
    return found === undefined ? null : name(found);
  });
  const city = text<Row>("city", t("column.city"), 96, ({ placeId }) => {
    const found = cityByCode.get(places.get(placeId)?.cityCode ?? "");
    return found === undefined ? null : name(found);
  });
  return scope === "park" ? [city] : [place, city];
}

interface Listed {
  readonly metric: MetricDescription;
  readonly places: Places;
}

/** Columns of a score table, highest first; the reason for missing values only where some are missing. */
export function scoreTable(
  words: Words,
  { metric, places }: Listed,
  scores: readonly Score[],
): TableOf<Score> {
  const isComplete = scores.every(({ reason }) => reason === null);
  const { t, name, pick, language } = words;
  const scale = scaleOf(scores.map(({ value }) => value));
  const power = scale.exponent !== 0 && <Formula text={` × 10^{−${-scale.exponent}}`} />;
  const reasonOf = ({ reason }: Score) =>
    reason === null ? null : pick(nullReasonText[reason].zh, nullReasonText[reason].en);
  return {
    firstSort: { column: "value", descending: true },
    keyOf: ({ id }) => id,
    selectionOf: selectionOfNode(metric),
    columns: [
      text("name", t(`scope.${metric.scope}`), 280, name),
      {
        id: "value",
        title: name(metric),
        head: (
          <>
            {name(metric)}
            {power}
          </>
        ),
        isNumber: true,
        width: 190,
        value: ({ value }) => value,
        show: ({ value }) => (value === null ? "–" : scaled(value, scale, language)),
      },
      ...whereColumns<Score>(words, metric, places),
      { ...text("reason", t("column.nullReason"), 260, reasonOf), fileOnly: isComplete },
      fileOnly("id", t("column.id"), ({ id }) => id),
    ],
  };
}

/** Members of communities, community by community, largest first. */
export function memberTable(words: Words, { metric, places }: Listed): TableOf<Member> {
  const { t, name } = words;
  return {
    firstSort: { column: "community", descending: false },
    keyOf: ({ id }) => id,
    selectionOf: selectionOfNode(metric),
    columns: [
      text("name", t("column.member"), 280, name),
      {
        id: "community",
        title: t("column.community"),
        isNumber: true,
        width: 110,
        value: ({ community }) => community,
        show: ({ community }) => (
          <>
            <CommunityMark community={community} /> {community}
          </>
        ),
      },
      ...whereColumns<Member>(words, metric, places),
      fileOnly("id", t("column.id"), ({ id }) => id),
    ],
  };
}
