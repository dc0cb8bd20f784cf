import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import neo4j, { type ManagedTransaction } from "neo4j-driver";
import { SymbiosisError } from "#graph/errors.ts";
import { keepLease, markClean, releaseLease, storeFormat, takeLease } from "./cypher.ts";
import type { Neo4jConnection, Work } from "./connection.ts";
import { assertKnownFormat } from "./pointer.ts";

export interface LeaseTimes {
  /** A process that said nothing for so long has lost its import. */
  readonly leaseMs: number;
  /** How long to wait for the import of another process. */
  readonly waitMs: number;
}

/** A dead process holds others up for the lease and no longer; one that waits outlasts it. */
export const usualLease: LeaseTimes = { leaseMs: 10_000, waitMs: 15_000 };

const pollMs = 200;
/** How long one attempt waits for the lock of the store node. */
const lockMs = 3000;

/**
 * The right to import, held by one process at a time. Every transaction of an import begins with it and locks it, so
 * that a process that slept through its end writes nothing more.
 */
export class Lease {
  readonly operation: string;
  /** Version that readers see while the import runs. */
  readonly base: number;
  /** Whether an earlier import ended in the middle. */
  readonly foundDirty: boolean;
  readonly #connection: Neo4jConnection;
  readonly #leaseMs: number;
  readonly #timer: NodeJS.Timeout;
  #renewing = false;

  private constructor(connection: Neo4jConnection, operation: string, leaseMs: number, found: Found) {
    this.operation = operation;
    this.base = found.version;
    this.foundDirty = found.dirty;
    this.#connection = connection;
    this.#leaseMs = leaseMs;
    this.#timer = setInterval(() => void this.#renew(), leaseMs / 3).unref();
  }

  /** Waits for the right to import. Throws `store-locked` where another process keeps it too long. */
  static async take(connection: Neo4jConnection, { leaseMs, waitMs }: LeaseTimes): Promise<Lease> {
    const operation = randomUUID();
    const until = performance.now() + waitMs;
    for (;;) {
      const found = await tryToTake(connection, operation, leaseMs);
      if (found !== null) return new Lease(connection, operation, leaseMs, found);
      if (performance.now() > until)
        throw new SymbiosisError(
          "store-locked",
          `Another process imports into ${connection.shown}; try again when it has finished`,
        );
      await wait(pollMs);
    }
  }

  /** Runs a transaction of the import. `batch` is the number of the last batch that was stored. */
  async write<T>(work: (transaction: ManagedTransaction, batch: number) => Promise<T>): Promise<T> {
    return await this.#connection.write(async (transaction) => {
      const kept = await transaction.run(keepLease, this.parameters);
      const batch: unknown = kept.records[0]?.get("batch");
      if (typeof batch !== "number") throw this.lost();
      return await work(transaction, batch);
    });
  }

  /** Runs a transaction that looks after the lease itself. */
  async writeUnfenced<T>(work: (transaction: ManagedTransaction) => Promise<T>): Promise<T> {
    return await this.#connection.write(work);
  }

  get parameters(): { operation: string; leaseMs: ReturnType<typeof neo4j.int> } {
    return { operation: this.operation, leaseMs: neo4j.int(this.#leaseMs) };
  }

  lost(): SymbiosisError {
    return new SymbiosisError(
      "store-locked",
      `Another process took over the import into ${this.#connection.shown}; nothing was imported, try again`,
    );
  }

  /** Lets others import. `clean`: nothing of this import is left. */
  async release({ clean }: { readonly clean: boolean }): Promise<void> {
    this.stop();
    await this.#connection.write(async (transaction) => {
      if (clean) await transaction.run(markClean, this.parameters);
      await transaction.run(releaseLease, this.parameters);
    });
  }

  /** Ends the renewals; the lease itself runs out. */
  stop(): void {
    clearInterval(this.#timer);
  }

  /** A slow source must not cost the lease. A renewal that fails is told by the next write. */
  async #renew(): Promise<void> {
    if (this.#renewing) return;
    this.#renewing = true;
    const work: Work<unknown> = (transaction) => transaction.run(keepLease, this.parameters);
    await this.#connection.write(work).catch(() => {});
    this.#renewing = false;
  }
}

interface Found {
  readonly version: number;
  readonly dirty: boolean;
}

/** Null where another process holds the lease, or the lock: one that froze in the middle of a transaction keeps it. */
async function tryToTake(
  connection: Neo4jConnection,
  operation: string,
  leaseMs: number,
): Promise<Found | null> {
  const parameters = { operation, leaseMs: neo4j.int(leaseMs), format: neo4j.int(storeFormat) };
  const take = connection.write(async (transaction) => {
    const [found] = (await transaction.run(takeLease, parameters)).records;
    if (found === undefined) return null;
    assertKnownFormat(Number(found.get("format")), connection.shown);
    return { version: found.get("version"), dirty: found.get("dirty") };
  }, lockMs);
  return await take.catch((error: unknown) => {
    if (error instanceof SymbiosisError && error.code === "analysis-too-long") return null;
    throw error;
  });
}
