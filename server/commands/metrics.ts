import { resolve } from "node:path";
import { metrics } from "#graph/metrics/catalogue.ts";
import { reportMetric } from "#graph/metrics/compute.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { openViews, type RecordViews } from "#graph/projection/graphs/record-views.ts";
import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { MetricReport } from "#graph/schema/answers/metric-report.ts";
import type { ShareBasis } from "#graph/schema/answers/metric-result.ts";
import { tabulate, type ResultRow, type ResultTable } from "#graph/schema/answers/metric-table.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { showProgress } from "./progress.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { textOption, type Call, type Command, type ExitCode } from "./command.ts";
import { filterOptions, readFilter } from "./filter-options.ts";
import { parameterOptions, readParameters } from "./parameter-options.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { writeWhole } from "./whole-file.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { readProductVersion } from "#server/product-version.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";

/** Rows shown of each metric; all of them are in the report. */
const shownRows = 5;

export const metricsCommand: Command = {
  name: "metrics",
  text: {
    zh: "计算指标；不写编号时计算全部",
    en: "compute metrics by id, all of them where none is named",
  },
  operands: { placeholder: "[id…]", required: false },
  options: [
    ...filterOptions,
    ...parameterOptions,
    {
      name: "out",
      placeholder: "<report.json>",
      text: { zh: "将完整报告写入该文件", en: "write the whole report to this file" },
    },
    storeOption,
  ],
  run: runMetrics,
};

async function runMetrics(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const filter = readFilter(call);
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const origin = { contentHash: hashNetwork(network), productVersion: await readProductVersion() };
  const tasks = listTasks(call.operands, filter);
  const given = readParameters(call, tasks);
  const label = inLanguage(terminal, { zh: "计算", en: "computing" });
  const progress = showProgress(terminal, label, tasks.length, terminal.isScreen ? 2 : Infinity);
  const viewsUnder = viewsOf(network);
  const reports = tasks.map((task, done) => {
    progress.update(done);
    return { ...reportMetric(task.id, viewsUnder(task.filter), given(task.id)), ...origin };
  });
  progress.end();
  const path = textOption(call, "out");
  if (path === undefined) for (const report of reports) terminal.out(summary(report, terminal.language));
  else {
    await writeWhole(resolve(terminal.cwd, path), [reportText(network, reports)], terminal);
    terminal.out(
      inLanguage(terminal, {
        zh: `${reports.length} 份指标报告已写入 ${path}`,
        en: `${reports.length} metric reports written to ${path}`,
      }),
    );
  }
  return 0;
}

/** Metrics under one filter share its graphs. */
function viewsOf(network: Network): (filter: NetworkFilter) => RecordViews {
  const kept = new Map<string, RecordViews>();
  return (filter) => {
    const key = filter.layers.join(",");
    const views = kept.get(key) ?? openViews(applyFilter(network, filter));
    kept.set(key, views);
    return views;
  };
}

interface Task {
  readonly id: string;
  readonly filter: NetworkFilter;
}

/** Without ids every metric, those that sum quantities once for each layer: quantities of two layers never add. */
function listTasks(ids: readonly string[], filter: NetworkFilter): Task[] {
  if (ids.length > 0) return ids.map((id) => ({ id, filter }));
  return metrics.flatMap(({ description: { id, needsOneLayer } }) =>
    needsOneLayer
      ? filter.layers.map((layer) => ({ id, filter: { ...filter, layers: [layer] } }))
      : [{ id, filter }],
  );
}

function reportText({ version }: Network, reports: readonly MetricReport[]): string {
  return `${JSON.stringify({ networkVersion: version, reports }, null, 2)}\n`;
}

function summary(report: MetricReport, language: Language): string {
  const { metric, filter, coverage } = report;
  const name = language === "zh" ? metric.nameZh : metric.nameEn;
  const layers = filter.layers.length === 3 ? "" : ` [${filter.layers.join(", ")}]`;
  const { exchanges, nodes, leaves } = coverage;
  const basis =
    language === "zh"
      ? `${exchanges} 条交换，${nodes} 个节点${leaves === 0 ? "" : `（其中 ${leaves} 个为不详一端的叶节点）`}`
      : `${exchanges} exchanges, ${nodes} nodes${leaves === 0 ? "" : ` (${leaves} of them leaves: ends not known)`}`;
  const unit = metric.unit === "1" ? "" : ` (${metric.unit})`;
  return [`${metric.id}${layers}  ${name}${unit}, ${basis}`, ...resultLines(report, language)].join("\n  ");
}

function resultLines({ metric, result }: MetricReport, language: Language): string[] {
  const table = tabulate(metric, result);
  if (result.kind === "scalar") {
    const [own, ...parts] = table.rows.map(({ label, values: [value = null] }) => ({ label, value }));
    const value = result.value === null && result.reason !== null ? `— (${result.reason})` : null;
    const named = (part: typeof own) => `${part?.label?.[language] ?? ""} ${numberText(part?.value ?? null)}`;
    const first = value ?? (result.value === null ? named(own) : numberText(result.value));
    return [first, ...parts.map(named), ...basisLines(result.basis, language)];
  }
  if (result.kind === "curve")
    return [numberText(result.value), ...table.rows.slice(0, shownRows).map((row) => rowText(row, language))];
  return bestRows(table).map((row) => rowText(row, language));
}

/** The rows with the highest first number; zeros and unknown ones say nothing on a short list. */
function bestRows({ rows }: ResultTable): readonly ResultRow[] {
  const first = ({ values }: ResultRow) => values[0] ?? values[1] ?? 0;
  return rows
    .filter((row) => first(row) !== 0)
    .toSorted((left, right) => first(right) - first(left))
    .slice(0, shownRows);
}

function rowText({ nodes, label, values }: ResultRow, language: Language): string {
  const numbers = values.map((value) => numberText(value).padStart(14)).join(" ");
  const names = nodes.map(
    ({ id, nameZh, nameEn }) => `${language === "zh" ? nameZh : (nameEn ?? nameZh)} (${id})`,
  );
  return `${numbers}  ${label?.[language] ?? names.join(" → ")}`;
}

function basisLines(basis: ShareBasis | null, language: Language): string[] {
  if (basis === null) return [];
  const { of, counted, between, inside } = basis;
  return [
    language === "zh"
      ? `${of} 条中 ${counted} 条两端园区均已知：园区之间 ${between}，园区内 ${inside}`
      : `${counted} of ${of} with both parks known: ${between} between, ${inside} inside`,
  ];
}

function numberText(value: number | null): string {
  return value === null ? "—" : String(Number(value.toPrecision(6)));
}
