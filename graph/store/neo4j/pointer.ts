import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { SymbiosisError } from "#graph/errors.ts";
import { forEachKind } from "#graph/schema/records/network.ts";
import { readPointer, storeFormat } from "./cypher.ts";
import type { StoreInfo } from "#graph/store/graph-store.ts";
import type { Heard } from "./connection.ts";

/** What the store node says: the version that readers see, and how far back others can still be read. */
export interface Pointer extends StoreInfo {
  readonly oldestVersion: number;
  /** Format of the records; this program's own where there are none. */
  readonly format: number;
  /** Whether somebody imports. */
  readonly busy: boolean;
  /** How many imports ever began. */
  readonly operations: number;
}

const nowhere: Pointer = {
  networkVersion: 0,
  importedAt: null,
  counts: forEachKind(() => 0),
  syntheticCount: 0,
  oldestVersion: 0,
  format: storeFormat,
  busy: false,
  operations: 0,
};

/** Reads the pointer. Throws `store-newer-than-program` for a format this program does not know. */
export async function findPointer(transaction: ManagedTransaction, shown: string): Promise<Pointer> {
  const { records } = await transaction.run(readPointer);
  const [found] = records;
  if (found === undefined) return nowhere;
  const whole = (name: string): number => {
    const value: unknown = found.get(name);
    if (Number.isSafeInteger(value)) return value as number;
    throw new SymbiosisError(
      "store-corrupt",
      `The store node of ${shown} has no whole number as its ${name}`,
    );
  };
  assertKnownFormat(whole("format"), shown);
  const importedAt: unknown = found.get("importedAt");
  return {
    networkVersion: whole("version"),
    importedAt: typeof importedAt === "string" ? importedAt : null,
    counts: forEachKind(whole),
    syntheticCount: whole("synthetic"),
    oldestVersion: whole("oldestVersion"),
    format: whole("format"),
    busy: found.get("busy") === true,
    operations: whole("operations"),
  };
}

/** Throws `store-newer-than-program` for a format this program does not know. */
export function assertKnownFormat(format: number, shown: string): void {
  if (format > storeFormat)
    throw new SymbiosisError(
      "store-newer-than-program",
      `${shown} has format ${format}, this program knows up to ${storeFormat}: use a newer program`,
    );
}

export interface RowQuery {
  readonly statement: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** Hands over the rows of a statement one by one as the server sends them. */
export async function eachRow(
  transaction: ManagedTransaction,
  { statement, parameters }: RowQuery,
  heard: Heard,
  take: (content: readonly unknown[], hash?: unknown) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  transaction.run(statement, parameters).subscribe({
    onNext: (row) => {
      heard();
      if (row.length > 1) take(row.get(0) as readonly unknown[], row.get(1));
      else take(row.get(0) as readonly unknown[]);
    },
    onCompleted: () => resolve(),
    onError: reject,
  });
  await promise;
}

export const at = (version: number): { version: ReturnType<typeof neo4j.int> } => ({
  version: neo4j.int(version),
});
