import { cityByCode } from "#graph/schema/region/cities.ts";
import { nullReasonText } from "#graph/schema/answers/null-reason.ts";
import type { MetricColumn, MetricRow } from "#client/model/metric-rows.ts";
import { scaled, scaleOf } from "#client/model/numbers.ts";
import { Formula } from "#client/ui/formula.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type Column, type TableOf } from "./column.ts";
import { selectionOfNode, type Places } from "./result-table.tsx";

/** Table of several measures of the nodes of one scope: each with rank and share of the maximum, and where the node stands. */
export function metricTable(
  words: Words,
  columns: readonly MetricColumn[],
  rows: readonly MetricRow[],
  places: Places,
): TableOf<MetricRow> {
  const { t, name, pick } = words;
  const metric = columns[0]?.report.metric;
  const scope = metric?.scope ?? "park";
  const reasonOf = ({ cells }: MetricRow) => {
    const reasons = new Set(cells.flatMap(({ reason }) => reason ?? []));
    return reasons.size === 0
      ? null
      : [...reasons].map((one) => pick(nullReasonText[one].zh, nullReasonText[one].en)).join("; ");
  };
  const isComplete = rows.every((row) => reasonOf(row) === null);
  const placeOf = ({ node }: MetricRow) => places.get(node.placeId ?? "");
  const place = text<MetricRow>("place", t("column.place"), 200, (row) => {
    const found = placeOf(row);
    return found === undefined ? null : name(found);
  });
  const city = text<MetricRow>("city", t("column.city"), 96, (row) => {
    const found = cityByCode.get(placeOf(row)?.cityCode ?? "");
    return found === undefined ? null : name(found);
  });
  return {
    ...(metric === undefined ? {} : { firstSort: { column: metric.id, descending: true } }),
    keyOf: ({ node }) => node.id,
    selectionOf: ({ node }) => selectionOfNode(scope, node),
    columns: [
      text("name", t(`scope.${scope}`), 230, ({ node }) => name(node)),
      ...columns.flatMap((column, index) => measureColumns(words, column, { rows, index })),
      ...(scope === "city" ? [] : scope === "park" ? [city] : [place, city]),
      { ...text("reason", t("column.nullReason"), 260, reasonOf), fileOnly: isComplete },
      fileOnly("id", t("column.id"), ({ node }) => node.id),
    ],
  };
}

interface Position {
  readonly rows: readonly MetricRow[];
  readonly index: number;
}

/** The value with its bar, and in the file also rank and share. */
function measureColumns(
  words: Words,
  column: MetricColumn,
  { rows, index }: Position,
): readonly Column<MetricRow>[] {
  const cellOf = ({ cells }: MetricRow) => cells[index];
  const value = (row: MetricRow) => cellOf(row)?.value ?? null;
  const { t, percent, language } = words;
  const { id } = column;
  const title = columnTitle(words, column);
  const scale = scaleOf(rows.map(value));
  const power = scale.exponent !== 0 && <Formula text={` × 10^{−${-scale.exponent}}`} />;
  return [
    {
      id,
      title,
      head: (
        <>
          {title}
          {power}
        </>
      ),
      isNumber: true,
      width: 180,
      value,
      show: (row) => {
        const { rank = null, shareOfMaximum: share = null } = cellOf(row) ?? {};
        const shown = value(row);
        if (shown === null) return "–";
        return (
          <span className="measure-cell">
            <span className="secondary" title={t("metric.rankOf", { rank: rank ?? "" })}>
              {rank}
            </span>
            <ShareBar share={share} title={share === null ? "" : percent(share)} />
            <span>{scaled(shown, scale, language)}</span>
          </span>
        );
      },
    },
    fileOnly(`${id}.rank`, t("column.rankIn", { name: title }), (row) => cellOf(row)?.rank ?? null),
    fileOnly(
      `${id}.share`,
      t("column.shareIn", { name: title }),
      (row) => cellOf(row)?.shareOfMaximum ?? null,
    ),
  ];
}

/** The name of a column; where its measure has several, the measure's own before it. */
export function columnTitle(
  { t, name, pick }: Words,
  { report: { metric }, name: part }: MetricColumn,
): string {
  const words = metric.columns.find((one) => one.name === part);
  if (words === undefined) return name(metric);
  return t("metric.partOf", { name: name(metric), part: pick(words.zh, words.en) });
}

/** Share of the maximum as a bar; a value below 0 hollow. */
function ShareBar({ share, title }: { readonly share: number | null; readonly title: string }) {
  return (
    <span className={`share-bar ${share !== null && share < 0 ? "share-below" : ""}`} title={title}>
      <span style={{ width: `${Math.abs(share ?? 0) * 100}%` }} />
    </span>
  );
}
