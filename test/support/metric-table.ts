import type { Metric } from "#graph/metrics/metric.ts";

/** Metrics as the README lists them, one row a metric, in the order of the catalogue. */
export function metricTable(metrics: readonly Metric[]): string {
  const rows = metrics.map(({ description: { id, nameZh, nameEn, unit, range, meaningEn } }) =>
    [`\`${id}\``, nameZh === nameEn ? nameEn : `${nameZh} ${nameEn}`, unit, range, meaningEn].map((cell) =>
      cell.replaceAll("|", "\\|"),
    ),
  );
  const head = ["id", "name", "unit", "range", "what it says"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
