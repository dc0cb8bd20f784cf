import type { RecordKind } from "#graph/schema/records/records.ts";

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

type Row = readonly [field: string, type: CellType, required?: "required"];

const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A text in both languages. A file may give it as one column without a language: see `sharedColumns`. */
const inBoth = (field: string, type: CellType): readonly [Row, Row] => [
  [`${field}Zh`, type],
  [`${field}En`, type],
];

const recordColumns = (...rows: readonly Row[]): Column[] =>
  rows.map(([field, type, required]) => ({
    name: snake(field),
    field,
    part: "record",
    type,
    required: required !== undefined,
  }));

const quantity: readonly Column[] = [
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

const evidence: readonly Column[] = [
  evidenceColumn("evidence_grade", "grade", "token", true),
  evidenceColumn("source_kind", "sourceKind", "token", true),
  evidenceColumn("source_url", "sourceUrl", "token"),
  evidenceColumn("confidence", "confidence", "token", true),
  evidenceColumn("as_of_year", "asOfYear", "number"),
  evidenceColumn("evidence_note_zh", "noteZh", "text"),
  evidenceColumn("evidence_note_en", "noteEn", "text"),
  evidenceColumn("synthetic", "synthetic", "flag"),
];

const resourceName: readonly Row[] = [
  ["resourceZh", "text", "required"],
  ["resourceEn", "text"],
  ["layer", "token", "required"],
];

const state: readonly Row[] = [
  ["status", "token", "required"],
  ...inBoth("statusNote", "text"),
  ["yearFrom", "number"],
  ["yearTo", "number"],
];

/** The one description of every record file: columns in the order in which they are written. */
export const columnsByKind: Readonly<Record<RecordKind, readonly Column[]>> = {
  resources: [
    ...recordColumns(
      ["code", "token", "required"],
      ["scheme", "token", "required"],
      ["parentCode", "token"],
      ...inBoth("group", "text"),
      ["layer", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "words", "required"],
      ["hazardous", "boolean", "required"],
      ["familyOnly", "boolean", "required"],
      ...inBoth("note", "text"),
    ),
    ...evidence,
  ],
  parks: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["otherNames", "texts"],
      ["aliases", "tokens"],
      ["provinceCode", "token", "required"],
      ["cityCode", "token", "required"],
      ["countyCode", "token"],
      ["countyZh", "text"],
      ...inBoth("level", "text"),
      ...inBoth("ecoType", "text"),
      ["ecoStatus", "token"],
      ["approvedOn", "token"],
      ["namedOn", "token"],
      ...inBoth("titles", "texts"),
      ["lon", "number", "required"],
      ["lat", "number", "required"],
      ...inBoth("coordSource", "text"),
      ["coordErrorKm", "number", "required"],
      ...inBoth("mainIndustries", "texts"),
      ["overlaps", "tokens"],
      ...inBoth("note", "text"),
    ),
    ...evidence,
  ],
  enterprises: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["otherNames", "texts"],
      ["aliases", "tokens"],
      ["kind", "token", "required"],
      ["parkId", "token"],
      ["areaZh", "text"],
      ["areaEn", "text"],
      ["countyCode", "token"],
      ["cityCode", "token"],
      ["provinceCode", "token"],
      ...inBoth("industry", "text"),
      ["industryCode", "token"],
      ...inBoth("industryBasis", "text"),
      ...inBoth("company", "text"),
      ["lon", "number"],
      ["lat", "number"],
      ...inBoth("coordSource", "text"),
      ["coordErrorKm", "number"],
      ...inBoth("placeBasis", "text"),
      ...inBoth("note", "text"),
    ),
    ...evidence,
  ],
  exchanges: [
    ...recordColumns(
      ["id", "token", "required"],
      ["aliases", "tokens"],
      ["supplierId", "token", "required"],
      ["receiverId", "token", "required"],
      ["resourceCode", "token"],
      ...resourceName,
      ["linkKind", "token", "required"],
    ),
    ...quantity,
    ...recordColumns(...inBoth("quantityNote", "text"), ["hazardous", "boolean"], ...state, [
      "sameCompany",
      "boolean",
    ]),
    ...evidence,
  ],
  listings: [
    ...recordColumns(
      ["id", "token", "required"],
      ["aliases", "tokens"],
      ["enterpriseId", "token", "required"],
      ["direction", "token", "required"],
      ["resourceCodes", "tokens"],
      ...resourceName,
    ),
    ...quantity,
    ...recordColumns(
      ...inBoth("quantityNote", "text"),
      ["partOf", "token"],
      ...inBoth("quality", "text"),
      ["hazardous", "boolean"],
      ...state,
      ["validUntil", "token"],
      ["confidentiality", "token", "required"],
    ),
    ...evidence,
  ],
  rules: [
    ...recordColumns(
      ["id", "token", "required"],
      ["wasteZh", "text", "required"],
      ["wasteEn", "text"],
      ["resourceCodes", "tokens", "required"],
      ["sourceIndustryCodes", "tokens"],
      ["useZh", "text", "required"],
      ["useEn", "text"],
      ...inBoth("targetIndustry", "text"),
      ["targetIndustryCodes", "tokens"],
      ...inBoth("replaces", "text"),
      ["substitutionRatio", "number"],
      ...inBoth("substitutionNote", "text"),
      ...inBoth("technicalLimit", "text"),
      ...inBoth("minWasteShare", "text"),
      ...inBoth("minWasteShareSource", "text"),
      ["ghgSavingKgPerTonne", "number"],
      ...inBoth("ghgBasis", "text"),
      ["standard", "text"],
      ["hazardous", "boolean"],
      ["support", "token", "required"],
      ["shownBy", "tokens"],
    ),
    ...evidence,
  ],
  factors: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["value", "text", "required"],
      ...inBoth("unit", "text"),
      ...inBoth("note", "text"),
    ),
    ...evidence,
  ],
};
