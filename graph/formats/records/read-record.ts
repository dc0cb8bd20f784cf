import { swappedReason } from "#graph/schema/checks/check-fields.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import { recordSchemas, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { isSwapped } from "#graph/schema/region/window.ts";
import { CellFault } from "./cell-fault.ts";
import { readCell, type CellValue } from "./cells.ts";
import { unseenFault } from "./characters.ts";
import type { Column } from "./column.ts";
import { columnsByKind } from "./columns.ts";
import { memberOf } from "./member-words.ts";
import { isScaled } from "./read-number.ts";
import { isQuantityFault, readQuantity } from "./read-quantity.ts";
import { renewDivisions } from "./renew-divisions.ts";
import type { RowFault } from "./row-fault.ts";
import { schemaReason, type SchemaFault } from "./schema-reason.ts";

/** A record, null where a fault forbids one; with everything that is wrong with its row or was changed in reading it. */
export interface RowRead {
  readonly tagged: TaggedRecord | null;
  readonly faults: readonly RowFault[];
}

/** A row to be read: its cells, and where each column of the kind stands among them (-1: in none). */
export interface RowCells {
  readonly kind: RecordKind;
  readonly positions: readonly number[];
  /** Cells whose column stands for a text in both languages. */
  readonly shared: ReadonlySet<number>;
  readonly cells: readonly string[];
  /** The record that the store holds under the row's key: columns that are not in the file keep its values. */
  readonly stored: object | undefined;
  /** Whether the file holds invisible characters somewhere, so that every cell is looked through for them. */
  readonly hasUnseen: boolean;
}

const maxShown = 120;

type Parts = Record<Column["part"], Record<string, CellValue | object>>;

/** Reads one row of a file. */
export function readRow({ kind, positions, shared, cells, stored, hasUnseen }: RowCells): RowRead {
  const columns = columnsByKind[kind];
  const faults: RowFault[] = [];
  const textOf = (index: number) => cells[positions[index] ?? -1] ?? "";
  const parts: Parts = { record: {}, quantity: {}, evidence: {} };
  columns.forEach((column, index) => {
    if (stored !== undefined && positions[index] === -1) {
      // A blank amount clears the whole quantity, also where the file has no columns for unit and kind.
      const isCleared = column.part === "quantity" && parts.quantity["amount"] === null;
      parts[column.part][column.field] = isCleared ? null : storedValue(stored, column);
      return;
    }
    const cell = textOf(index);
    if (shared.has(positions[index] ?? -1) && isOtherLanguage(column, cell)) {
      parts[column.part][column.field] =
        stored === undefined ? readColumn(column, "") : storedValue(stored, column);
      return;
    }
    const value = hasUnseen ? readVisible(column, cell) : readColumn(column, cell);
    if (value instanceof CellFault) faults.push(faultOf(column.name, cell, value));
    else parts[column.part][column.field] = value;
  });
  const { record } = parts;
  record["evidence"] = parts.evidence;
  const cellOf = (name: string) => textOf(columns.findIndex((column) => column.name === name));
  if (kind === "exchanges" || kind === "listings") addQuantity(parts, faults, cellOf);
  const notes = renewDivisions(record);
  const checked = recordSchemas[kind].safeParse(record);
  if (!checked.success) addSchemaFaults(checked.error.issues, { kind, record, faults, cellOf });
  if (checked.success && faults.length === 0)
    return { tagged: { kind, record: checked.data } as TaggedRecord, faults: notes };
  return {
    tagged: null,
    faults: shared.size === 0 ? faults : faults.map(asInFile({ columns, positions, shared })),
  };
}

/** Names the column of a fault as the file does: a shared one bears no language. */
function asInFile({
  columns,
  positions,
  shared,
}: Pick<RowCells, "positions" | "shared"> & { readonly columns: readonly Column[] }) {
  const isShared = (column: string) =>
    shared.has(positions[columns.findIndex(({ name }) => name === column)] ?? -1);
  return (fault: RowFault): RowFault =>
    isShared(fault.column) ? { ...fault, column: fault.column.replace(/_(?:zh|en)$/, "") } : fault;
}

/** Whether a text is written in the other language than that of the column. A blank one belongs to both. */
function isOtherLanguage({ name }: Column, cell: string): boolean {
  return cell.trim() !== "" && /\p{Script=Han}/u.test(cell) !== name.endsWith("_zh");
}

function readColumn({ type, name }: Column, cell: string): CellValue {
  const value = readCell(type, cell);
  return type === "token" && typeof value === "string" && value > "\u007f" ? memberOf(name, value) : value;
}

function readVisible(column: Column, cell: string): CellValue {
  const fault = unseenFault(cell);
  return fault === null ? readColumn(column, cell) : new CellFault("invisible-character", fault);
}

/** What the store holds in the place of a column, as its cell would have been read. */
function storedValue(stored: object, { part, field }: Column): CellValue {
  const record = stored as { readonly evidence: Evidence; readonly quantity?: Quantity | null };
  if (part === "quantity") {
    const { quantity = null } = record;
    if (quantity === null) return null;
    if (field === "unit") return { unit: quantity.unit, exponent: 0, isScaled: false };
    return field === "amount" ? quantity.amount : quantity.kind;
  }
  const holder = part === "evidence" ? record.evidence : record;
  return (holder as unknown as Readonly<Record<string, CellValue>>)[field] ?? null;
}

function faultOf(column: string, value: string, { code, reason }: CellFault): RowFault {
  return { code, column, value: value.slice(0, maxShown), reason };
}

function addQuantity(parts: Parts, faults: RowFault[], cellOf: (name: string) => string): void {
  parts.record["quantity"] = null as CellValue;
  const { amount, unit, kind } = parts.quantity as Record<string, CellValue | undefined>;
  // A cell that cannot be read is already reported; judging the other two would only repeat it.
  if (amount === undefined || unit === undefined || kind === undefined) return;
  const isAmountScaled = isScaled(cellOf("amount"));
  const quantity = readQuantity({ amount, isAmountScaled, unit, kind, layer: parts.record["layer"] });
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
      reason: isSwap ? swappedReason : schemaReason(issue, column, cellOf(column)),
    });
  }
}

function columnAt(kind: RecordKind, path: readonly PropertyKey[]): string {
  const part = path[0] === "evidence" ? "evidence" : "record";
  const field = path[part === "evidence" ? 1 : 0];
  const column = columnsByKind[kind].find((each) => each.part === part && each.field === field);
  return column?.name ?? String(field);
}
