import type { Issue } from "#graph/schema/checks/issue.ts";
import { isSwapped } from "#graph/schema/region/window.ts";
import { recordSchemas, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { CellFault, readCell, type CellValue } from "./cells.ts";
import { columnsByKind, type Column } from "./columns.ts";
import { isQuantityFault, readQuantity } from "./read-quantity.ts";

/** One thing wrong in a row, before it is known which file the row is in. */
export interface RowFault {
  readonly code: Issue["code"];
  readonly column: string;
  readonly value: string;
  readonly reason: string;
}

/** A record, or everything that is wrong with its row. */
export type RowRead = { readonly tagged: TaggedRecord } | { readonly faults: readonly RowFault[] };

type SchemaFault = NonNullable<
  ReturnType<(typeof recordSchemas)[RecordKind]["safeParse"]>["error"]
>["issues"][number];

const maxShown = 120;

/** Reads one row of a file of `kind`; `positions` says where each column of the kind stands. */
export function readRow(kind: RecordKind, positions: readonly number[], cells: readonly string[]): RowRead {
  const columns = columnsByKind[kind];
  const faults: RowFault[] = [];
  const textOf = (index: number) => cells[positions[index] ?? -1] ?? "";
  const parts = { record: {}, quantity: {}, evidence: {} } as Record<
    Column["part"],
    Record<string, CellValue | object>
  >;
  columns.forEach((column, index) => {
    const value = readCell(column.type, textOf(index));
    if (value instanceof CellFault) faults.push(faultOf(column.name, textOf(index), value));
    else parts[column.part][column.field] = value;
  });
  const { record } = parts;
  record["evidence"] = parts.evidence;
  const cellOf = (name: string) => textOf(columns.findIndex((column) => column.name === name));
  if (kind === "exchanges" || kind === "listings") addQuantity(parts, faults, cellOf);
  const checked = recordSchemas[kind].safeParse(record);
  if (!checked.success) addSchemaFaults(checked.error.issues, { kind, record, faults, cellOf });
  if (checked.success && faults.length === 0)
    return { tagged: { kind, record: checked.data } as TaggedRecord };
  return { faults };
}

function faultOf(column: string, value: string, { code, reason }: CellFault): RowFault {
  return { code, column, value: value.slice(0, maxShown), reason };
}

function addQuantity(
  parts: Record<Column["part"], Record<string, CellValue | object>>,
  faults: RowFault[],
  cellOf: (name: string) => string,
): void {
  parts.record["quantity"] = null as CellValue;
  const { amount, unit, kind } = parts.quantity as Record<string, CellValue | undefined>;
  // A cell that cannot be read is already reported; judging the other two would only repeat it.
  if (amount === undefined || unit === undefined || kind === undefined) return;
  const quantity = readQuantity({ amount, unit, kind, layer: parts.record["layer"] });
  if (isQuantityFault(quantity))
    faults.push(faultOf(quantity.column, cellOf(quantity.column), quantity.fault));
  else parts.record["quantity"] = quantity as CellValue | object;
}

interface RowContext {
  readonly kind: RecordKind;
  readonly record: Readonly<Record<string, unknown>>;
  readonly faults: RowFault[];
  readonly cellOf: (name: string) => string;
}

function addSchemaFaults(issues: readonly SchemaFault[], { kind, record, faults, cellOf }: RowContext): void {
  const swapped = isSwapped(record["lon"], record["lat"]);
  for (const issue of issues) {
    const column = columnAt(kind, issue.path);
    if (faults.some((fault) => fault.column === column)) continue;
    const isSwap = swapped && (column === "lon" || column === "lat");
    faults.push({
      code: isSwap ? "swapped-coordinates" : "invalid-value",
      column,
      value: cellOf(column).slice(0, maxShown),
      reason: isSwap ? "longitude and latitude are swapped" : reasonOf(issue, cellOf(column)),
    });
  }
}

function columnAt(kind: RecordKind, path: readonly PropertyKey[]): string {
  const part = path[0] === "evidence" ? "evidence" : "record";
  const field = path[part === "evidence" ? 1 : 0];
  const column = columnsByKind[kind].find((each) => each.part === part && each.field === field);
  return column?.name ?? String(field);
}

/** A sentence for what a schema found wrong. */
function reasonOf(issue: SchemaFault, cell: string): string {
  if (issue.code === "invalid_type" && cell.trim() === "") return "this cell must not be blank";
  if (issue.code === "invalid_value") return `expected one of ${issue.values.join(", ")}`;
  if (issue.code === "invalid_format" && issue.format === "url")
    return "expected an address such as https://example.org/page";
  if (issue.code === "invalid_format" && issue.format === "date") return "expected a date such as 2026-12-31";
  return issue.message;
}
