import { bilingualTables } from "./bilingual-tables.ts";
import { inventoryTables, plantsOutside } from "./inventory-tables.ts";
import { columnsIn, inBothLanguages, rebuild, type NewValues } from "./rebuild-table.ts";
import { bilingualEvidenceColumns, evidenceColumns, quantityColumns } from "./shared-columns.ts";

/** "GSNG": marks a SQLite file as a store of this program. */
export const applicationId = 0x47_53_4e_47;

/** Lists of texts are JSON arrays. References are checked at the end of each statement. */
const firstSchema = `
CREATE TABLE imports (
  version INTEGER PRIMARY KEY,
  importedAt TEXT NOT NULL,
  label TEXT NOT NULL,
  inserted INTEGER NOT NULL,
  updated INTEGER NOT NULL,
  unchanged INTEGER NOT NULL
) STRICT;

CREATE TABLE resources (
  code TEXT NOT NULL PRIMARY KEY,
  scheme TEXT NOT NULL,
  parentCode TEXT REFERENCES resources,
  groupZh TEXT,
  layer TEXT NOT NULL,
  nameZh TEXT NOT NULL,
  nameEn TEXT NOT NULL,
  hazardous INTEGER NOT NULL,
  familyOnly INTEGER NOT NULL,
  note TEXT,${evidenceColumns}
) STRICT;

CREATE TABLE parks (
  id TEXT NOT NULL PRIMARY KEY,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  provinceCode TEXT NOT NULL,
  cityCode TEXT NOT NULL,
  countyCode TEXT,
  countyZh TEXT,
  level TEXT,
  ecoType TEXT,
  ecoStatus TEXT,
  approvedOn TEXT,
  namedOn TEXT,
  titles TEXT NOT NULL,
  lon REAL NOT NULL,
  lat REAL NOT NULL,
  coordSource TEXT NOT NULL,
  coordErrorKm REAL NOT NULL,
  mainIndustries TEXT NOT NULL,
  overlaps TEXT NOT NULL,
  note TEXT,${evidenceColumns}
) STRICT;

CREATE TABLE enterprises (
  id TEXT NOT NULL PRIMARY KEY,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  kind TEXT NOT NULL,
  parkId TEXT REFERENCES parks,
  areaZh TEXT,
  areaEn TEXT,
  cityCode TEXT,
  provinceCode TEXT,
  industryZh TEXT,
  industryCode TEXT,
  industryBasis TEXT,
  companyZh TEXT,
  lon REAL,
  lat REAL,
  coordSource TEXT,
  note TEXT,${evidenceColumns}
) STRICT;

CREATE TABLE exchanges (
  id TEXT NOT NULL PRIMARY KEY,
  supplierId TEXT NOT NULL REFERENCES enterprises,
  receiverId TEXT NOT NULL REFERENCES enterprises,
  resourceCode TEXT REFERENCES resources,
  resourceZh TEXT NOT NULL,
  resourceEn TEXT,
  layer TEXT NOT NULL,
  linkKind TEXT NOT NULL,${quantityColumns},
  quantityNote TEXT,
  hazardous INTEGER,
  status TEXT NOT NULL,
  statusNote TEXT,
  yearFrom INTEGER,
  yearTo INTEGER,
  sameCompany INTEGER,${evidenceColumns}
) STRICT;

CREATE TABLE listings (
  id TEXT NOT NULL PRIMARY KEY,
  enterpriseId TEXT NOT NULL REFERENCES enterprises,
  direction TEXT NOT NULL,
  resourceCodes TEXT NOT NULL,
  resourceZh TEXT NOT NULL,
  resourceEn TEXT,
  layer TEXT NOT NULL,${quantityColumns},
  quantityNote TEXT,
  quality TEXT,
  hazardous INTEGER,
  status TEXT NOT NULL,
  statusNote TEXT,
  yearFrom INTEGER,
  yearTo INTEGER,
  validUntil TEXT,
  confidentiality TEXT NOT NULL,${evidenceColumns}
) STRICT;

CREATE TABLE rules (
  id TEXT NOT NULL PRIMARY KEY,
  wasteZh TEXT NOT NULL,
  wasteEn TEXT,
  resourceCodes TEXT NOT NULL,
  sourceIndustryCodes TEXT NOT NULL,
  useZh TEXT NOT NULL,
  useEn TEXT,
  targetIndustryZh TEXT,
  targetIndustryCodes TEXT NOT NULL,
  replacesZh TEXT,
  substitutionRatio REAL,
  substitutionNote TEXT,
  technicalLimit TEXT,
  minWasteShare TEXT,
  minWasteShareSource TEXT,
  ghgSavingKgPerTonne REAL,
  ghgBasis TEXT,
  standard TEXT,
  hazardous INTEGER,
  support TEXT NOT NULL,${evidenceColumns}
) STRICT;

CREATE TABLE factors (
  id TEXT NOT NULL PRIMARY KEY,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  note TEXT,${evidenceColumns}
) STRICT;
`;

const noAliases: NewValues = { aliases: "'[]'" };

/** Former ids of records, and where enterprises stand: county, and the error of their own point. */
const placedTables = {
  parks: `
  id TEXT NOT NULL PRIMARY KEY,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  aliases TEXT NOT NULL,
  provinceCode TEXT NOT NULL,
  cityCode TEXT NOT NULL,
  countyCode TEXT,
  countyZh TEXT,
  level TEXT,
  ecoType TEXT,
  ecoStatus TEXT,
  approvedOn TEXT,
  namedOn TEXT,
  titles TEXT NOT NULL,
  lon REAL NOT NULL,
  lat REAL NOT NULL,
  coordSource TEXT NOT NULL,
  coordErrorKm REAL NOT NULL,
  mainIndustries TEXT NOT NULL,
  overlaps TEXT NOT NULL,
  note TEXT,${evidenceColumns}`,
  enterprises: `
  id TEXT NOT NULL PRIMARY KEY,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  aliases TEXT NOT NULL,
  kind TEXT NOT NULL,
  parkId TEXT REFERENCES parks,
  areaZh TEXT,
  areaEn TEXT,
  countyCode TEXT,
  cityCode TEXT,
  provinceCode TEXT,
  industryZh TEXT,
  industryCode TEXT,
  industryBasis TEXT,
  companyZh TEXT,
  lon REAL,
  lat REAL,
  coordSource TEXT,
  coordErrorKm REAL,
  note TEXT,${evidenceColumns}`,
  exchanges: `
  id TEXT NOT NULL PRIMARY KEY,
  aliases TEXT NOT NULL,
  supplierId TEXT NOT NULL REFERENCES enterprises,
  receiverId TEXT NOT NULL REFERENCES enterprises,
  resourceCode TEXT REFERENCES resources,
  resourceZh TEXT NOT NULL,
  resourceEn TEXT,
  layer TEXT NOT NULL,
  linkKind TEXT NOT NULL,${quantityColumns},
  quantityNote TEXT,
  hazardous INTEGER,
  status TEXT NOT NULL,
  statusNote TEXT,
  yearFrom INTEGER,
  yearTo INTEGER,
  sameCompany INTEGER,${evidenceColumns}`,
  listings: `
  id TEXT NOT NULL PRIMARY KEY,
  aliases TEXT NOT NULL,
  enterpriseId TEXT NOT NULL REFERENCES enterprises,
  direction TEXT NOT NULL,
  resourceCodes TEXT NOT NULL,
  resourceZh TEXT NOT NULL,
  resourceEn TEXT,
  layer TEXT NOT NULL,${quantityColumns},
  quantityNote TEXT,
  quality TEXT,
  hazardous INTEGER,
  status TEXT NOT NULL,
  statusNote TEXT,
  yearFrom INTEGER,
  yearTo INTEGER,
  validUntil TEXT,
  confidentiality TEXT NOT NULL,${evidenceColumns}`,
};

const placesAndAliases = [
  rebuild("parks", placedTables.parks, noAliases),
  rebuild("enterprises", placedTables.enterprises, {
    ...noAliases,
    countyCode: "NULL",
    coordErrorKm: "NULL",
  }),
  rebuild("exchanges", placedTables.exchanges, noAliases),
  rebuild("listings", placedTables.listings, noAliases),
].join("");

/** Columns of a table of the first schema. */
function firstTable(kind: string): string {
  return new RegExp(`CREATE TABLE ${kind} \\(([^;]*)\\) STRICT;`).exec(firstSchema)?.[1] ?? "";
}

/** Texts in both languages: each goes to the language it is written in. */
const bothLanguages = Object.entries(bilingualTables)
  .map(([kind, definition]) => {
    const before: Readonly<Record<string, string>> = placedTables;
    return rebuild(
      kind,
      definition,
      inBothLanguages(columnsIn(before[kind] ?? firstTable(kind)), definition),
    );
  })
  .join("");

/** What each kind's rows sum up to (checksums.ts). A later step that changes rows empties it. */
const checksums = `
CREATE TABLE checksums (kind TEXT NOT NULL PRIMARY KEY, sum INTEGER NOT NULL) STRICT;
`;

/** Parts of totals: which listing holds the quantity of this one. */
const partsOfTotals = `${rebuild(
  "listings",
  bilingualTables.listings.replace("  qualityZh TEXT,", "  partOf TEXT,\n  qualityZh TEXT,"),
  { partOf: "NULL" },
)}
DELETE FROM checksums;
`;

/** Exchanges a rule was read from. */
const rulesWithCases = `${rebuild(
  "rules",
  bilingualTables.rules.replace(
    "  support TEXT NOT NULL,",
    "  support TEXT NOT NULL,\n  shownBy TEXT NOT NULL,",
  ),
  { shownBy: "'[]'" },
)}
DELETE FROM checksums;
`;

/** The price book. */
const prices = `
CREATE TABLE prices (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL,
  nameZh TEXT NOT NULL,
  nameEn TEXT,
  resourceCodes TEXT NOT NULL,
  substances TEXT NOT NULL,
  provinceCode TEXT,
  low REAL NOT NULL,
  best REAL NOT NULL,
  high REAL NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  noteZh TEXT,
  noteEn TEXT,${bilingualEvidenceColumns}
) STRICT;
`;

/** Step n takes a store from `user_version` n to n + 1, in one transaction. Steps are added, never changed. */
export const migrations: readonly string[] = [
  firstSchema,
  placesAndAliases,
  bothLanguages,
  checksums,
  partsOfTotals,
  rulesWithCases,
  inventoryTables,
  prices,
  plantsOutside,
];
