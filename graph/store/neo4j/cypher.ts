import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import { recordTables } from "#graph/store/records/record-tables.ts";
import type { Reference } from "#graph/store/records/record-table.ts";

/*
 * Every statement this program sends to Neo4j. Values travel as parameters; labels, types and property names come from
 * the tables below alone.
 *
 * A record is a node: it holds from `validFrom` on, a version of the network, until `validTo`, where it has one. It is
 * never changed, only closed, so a reader of one version meets no half-written record. What may be pointed at has a
 * second node that stays when the record changes: relationships lead there.
 *
 *   (:Exchange)-[:SUPPLIER|RECEIVER]->(:EnterpriseId)<-[:IDENTITY]-(:Enterprise)-[:IN]->(:ParkId)<-[:IDENTITY]-(:Park)
 *   (:Exchange|Listing|Rule|Price)-[:OF]->(:ResourceId)<-[:IDENTITY]-(:Resource)-[:PARENT]->(:ResourceId)
 *   (:Listing|Activity)-[:LISTED_BY|DONE_BY]->(:EnterpriseId)    (:Park)-[:OVERLAPS]->(:ParkId)
 *   (:Coefficient|Total)-[:OF]->(:ResourceId)
 *
 * One node `GongshengStore` points at the version that readers see and says who imports. `validFrom = $version` of a
 * record leads to its (:Import {version}).
 */

/** Format of what lies in the database; a program refuses a higher one. */
export const storeFormat = 7;

export const labelOf: Readonly<Record<RecordKind, string>> = {
  resources: "Resource",
  parks: "Park",
  enterprises: "Enterprise",
  exchanges: "Exchange",
  listings: "Listing",
  rules: "Rule",
  factors: "Factor",
  activities: "Activity",
  coefficients: "Coefficient",
  totals: "Total",
  prices: "Price",
};

/** Kinds that others point at: each record has an identity node beside its own. */
export const identified = ["resources", "parks", "enterprises"] as const satisfies readonly RecordKind[];
const identityOf = (kind: RecordKind) => `${labelOf[kind]}Id`;
const isIdentified = (kind: RecordKind) => (identified as readonly RecordKind[]).includes(kind);

/** Relationship of a column; of a column of one kind where that differs. */
const linkByColumn: Readonly<Record<string, string>> = {
  parentCode: "PARENT",
  overlaps: "OVERLAPS",
  parkId: "IN",
  supplierId: "SUPPLIER",
  receiverId: "RECEIVER",
  resourceCode: "OF",
  resourceCodes: "OF",
  enterpriseId: "LISTED_BY",
  "activities.enterpriseId": "DONE_BY",
};

const keyOf = (kind: RecordKind) => recordTables[kind].key;
const linkOf = (kind: RecordKind, { column }: Reference) => {
  const type = linkByColumn[`${kind}.${column}`] ?? linkByColumn[column];
  if (type === undefined) throw new Error(`no relationship type for ${column}`);
  return type;
};

/** Makes everything that searching and uniqueness need; all of it passes on Community Edition. */
export const schema: readonly string[] = [
  "CREATE CONSTRAINT gongsheng_store IF NOT EXISTS FOR (s:GongshengStore) REQUIRE s.name IS UNIQUE",
  "CREATE CONSTRAINT gongsheng_import IF NOT EXISTS FOR (i:Import) REQUIRE i.version IS UNIQUE",
  "CREATE CONSTRAINT gongsheng_operation IF NOT EXISTS FOR (i:Import) REQUIRE i.operation IS UNIQUE",
  ...identified.map(
    (kind) =>
      `CREATE CONSTRAINT gongsheng_${kind}_identity IF NOT EXISTS FOR (k:${identityOf(kind)}) REQUIRE k.${keyOf(kind)} IS UNIQUE`,
  ),
  ...recordKinds.flatMap((kind) => [
    `CREATE CONSTRAINT gongsheng_${kind} IF NOT EXISTS FOR (n:${labelOf[kind]}) REQUIRE (n.${keyOf(kind)}, n.validFrom) IS UNIQUE`,
    `CREATE INDEX gongsheng_${kind}_closed IF NOT EXISTS FOR (n:${labelOf[kind]}) ON (n.validTo)`,
  ]),
];

export const awaitSchema = "CALL db.awaitIndexes($seconds)";

/** The names of what `schema` makes, to be found again at each start. */
export const showSchema =
  "SHOW INDEXES YIELD name, state WHERE name STARTS WITH 'gongsheng_' RETURN name, state";

/** A kind that an older format did not have counts none until the store is brought up. */
const counts = recordKinds
  .map(
    (kind) =>
      `CASE WHEN s.${kind} IS NULL AND s.format < ${storeFormat} THEN 0 ELSE s.${kind} END AS ${kind}`,
  )
  .join(", ");

/** The version that readers see, with its counts; no row where nothing was ever imported. */
export const readPointer = `
MATCH (s:GongshengStore {name: 'network'})
RETURN s.format AS format, s.version AS version, s.importedAt AS importedAt, s.oldestVersion AS oldestVersion,
  s.holder IS NOT NULL AS busy, s.operations AS operations, s.synthetic AS synthetic, ${counts}`;

const visible = "n.validFrom <= $version AND (n.validTo IS NULL OR n.validTo > $version)";
export const content = (kind: RecordKind): string =>
  `[${recordTables[kind].columns.map((column) => `n.${column}`).join(", ")}]`;

export const readAll = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.${keyOf(kind)} > '' AND ${visible}
RETURN ${content(kind)} AS content ORDER BY n.${keyOf(kind)}`;

/** The same with the hash of each: for readings beside which somebody imports, and for the check of the whole store. */
export const readHashed = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.${keyOf(kind)} > '' AND ${visible}
RETURN ${content(kind)} AS content, n.hash AS hash ORDER BY n.${keyOf(kind)}`;

/** The records that hold at a version and did not at an earlier one; what was replaced since is among the keys. */
export const readChanged = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.validFrom > $since AND ${visible}
RETURN ${content(kind)} AS content, n.hash AS hash ORDER BY n.${keyOf(kind)}`;

/** The operation that made a version: two stores that count alike are told apart by it. */
export const findOperation = "MATCH (i:Import {version: $version}) RETURN i.operation AS operation";

export const readKeys = (kind: RecordKind): string => `
UNWIND $keys AS key
MATCH (n:${labelOf[kind]} {${keyOf(kind)}: key}) WHERE ${visible}
RETURN ${content(kind)} AS content, n.hash AS hash`;

export const readAfter = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.${keyOf(kind)} > $after AND ${visible}
RETURN ${content(kind)} AS content, n.hash AS hash ORDER BY n.${keyOf(kind)} LIMIT $limit`;

export const countForeign = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.validFrom IS NULL OR n.${keyOf(kind)} IS NULL RETURN count(n) AS total`;

// --- One import at a time: a lease on the store node -----------------------------------------------------------------

/** Locks the node before its lease is read, so that two processes never both find it free. */
const locked = "MATCH (s:GongshengStore {name: 'network'}) SET s.touchedAt = timestamp() WITH s";

export const takeLease = `
MERGE (s:GongshengStore {name: 'network'})
ON CREATE SET s.format = $format, s.version = 0, s.oldestVersion = 0, s.synthetic = 0, s.dirty = false, s.operations = 0,
  ${recordKinds.map((kind) => `s.${kind} = 0`).join(", ")}
SET s.touchedAt = timestamp()
WITH s WHERE s.holder IS NULL OR s.holder = $operation OR s.leaseUntil < timestamp()
SET s.holder = $operation, s.leaseUntil = timestamp() + $leaseMs, s.batch = 0, s.operations = s.operations + 1
RETURN s.version AS version, s.format AS format, s.dirty AS dirty`;

/** Begins each transaction of an import: no row where another process has taken over. */
export const keepLease = `
${locked} WHERE s.holder = $operation
SET s.leaseUntil = timestamp() + $leaseMs
RETURN s.batch AS batch`;

/** Ends a batch. Its number tells a repeated transaction that the first one was stored after all. */
export const endBatch = `
MATCH (s:GongshengStore {name: 'network'})
SET s.batch = $batch, s.dirty = true, s.leaseUntil = timestamp() + $leaseMs`;

export const releaseLease = `
${locked} WHERE s.holder = $operation
REMOVE s.holder, s.leaseUntil`;

export const markClean = "MATCH (s:GongshengStore {name: 'network', holder: $operation}) SET s.dirty = false";

// --- Staging: nodes of the version to come, which no reader sees yet ------------------------------------------------

/** The newest state of each key, that of this import included. */
export const findNewest = (kind: RecordKind): string => `
UNWIND $keys AS key
MATCH (n:${labelOf[kind]} {${keyOf(kind)}: key}) WHERE n.validFrom > 0 AND n.validTo IS NULL
RETURN key, n.hash AS hash, n.validFrom AS validFrom, n.evidenceSynthetic AS synthetic`;

export const closeOld = (kind: RecordKind): string => `
UNWIND $keys AS key
MATCH (n:${labelOf[kind]} {${keyOf(kind)}: key}) WHERE n.validFrom < $version AND n.validTo IS NULL
SET n.validTo = $version`;

export const deleteStaged = (kind: RecordKind): string => `
UNWIND $keys AS key
MATCH (n:${labelOf[kind]} {${keyOf(kind)}: key}) WHERE n.validFrom = $version
DETACH DELETE n`;

function valueOf(kind: RecordKind, index: number): string {
  return recordTables[kind].types[index] === "whole" ? `toInteger(row[${index}])` : `row[${index}]`;
}

/** Links of one reference, counted: a missing target makes the count too small. */
function link(kind: RecordKind, reference: Reference, value: string): string {
  const { column, target, list } = reference;
  const wanted = list ? `UNWIND ${value} AS wanted ` : "";
  const key = list ? "wanted" : value;
  return `CALL (n${value.startsWith("row") ? ", row" : ""}) {
  ${wanted}MATCH (target:${identityOf(target)} {${keyOf(target)}: ${key}})
  CREATE (n)-[:${linkOf(kind, reference)}]->(target)
  RETURN count(*) AS ${column}Found
}`;
}

const expected = ({ list }: Reference, value: string) =>
  list ? `size(${value})` : `CASE WHEN ${value} IS NULL THEN 0 ELSE 1 END`;

/**
 * Makes nodes from rows of properties; the hash is the last of a row. Nodes with a missing target wait for their links;
 * answers with how many.
 */
export function createStaged(kind: RecordKind): string {
  const { columns, references } = recordTables[kind];
  const properties = columns.map((column, index) => `${column}: ${valueOf(kind, index)}`);
  const valueOfReference = ({ column }: Reference) => `row[${columns.indexOf(column)}]`;
  const complete = references.map(
    (reference) => `${reference.column}Found = ${expected(reference, valueOfReference(reference))}`,
  );
  return `
UNWIND $rows AS row
CREATE (n:${labelOf[kind]} {${properties.join(", ")}, hash: row[${columns.length}], validFrom: $version})
WITH n, row
${isIdentified(kind) ? identify(kind) : ""}
${references.map((reference) => link(kind, reference, valueOfReference(reference))).join("\n")}
${complete.length === 0 ? "" : `WITH n WHERE NOT (${complete.join(" AND ")})\nSET n:Unlinked\nRETURN count(n) AS waiting`}`
    .trimEnd()
    .replace(/WITH n, row$/, "");
}

function identify(kind: RecordKind): string {
  return `MERGE (identity:${identityOf(kind)} {${keyOf(kind)}: row[0]})
ON CREATE SET identity.since = $version
CREATE (n)-[:IDENTITY]->(identity)
WITH n, row`;
}

/** References of waiting nodes that lead nowhere, as (key of the record, key it names). */
export function findDangling(kind: RecordKind, { column, target, list }: Reference): string {
  return `
MATCH (n:Unlinked:${labelOf[kind]}) WHERE n.${column} IS NOT NULL
UNWIND ${list ? `n.${column}` : `[n.${column}]`} AS missing
WITH n, missing WHERE NOT EXISTS { MATCH (:${identityOf(target)} {${keyOf(target)}: missing}) }
RETURN n.${keyOf(kind)} AS record, missing LIMIT $limit`;
}

/** Links nodes whose targets came after them; answers with how many. */
export function linkWaiting(kind: RecordKind): string {
  const { references } = recordTables[kind];
  const types = [...new Set(references.map((reference) => linkOf(kind, reference)))].join("|");
  return `
MATCH (n:Unlinked:${labelOf[kind]}) WITH n LIMIT $limit
CALL (n) { MATCH (n)-[old:${types}]->() DELETE old }
REMOVE n:Unlinked
WITH n
${references.map((reference) => link(kind, reference, `n.${reference.column}`)).join("\n")}
RETURN count(n) AS done`;
}

// --- The turn: from now on readers see the new version ----------------------------------------------------------------

export const findCommitted = "MATCH (i:Import {operation: $operation}) RETURN i.version AS version";

export const commitVersion = `
${locked} WHERE s.holder = $operation AND s.version = $version - 1
SET s.version = $version, s.importedAt = $importedAt, s.dirty = false, s.synthetic = s.synthetic + $synthetic,
  ${recordKinds.map((kind) => `s.${kind} = s.${kind} + $added.${kind}`).join(", ")}
REMOVE s.holder, s.leaseUntil
CREATE (i:Import {version: $version, operation: $operation, importedAt: $importedAt, label: $label,
  inserted: $inserted, updated: $updated, unchanged: $unchanged, committedAt: timestamp()})
RETURN i.version AS version`;

// --- Sweeping -----------------------------------------------------------------------------------------------------------

/** What an unfinished import left: nodes of a version that never came, and ends it set. Goes on after the last key. */
export const dropUncommitted = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.${keyOf(kind)} > $after AND n.validFrom > $version
WITH n, n.${keyOf(kind)} AS key ORDER BY key LIMIT $limit
DETACH DELETE n RETURN count(*) AS done, max(key) AS last`;

export const reopen = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.validTo > $version
WITH n LIMIT $limit REMOVE n.validTo RETURN count(*) AS done`;

export const dropIdentities = (kind: RecordKind): string => `
MATCH (k:${identityOf(kind)}) WHERE k.since > $version
WITH k LIMIT $limit DETACH DELETE k RETURN count(*) AS done`;

/** The newest version that every reader begun within the retention may have overtaken. */
export const findSweepable = `
MATCH (i:Import) WHERE i.committedAt < timestamp() - $retentionMs
WITH max(i.version) AS version
MATCH (s:GongshengStore {name: 'network'}) WHERE s.oldestVersion < version
RETURN version`;

/** Said before anything is deleted, so that a reader that took too long learns that it must begin again. */
export const forgetBefore = `
MATCH (s:GongshengStore {name: 'network'})
SET s.oldestVersion = $version`;

export const dropClosed = (kind: RecordKind): string => `
MATCH (n:${labelOf[kind]}) WHERE n.validTo <= $version
WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS done`;
