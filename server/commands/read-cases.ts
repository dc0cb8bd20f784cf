import { readFile } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { csvRows } from "#graph/formats/records/csv-rows.ts";
import { decodeText } from "#graph/formats/records/decode-text.ts";
import type { CaseRow } from "#graph/matching/evaluation/case-library.ts";
import { Failure, systemReason } from "#server/failure.ts";
import type { Terminal } from "./terminal.ts";

/** Columns of a case library; others are not read, whatever they say of receiver, use or treatment. */
export const caseColumns = [
  "case",
  "donor_industry",
  "donor_text",
  "resource_text",
  "resource_codes",
  "receiver_industry",
] as const;

export interface CaseFile {
  readonly rows: readonly CaseRow[];
  /** Rows without a case, a resource or an industry of the receiver: nothing to find. */
  readonly left: number;
}

/** Reads a case library. Throws Failure naming file, line and remedy. */
export async function readCases(path: string, terminal: Terminal): Promise<CaseFile> {
  const full = resolve(terminal.cwd, path);
  const shown = relative(terminal.cwd, full);
  const bytes = await readFile(full).catch((error: unknown) => {
    const { zh, en } = systemReason(error);
    throw new Failure({ zh: `${shown}：${zh}`, en: `${shown}: ${en}` });
  });
  const decoded = decodeText(bytes);
  if (!("text" in decoded))
    throw new Failure({
      zh: `${shown}：${decoded.reason.zh}`,
      en: `${shown}: ${decoded.reason.en}`,
    });
  const [head, ...rest] = [...csvRows(decoded.text)].map((row) => {
    if ("fault" in row)
      throw new Failure({
        zh: `${shown} 第 ${row.line} 行：${row.fault.zh}`,
        en: `${shown}, line ${row.line}: ${row.fault.en}`,
      });
    return row;
  });
  const places = placesOf(
    (head?.cells ?? []).map((cell) => cell.trim()),
    shown,
  );
  const read = rest.map(({ cells }) => rowOf((name) => cells[places[name]]?.trim() ?? ""));
  const rows = read.filter((row) => row !== null);
  return { rows, left: read.length - rows.length };
}

type ColumnName = (typeof caseColumns)[number];

function placesOf(head: readonly string[], shown: string): Readonly<Record<ColumnName, number>> {
  const missing = caseColumns.filter((name) => !head.includes(name));
  if (missing.length > 0)
    throw new Failure({
      zh: `${shown} 第 1 行缺少列 ${missing.join("、")}：表头须有 ${caseColumns.join("、")}`,
      en: `${shown}, line 1 lacks the columns ${missing.join(", ")}: the header needs ${caseColumns.join(", ")}`,
    });
  return Object.fromEntries(caseColumns.map((name) => [name, head.indexOf(name)])) as Record<
    ColumnName,
    number
  >;
}

function rowOf(cell: (name: ColumnName) => string): CaseRow | null {
  const [caseId, resourceText, receiverIndustry] = [
    cell("case"),
    cell("resource_text"),
    cell("receiver_industry"),
  ];
  const resourceCodes = cell("resource_codes")
    .split(/[;；]/)
    .map((code) => code.trim());
  if (caseId === "" || receiverIndustry === "" || (resourceText === "" && resourceCodes[0] === ""))
    return null;
  return {
    caseId,
    donorIndustry: cell("donor_industry") || null,
    donorText: cell("donor_text"),
    resourceText,
    resourceCodes: resourceCodes.filter((code) => code !== ""),
    receiverIndustry,
  };
}
