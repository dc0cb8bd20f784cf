/** Columns of the evidence that every record carries, as step 1 made them. */
export const evidenceColumns = `
  evidenceGrade TEXT NOT NULL,
  evidenceSourceKind TEXT NOT NULL,
  evidenceSourceUrl TEXT,
  evidenceConfidence TEXT NOT NULL,
  evidenceAsOfYear INTEGER,
  evidenceNote TEXT,
  evidenceSynthetic INTEGER NOT NULL CHECK (evidenceSynthetic IN (0, 1))`;

/** The same since texts stand in both languages. */
export const bilingualEvidenceColumns = evidenceColumns.replace(
  "  evidenceNote TEXT,",
  "  evidenceNoteZh TEXT,\n  evidenceNoteEn TEXT,",
);

export const quantityColumns = `
  quantityAmount REAL CHECK (quantityAmount >= 0),
  quantityUnit TEXT,
  quantityKind TEXT,
  quantityPerYear REAL,
  quantityPerYearUnit TEXT,
  quantityAssumption TEXT`;
