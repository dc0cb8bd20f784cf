/**
 * How the text of a cell becomes a value: `text` free words; `token` an id, code, enum member, date or address;
 * `amount` a number that may carry 万 or 亿; `texts` and `tokens` lists joined by `;`. `words` is text that may be
 * empty but never null.
 */
export type CellType =
  | "text"
  | "words"
  | "token"
  | "number"
  | "amount"
  | "boolean"
  | "flag"
  | "unit"
  | "texts"
  | "tokens";

/** One column of a record file and the field it fills. */
export interface Column {
  readonly name: string;
  readonly field: string;
  readonly part: "record" | "quantity" | "evidence";
  readonly type: CellType;
  /** Whether a file may leave the column out; its cells are then blank. */
  readonly required: boolean;
}

export type Row = readonly [field: string, type: CellType, required?: "required"];

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text in both languages. A file may give it as one column without a language: see `sharedColumns`. */
export const inBoth = (field: string, type: CellType): readonly [Row, Row] => [
  [`${field}Zh`, type],
  [`${field}En`, type],
];

export const recordColumns = (...rows: readonly Row[]): Column[] =>
  rows.map(([field, type, required]) => ({
    name: snake(field),
    field,
    part: "record",
    type,
    required: required !== undefined,
  }));

export const quantity: readonly Column[] = [
  { name: "amount", field: "amount", part: "quantity", type: "amount", required: false },
  { name: "unit", field: "unit", part: "quantity", type: "unit", required: false },
  { name: "quantity_kind", field: "kind", part: "quantity", type: "token", required: false },
];

const evidenceColumn = (name: string, field: string, type: CellType, required = false): Column => ({
  name,
  field,
  part: "evidence",
  type,
  required,
});

export const evidence: readonly Column[] = [
  evidenceColumn("evidence_grade", "grade", "token", true),
  evidenceColumn("source_kind", "sourceKind", "token", true),
  evidenceColumn("source_url", "sourceUrl", "token"),
  evidenceColumn("confidence", "confidence", "token", true),
  evidenceColumn("as_of_year", "asOfYear", "number"),
  evidenceColumn("evidence_note_zh", "noteZh", "text"),
  evidenceColumn("evidence_note_en", "noteEn", "text"),
  evidenceColumn("synthetic", "synthetic", "flag"),
];
