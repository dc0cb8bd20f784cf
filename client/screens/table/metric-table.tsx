import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Button } from "react-aria-components/Button";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { MetricResult } from "#graph/schema/answers/metric-result.ts";
import { tabulate, type ResultRow } from "#graph/schema/answers/metric-table.ts";
import { nullReasonText } from "#graph/schema/answers/null-reason.ts";
import {
  isScopeOfNodes,
  knownMetric,
  sideBySide,
  type KnownMetric,
} from "#client/model/view/asked-metric.ts";
import { metricCatalogueQuery, placesQuery } from "#client/queries.ts";
import { Asked, EmptyNote, FailureNote } from "#client/ui/asked.tsx";
import { CoverageNote } from "#client/ui/coverage-note.tsx";
import { fileName, saveFile } from "#client/ui/download.ts";
import { filterSentence } from "#graph/schema/filter/sentence.ts";
import { LayerChoice } from "#client/ui/layer-choice.tsx";
import { MeasureProgress } from "#client/ui/measure-progress.tsx";
import { MetricDefinition } from "#client/ui/metric-definition.tsx";
import { MetricInfo } from "#client/ui/metric-info.tsx";
import { Picker } from "#client/ui/picker.tsx";
import { SampleNote } from "#client/ui/sample-note.tsx";
import { useMetric } from "#client/ui/use-metric.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { sortOf, type TableOf } from "./column.ts";
import { CommunityList } from "./community-list.tsx";
import { DataTable } from "./data-table.tsx";
import { notesOf, tableCsv } from "./export-table.ts";
import { MetricComparison } from "./metric-comparison.tsx";
import { basisCounts, MatrixTables } from "./metric-results.tsx";
import { resultTable, type Places } from "./result-table.tsx";

/** Pick a metric, read what it means, see its values under the same filter. */
export function MetricTable() {
  const { t } = useWords();
  const catalogue = useQuery(metricCatalogueQuery());
  return (
    <Asked what={t("what.metrics")} result={catalogue}>
      {(page) => <MetricChoice metrics={page.items} />}
    </Asked>
  );
}

const firstMetric = "park.degree";

function MetricChoice({ metrics }: { readonly metrics: readonly MetricDescription[] }) {
  const { t, name } = useWords();
  const { view, change } = useView();
  const known = view.metrics.flatMap((one) => knownMetric(one, metrics, "table").known ?? []);
  const standard = metrics.find(({ id }) => id === firstMetric) ?? metrics[0];
  if (standard === undefined) return <EmptyNote>{t("metric.none")}</EmptyNote>;
  const { together } = sideBySide(
    known.length > 0 ? known : [{ description: standard, asked: { id: standard.id, parameters: {} } }],
  );
  const [first, ...more] = together;
  if (first === undefined) return null;
  const { scope } = first.description;
  const isOfNodes = isScopeOfNodes(scope);
  const optionOf = (one: MetricDescription) => ({
    value: one.id,
    label: `${t(`scope.${one.scope}`)} · ${name(one)}`,
  });
  const addable = metrics.filter(
    (one) => one.scope === scope && !together.some(({ asked }) => asked.id === one.id),
  );
  return (
    <>
      <div className="table-bar">
        <Picker
          label={t("metric.pick")}
          value={first.asked.id}
          options={metrics.map(optionOf)}
          onChange={(id) => change({ metrics: [{ id, parameters: {} }], sort: [], ranges: [] })}
        />
        {isOfNodes ? (
          <Picker
            label={t("metric.add")}
            value={null}
            placeholder={t("metric.addWhich")}
            options={addable.map(optionOf)}
            onChange={(id) =>
              change({ metrics: [...together.map(({ asked }) => asked), { id, parameters: {} }] })
            }
          />
        ) : (
          <MetricInfo metric={first} onChange={(next) => change({ metrics: [next] })} />
        )}
      </div>
      {more.length === 0 && <MetricDefinition metric={first.description} />}
      {isOfNodes ? <MetricComparison metrics={together} /> : <MetricAnswer metric={first} />}
    </>
  );
}

function MetricAnswer({ metric }: { readonly metric: KnownMetric }) {
  const { name } = useWords();
  const measuring = useMetric(metric);
  const what = name(metric.description);
  if (measuring.needsLayer) return <LayerChoice />;
  if (measuring.error !== null)
    return <FailureNote what={what} error={measuring.error} retry={() => void measuring.refetch()} />;
  return measuring.report === undefined ? (
    <MeasureProgress what={what} measuring={measuring} />
  ) : (
    <Report report={measuring.report} />
  );
}

function Report({ report }: { readonly report: MetricReport }) {
  const { t, count, measure } = useWords();
  const { filter, result } = report;
  const agreementWith = (group: string, { agreements }: Extract<MetricResult, { kind: "partition" }>) => {
    const found = agreements.find((agreement) => agreement.group === group)?.mutualInformation ?? null;
    return found === null ? "–" : measure(found);
  };
  return (
    <>
      <CoverageNote report={report} />
      {(result.kind === "scalar" || result.kind === "curve") && <NumberLine report={report} />}
      <SampleNote report={report} />
      {result.kind === "byLink" && result.unlisted > 0 && (
        <p className="secondary">{t("metric.unlisted", { text: count(result.unlisted) })}</p>
      )}
      {result.kind === "matrix" && result.labels.ids.length <= matrixShown && (
        <MatrixTables result={result} layers={filter.layers} />
      )}
      {result.kind === "partition" && (
        <p className="secondary">
          {t("metric.partition", {
            communities: count(result.communities),
            modularity: result.modularity === null ? "–" : measure(result.modularity),
            stability: result.stability === null ? "–" : measure(result.stability),
            parks: agreementWith("park", result),
            cities: agreementWith("city", result),
            provinces: agreementWith("province", result),
          })}
        </p>
      )}
      <ResultRows report={report} />
    </>
  );
}

/** The one number of a network or a curve, or why there is none. */
function NumberLine({ report: { metric, result } }: { readonly report: MetricReport }) {
  const { t, count, measure, name, pick } = useWords();
  if (result.kind !== "scalar" && result.kind !== "curve") return null;
  if (result.value === null && result.reason === null) return null;
  return (
    <p className="metric-number">
      <strong>{result.value === null ? t("metric.undefined") : measure(result.value)}</strong> {name(metric)}
      {result.kind === "scalar" && result.basis !== null && (
        <span className="secondary"> {t("metric.basis", basisCounts(result.basis, count))}</span>
      )}
      {result.reason !== null && (
        <span className="secondary">
          {" "}
          {pick(nullReasonText[result.reason].zh, nullReasonText[result.reason].en)}
        </span>
      )}
    </p>
  );
}

/** Groups up to which a matrix is shown as one; beyond, as a list of its cells. */
const matrixShown = 8;

function usePlacesById(): Places {
  const { view } = useView();
  const places = useQuery(placesQuery(view.filter)).data?.items;
  return useMemo(() => new Map((places ?? []).map((place) => [place.id, place])), [places]);
}

function ResultRows({ report }: { readonly report: MetricReport }) {
  const words = useWords();
  const { result, metric } = report;
  const places = usePlacesById();
  const tabulated = useMemo(() => tabulate(metric, result), [metric, result]);
  const table = useMemo(
    () => resultTable(words, { metric, result, places }, tabulated),
    [words, metric, result, places, tabulated],
  );
  if (result.kind === "scalar" && result.parts.length === 0) return null;
  return (
    <>
      {result.kind === "partition" && <CommunityList members={result.members} places={places} />}
      <SavedTable report={report} table={table} rows={tabulated.rows} />
    </>
  );
}

interface SavedTableProps {
  readonly report: MetricReport;
  readonly table: TableOf<ResultRow>;
  readonly rows: readonly ResultRow[];
}

function SavedTable({ report, table, rows }: SavedTableProps) {
  const words = useWords();
  const { t, name } = words;
  const { view } = useView();
  return (
    <>
      <div className="table-bar">
        <strong>{t("table.counted", { text: words.count(rows.length) })}</strong>
        <Button
          className="button"
          onPress={() =>
            saveMetric(report, tableText(report, table, rows, { words, sort: sortOf(view.sort, table) }))
          }
        >
          {t("table.export")}
        </Button>
      </div>
      <DataTable caption={name(report.metric)} table={table} rows={rows} total={rows.length} />
    </>
  );
}

function tableText(
  report: MetricReport,
  table: TableOf<ResultRow>,
  rows: readonly ResultRow[],
  { words, sort }: { readonly words: Words; readonly sort: Parameters<typeof tableCsv>[3]["sort"] },
): string {
  const notes = notesOf(words, {
    title: words.name(report.metric),
    filter: words.say(filterSentence(report.filter)),
    networkVersion: report.networkVersion,
    shown: rows.length,
    total: rows.length,
  });
  return tableCsv(table, rows, notes, { sort, language: words.language });
}

function saveMetric(report: MetricReport, csv: string): void {
  saveFile(
    new Blob([csv], { type: "text/csv;charset=utf-8" }),
    fileName([report.metric.id, `v${report.networkVersion}`], "csv"),
  );
}
