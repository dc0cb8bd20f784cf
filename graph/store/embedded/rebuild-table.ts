/** New values of the columns that a table did not have, as SQL over its old row; the others keep theirs. */
export type NewValues = Readonly<Record<string, string>>;

/** Names of the columns in the text of a table. */
export function columnsIn(definition: string): readonly string[] {
  return [...definition.matchAll(/^ {2}(\w+)/gm)].map(([, name = ""]) => name);
}

/**
 * Makes a table anew, so that its columns stand in the order of the record. References to it are by name and hold again
 * once the new table has the name: while this runs, they are not enforced (`migrate`).
 */
export function rebuild(table: string, definition: string, values: NewValues): string {
  const columns = columnsIn(definition);
  const old = columns.map((column) => values[column] ?? column);
  return `
CREATE TABLE new_${table} (${definition}
) STRICT;
INSERT INTO new_${table} (${columns.join(", ")}) SELECT ${old.join(", ")} FROM ${table} ORDER BY rowid;
DROP TABLE ${table};
ALTER TABLE new_${table} RENAME TO ${table};
`;
}

/**
 * Values for the pairs of columns (`noteZh`, `noteEn`) that a table gets in the place of one (`note`): a text goes to
 * Chinese where it holds a Chinese character, else to English. A column that has no forerunner is NULL, or an empty list
 * where it may not be NULL.
 */
export function inBothLanguages(before: readonly string[], definition: string): NewValues {
  const values: Record<string, string> = {};
  for (const column of columnsIn(definition)) {
    if (before.includes(column)) continue;
    const isList = new RegExp(`^ {2}${column} TEXT NOT NULL`, "m").test(definition);
    const none = isList ? "'[]'" : "NULL";
    const old = column.replace(/(?:Zh|En)$/, "");
    const isChinese = `${old} GLOB '*[\u4e00-\u9fff]*'`;
    const [chinese, other] = column.endsWith("Zh") ? [old, none] : [none, old];
    values[column] = before.includes(old) ? `CASE WHEN ${isChinese} THEN ${chinese} ELSE ${other} END` : none;
  }
  return values;
}
