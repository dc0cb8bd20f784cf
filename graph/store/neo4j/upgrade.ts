import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import { content, labelOf, storeFormat } from "./cypher.ts";
import type { Lease } from "./lease.ts";
import { hashOf, toCells } from "./rows.ts";

/** Records brought up in one transaction. */
const batchSize = 5000;

/** Texts of format 1 that stand in both languages since. */
const oneLanguage: Readonly<Partial<Record<RecordKind, readonly string[]>>> = {
  resources: ["note"],
  parks: ["level", "ecoType", "titles", "coordSource", "mainIndustries", "note"],
  enterprises: ["industryBasis", "coordSource", "note"],
  exchanges: ["quantityNote", "statusNote"],
  listings: ["quantityNote", "quality", "statusNote"],
  rules: ["substitutionNote", "technicalLimit", "minWasteShare", "minWasteShareSource", "ghgBasis"],
  factors: ["unit", "note"],
  prices: [],
};

const isHan = (value: string) => `${value} =~ '(?s).*[\\u4e00-\\u9fff].*'`;

/** A text goes to Chinese where it holds a Chinese character, else to English; a list as a whole. */
function inBothLanguages(kind: RecordKind, old: string): readonly string[] {
  const { columns, types } = recordTables[kind];
  if (types[columns.indexOf(`${old}Zh`)] !== "list")
    return [
      `n.${old}Zh = CASE WHEN ${isHan(`n.${old}`)} THEN n.${old} END`,
      `n.${old}En = CASE WHEN NOT ${isHan(`n.${old}`)} THEN n.${old} END`,
    ];
  const chinese = `any(text IN n.${old} WHERE ${isHan("text")})`;
  return [
    `n.${old}Zh = CASE WHEN ${chinese} THEN n.${old} ELSE [] END`,
    `n.${old}En = CASE WHEN ${chinese} THEN [] ELSE n.${old} END`,
  ];
}

/**
 * Brings some records of an older format up and answers with their new cells; `format` marks those that are done. A
 * property that the older format did not have is not there: null, or an empty list.
 */
function raise(kind: RecordKind, format: number): string {
  const { columns, types } = recordTables[kind];
  const old = format < 2 ? [...(oneLanguage[kind] ?? []), "evidenceNote"] : [];
  const lists = columns.filter((column, index) => types[index] === "list" && !/(?:Zh|En)$/.test(column));
  const values = [
    ...old.flatMap((name) => inBothLanguages(kind, name)),
    ...lists.map((column) => `n.${column} = coalesce(n.${column}, [])`),
    `n.format = ${storeFormat}`,
  ];
  return `
MATCH (n:${labelOf[kind]}) WHERE n.validFrom IS NOT NULL AND n.format IS NULL WITH n LIMIT $limit
SET ${values.join(", ")}
${old.length === 0 ? "" : `REMOVE ${old.map((name) => `n.${name}`).join(", ")}`}
RETURN elementId(n) AS id, ${content(kind)} AS content`;
}

const writeHashes = (kind: RecordKind) => `
UNWIND $rows AS row MATCH (n:${labelOf[kind]}) WHERE elementId(n) = row[0] SET n.hash = row[1]`;

const forgetMarks = (kind: RecordKind) => `
MATCH (n:${labelOf[kind]}) WHERE n.format IS NOT NULL WITH n LIMIT $limit REMOVE n.format RETURN n.validFrom`;

/** Kinds that the older format did not have begin with none. */
const finish = `MATCH (s:GongshengStore {name: 'network'}) SET s.format = $format,
  ${recordKinds.map((kind) => `s.${kind} = coalesce(s.${kind}, 0)`).join(", ")}`;

/**
 * Brings the records of a store of an older format up to this one, under the lease of an import. May end in the middle: what
 * is done is marked, and the next program goes on; the store counts as brought up only when all is done.
 */
export async function upgradeStore(lease: Lease, format: number): Promise<void> {
  for (const kind of recordKinds)
    while ((await lease.write((each) => raiseSome(each, kind, format))) === batchSize);
  await lease.write((transaction) => transaction.run(finish, { format: neo4j.int(storeFormat) }));
  for (const kind of recordKinds) while ((await lease.write((each) => forgetSome(each, kind))) === batchSize);
}

async function raiseSome(transaction: ManagedTransaction, kind: RecordKind, format: number): Promise<number> {
  const { records } = await transaction.run(raise(kind, format), { limit: neo4j.int(batchSize) });
  const rows = records.map((row) => [
    row.get("id") as string,
    hashOf(toCells(kind, row.get("content") as readonly unknown[])),
  ]);
  await transaction.run(writeHashes(kind), { rows });
  return rows.length;
}

async function forgetSome(transaction: ManagedTransaction, kind: RecordKind): Promise<number> {
  return (await transaction.run(forgetMarks(kind), { limit: neo4j.int(batchSize) })).records.length;
}
