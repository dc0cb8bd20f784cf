import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import { filterSentence } from "#graph/schema/filter/sentence.ts";
import { isKnownPlace, placeKindOf } from "#graph/schema/answers/place.ts";
import { fitsAddress, mostPlaces } from "#client/model/view/place-set.ts";
import { inRanges, joinMetrics, metricColumns, type MetricRow } from "#client/model/metric-rows.ts";
import { charts } from "#client/model/view/view-state.ts";
import type { KnownMetric } from "#client/model/view/asked-metric.ts";
import { placesQuery } from "#client/queries.ts";
import { EmptyNote, FailureNote } from "#client/ui/asked.tsx";
import { CoverageNote } from "#client/ui/coverage-note.tsx";
import { fileName, saveFile } from "#client/ui/download.ts";
import { LayerChoice } from "#client/ui/layer-choice.tsx";
import { MeasureProgress } from "#client/ui/measure-progress.tsx";
import { Picker } from "#client/ui/picker.tsx";
import { SampleNote } from "#client/ui/sample-note.tsx";
import { useMetrics } from "#client/ui/use-metric.ts";
import { useSameItems } from "#client/ui/use-same-items.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { sortOf } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { notesOf, tableCsv } from "./export-table.ts";
import { MetricChips } from "./metric-chips.tsx";
import { MetricCharts } from "./metric-charts.tsx";
import { metricTable } from "./metric-columns.tsx";

/** Measures of the nodes of one scope, side by side under the same filter. */
export function MetricComparison({ metrics }: { readonly metrics: readonly KnownMetric[] }) {
  const { name } = useWords();
  const measurings = useMetrics(metrics);
  const reports = useSameItems(measurings.flatMap(({ report }) => report ?? []));
  const [only, ...others] = reports;
  return (
    <>
      <MetricChips metrics={metrics} />
      {measurings.some(({ needsLayer }) => needsLayer) && <LayerChoice />}
      {metrics.map(({ asked, description }, place) => {
        const measuring = measurings[place];
        if (measuring === undefined) return null;
        const what = name(description);
        return measuring.error === null ? (
          <MeasureProgress key={asked.id} what={what} measuring={measuring} />
        ) : (
          <FailureNote
            key={asked.id}
            what={what}
            error={measuring.error}
            retry={() => void measuring.refetch()}
          />
        );
      })}
      {only !== undefined && others.length === 0 && <CoverageNote report={only} />}
      {reports.map((report) => (
        <SampleNote key={report.metric.id} report={report} />
      ))}
      {only !== undefined && <ComparedRows reports={reports} />}
    </>
  );
}

/** As many rows of zero say nothing each: they fold into one line. */
const zerosFolded = 5;
const isZero = ({ cells }: MetricRow) => cells.every(({ value }) => value === 0);

function ComparedRows({ reports }: { readonly reports: readonly MetricReport[] }) {
  const words = useWords();
  const { t, name } = words;
  const { view } = useView();
  const [showsZeros, setShowsZeros] = useState(false);
  const places = useQuery(placesQuery(view.filter)).data?.items;
  const placeById = useMemo(() => new Map((places ?? []).map((place) => [place.id, place])), [places]);
  const columns = useMemo(() => metricColumns(reports), [reports]);
  const all = useMemo(() => joinMetrics(columns), [columns]);
  const rows = useMemo(() => inRanges(all, columns, view.ranges), [all, columns, view.ranges]);
  const table = useMemo(() => metricTable(words, columns, all, placeById), [words, columns, all, placeById]);
  const zeros = rows.filter(isZero).length;
  const isFolded = !showsZeros && zeros >= zerosFolded && zeros < rows.length;
  const save = () => {
    const notes = fileNotes(reports, { shown: rows.length, total: all.length }, words);
    const order = { sort: sortOf(view.sort, table), language: words.language };
    saveCsv(reports, tableCsv(table, rows, notes, order));
  };
  return (
    <>
      <RowsBar
        shown={rows.length}
        total={all.length}
        zeros={isFolded ? zeros : 0}
        onZeros={() => setShowsZeros(true)}
        onSave={save}
        placeIds={[...new Set(rows.flatMap(({ node }) => placeOf(node.placeId)))]}
      />
      <MetricCharts columns={columns} rows={rows} table={table} />
      {rows.length === 0 ? (
        <EmptyNote>{t("metric.noneInRange")}</EmptyNote>
      ) : (
        <DataTable
          caption={reports.map(({ metric }) => name(metric)).join(t("list.and"))}
          table={table}
          rows={isFolded ? rows.filter((row) => !isZero(row)) : rows}
          total={isFolded ? rows.length - zeros : rows.length}
        />
      )}
    </>
  );
}

/** A place that is drawn; none for a city, a province or what is not known. */
function placeOf(placeId: string | null): readonly string[] {
  return placeId !== null && isKnownPlace(placeKindOf(placeId)) ? [placeId] : [];
}

interface RowsBarProps {
  /** Rows in the ranges, of how many. */
  readonly shown: number;
  readonly total: number;
  /** Rows of zeros that are folded away. */
  readonly zeros: number;
  readonly onZeros: () => void;
  readonly onSave: () => void;
  /** Known places of the rows. */
  readonly placeIds: readonly string[];
}

/** How many rows there are, what is folded, the chart over them, and their file. */
function RowsBar({ shown, total, zeros, onZeros, onSave, placeIds }: RowsBarProps) {
  const { t, count } = useWords();
  const { view, change } = useView();
  return (
    <div className="table-bar">
      <strong>
        {shown === total
          ? t("table.counted", { text: count(shown) })
          : t("metric.inRange", { text: count(shown), total: count(total) })}
      </strong>
      {zeros > 0 && (
        <>
          <span className="secondary">{t("metric.zeros", { text: count(zeros) })}</span>
          <Button className="button" onPress={onZeros}>
            {t("metric.showZeros")}
          </Button>
        </>
      )}
      <Picker
        label={t("chart.title")}
        value={view.chart}
        options={charts.map((chart) => ({ value: chart, label: t(`chart.${chart}`) }))}
        onChange={(chart) => change({ chart })}
      />
      <Button
        className="button"
        isDisabled={placeIds.length === 0 || !fitsAddress(placeIds)}
        onPress={() => change({ tab: "map", set: placeIds, setAlone: false, selection: null })}
      >
        {t("set.take", { count: placeIds.length, text: count(placeIds.length) })}
      </Button>
      {!fitsAddress(placeIds) && (
        <span className="secondary">{t("set.most", { most: count(mostPlaces) })}</span>
      )}
      <span className="secondary">{t("table.sortMore")}</span>
      <Button className="button" onPress={onSave}>
        {t("table.export")}
      </Button>
    </div>
  );
}

function fileNotes(
  reports: readonly MetricReport[],
  counts: { readonly shown: number; readonly total: number },
  words: ReturnType<typeof useWords>,
): readonly string[] {
  const [first] = reports;
  return notesOf(words, {
    title: reports.map(({ metric }) => words.name(metric)).join(words.t("list.and")),
    filter: first === undefined ? "" : words.say(filterSentence(first.filter)),
    networkVersion: first?.networkVersion ?? 0,
    ...counts,
  });
}

function saveCsv(reports: readonly MetricReport[], csv: string): void {
  const version = `v${reports[0]?.networkVersion ?? 0}`;
  saveFile(
    new Blob([csv], { type: "text/csv;charset=utf-8" }),
    fileName([...reports.slice(0, 3).map(({ metric }) => metric.id), version], "csv"),
  );
}
