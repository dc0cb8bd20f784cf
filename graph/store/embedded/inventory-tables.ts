import { rebuild } from "./rebuild-table.ts";
import { bilingualEvidenceColumns } from "./shared-columns.ts";

const firstActivities = `
  id TEXT NOT NULL PRIMARY KEY,
  enterpriseId TEXT NOT NULL REFERENCES enterprises,
  activityCode TEXT NOT NULL,
  activityZh TEXT NOT NULL,
  activityEn TEXT,
  amount REAL CHECK (amount >= 0),
  activityUnit TEXT NOT NULL,
  basis TEXT NOT NULL,
  unitCount INTEGER,
  technology TEXT,
  year INTEGER,
  status TEXT NOT NULL,
  noteZh TEXT,
  noteEn TEXT,${bilingualEvidenceColumns}`;

/** What plants do, what a unit of it gives or takes, and the published totals that check it. */
export const inventoryTables = `
CREATE TABLE activities (${firstActivities}
) STRICT;

CREATE TABLE coefficients (
  id TEXT NOT NULL PRIMARY KEY,
  activityCode TEXT NOT NULL,
  activityZh TEXT NOT NULL,
  activityEn TEXT,
  role TEXT NOT NULL,
  resourceCode TEXT REFERENCES resources,
  resultCode TEXT,
  resultZh TEXT NOT NULL,
  resultEn TEXT,
  low REAL,
  best REAL NOT NULL,
  high REAL,
  resultUnit TEXT NOT NULL,
  inputUnit TEXT NOT NULL,
  technology TEXT,
  provinceCode TEXT,
  regionZh TEXT,
  regionEn TEXT,
  yearFrom INTEGER,
  yearTo INTEGER,
  sourceCount INTEGER,
  restsOn TEXT NOT NULL,
  noteZh TEXT,
  noteEn TEXT,${bilingualEvidenceColumns}
) STRICT;

CREATE TABLE totals (
  id TEXT NOT NULL PRIMARY KEY,
  provinceCode TEXT,
  cityCode TEXT,
  itemZh TEXT NOT NULL,
  itemEn TEXT,
  kind TEXT NOT NULL,
  resourceCode TEXT REFERENCES resources,
  activityCodes TEXT NOT NULL,
  coefficientIds TEXT NOT NULL,
  amount REAL,
  totalUnit TEXT NOT NULL,
  months INTEGER NOT NULL,
  year INTEGER,
  noteZh TEXT,
  noteEn TEXT,${bilingualEvidenceColumns}
) STRICT;
`;

/** Activities of plants that are no enterprise of the network. */
export const plantsOutside = `${rebuild(
  "activities",
  firstActivities.replace("enterpriseId TEXT NOT NULL REFERENCES", "enterpriseId TEXT REFERENCES").replace(
    "  activityCode TEXT",
    `  plantId TEXT,
  plantZh TEXT,
  plantEn TEXT,
  provinceCode TEXT,
  cityCode TEXT,
  countyCode TEXT,
  lon REAL,
  lat REAL,
  activityCode TEXT`,
  ),
  Object.fromEntries(
    ["plantId", "plantZh", "plantEn", "provinceCode", "cityCode", "countyCode", "lon", "lat"].map(
      (column) => [column, "NULL"],
    ),
  ),
)}
DELETE FROM checksums;
`;
