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
  evidenceColumn("evidence_note", "note", "text"),
  evidenceColumn("synthetic", "synthetic", "flag"),
];

const resourceName: readonly Row[] = [
  ["resourceZh", "text", "required"],
  ["resourceEn", "text"],
  ["layer", "token", "required"],
];

const state: readonly Row[] = [
  ["status", "token", "required"],
  ["statusNote", "text"],
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
      ["groupZh", "text"],
      ["layer", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "words", "required"],
      ["hazardous", "boolean", "required"],
      ["familyOnly", "boolean", "required"],
      ["note", "text"],
    ),
    ...evidence,
  ],
  parks: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["aliases", "tokens"],
      ["provinceCode", "token", "required"],
      ["cityCode", "token", "required"],
      ["countyCode", "token"],
      ["countyZh", "text"],
      ["level", "text"],
      ["ecoType", "text"],
      ["ecoStatus", "token"],
      ["approvedOn", "token"],
      ["namedOn", "token"],
      ["titles", "texts"],
      ["lon", "number", "required"],
      ["lat", "number", "required"],
      ["coordSource", "words", "required"],
      ["coordErrorKm", "number", "required"],
      ["mainIndustries", "texts"],
      ["overlaps", "tokens"],
      ["note", "text"],
    ),
    ...evidence,
  ],
  enterprises: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["aliases", "tokens"],
      ["kind", "token", "required"],
      ["parkId", "token"],
      ["areaZh", "text"],
      ["areaEn", "text"],
      ["countyCode", "token"],
      ["cityCode", "token"],
      ["provinceCode", "token"],
      ["industryZh", "text"],
      ["industryCode", "token"],
      ["industryBasis", "text"],
      ["companyZh", "text"],
      ["lon", "number"],
      ["lat", "number"],
      ["coordSource", "text"],
      ["coordErrorKm", "number"],
      ["note", "text"],
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
    ...recordColumns(["quantityNote", "text"], ["hazardous", "boolean"], ...state, [
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
      ["quantityNote", "text"],
      ["quality", "text"],
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
      ["targetIndustryZh", "text"],
      ["targetIndustryCodes", "tokens"],
      ["replacesZh", "text"],
      ["substitutionRatio", "number"],
      ["substitutionNote", "text"],
      ["technicalLimit", "text"],
      ["minWasteShare", "text"],
      ["minWasteShareSource", "text"],
      ["ghgSavingKgPerTonne", "number"],
      ["ghgBasis", "text"],
      ["standard", "text"],
      ["hazardous", "boolean"],
      ["support", "token", "required"],
    ),
    ...evidence,
  ],
  factors: [
    ...recordColumns(
      ["id", "token", "required"],
      ["nameZh", "text", "required"],
      ["nameEn", "text"],
      ["value", "text", "required"],
      ["unit", "words", "required"],
      ["note", "text"],
    ),
    ...evidence,
  ],
};
