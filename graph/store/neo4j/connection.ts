import neo4j, { type Driver, type ManagedTransaction, type Session } from "neo4j-driver";
import { SymbiosisError } from "#graph/errors.ts";
import type { Neo4jAddress } from "./address.ts";
import { toNeo4jError } from "./error.ts";
import { Sockets } from "./sockets.ts";

/** Times, milliseconds. */
export interface Neo4jTimes {
  /** Longest silence of the server while we read a small thing. */
  readonly readMs: number;
  /** Longest silence of the server while we read a whole network: a cold server takes its time before the first row. */
  readonly snapshotMs: number;
  /** Longest time of one transaction of writes; the server ends a longer one. */
  readonly writeMs: number;
  /**
   * A transaction is repeated until a fault that may pass comes later than this. The driver pauses for 1 s, then 2 s, each
   * a fifth more or less: with 2 s there are three attempts, the last within 3.6 s and so before `readMs`.
   */
  readonly retryMs: number;
}

export const usualTimes: Neo4jTimes = { readMs: 4500, snapshotMs: 20_000, writeMs: 60_000, retryMs: 2000 };

/** The server ends a read of ours after so long, should we no longer be there to do it. */
export const longestReadMs = 10 * 60_000;

/** Time in which a store that was just found dead is not asked again. */
const restMs = 1000;

/** How long a server may take to let a connection go. */
const goodbyeMs = 1000;

/** A server that ends a transaction for its length looks for such ones every two seconds: it is not dead before that. */
const verdictMs = 5000;

/** Called whenever the server has said something. */
export type Heard = () => void;
export type Work<T> = (transaction: ManagedTransaction, heard: Heard) => Promise<T>;

/**
 * The one driver of a process, and a watch over it: the driver itself waits for ever on a server that took the
 * connection and says nothing. Such a driver is thrown away, connections and all, and the next call makes a new one.
 */
export class Neo4jConnection {
  readonly #address: Neo4jAddress;
  readonly #times: Neo4jTimes;
  #current: Link | null = null;
  #closed = false;
  #fault: { readonly error: SymbiosisError; readonly until: number } | null = null;

  constructor(address: Neo4jAddress, times: Neo4jTimes) {
    this.#address = address;
    this.#times = times;
  }

  get shown(): string {
    return this.#address.shown;
  }

  /** Runs a transaction of reads, again after a fault that may pass. Fails at once while the store rests. */
  async read<T>(work: Work<T>): Promise<T> {
    return await this.#read(work, this.#times.readMs);
  }

  /** The same for a great many rows. */
  async readMuch<T>(work: Work<T>): Promise<T> {
    return await this.#read(work, this.#times.snapshotMs);
  }

  async #read<T>(work: Work<T>, silenceMs: number): Promise<T> {
    if (this.#fault !== null && performance.now() < this.#fault.until) throw this.#fault.error;
    return await this.#guard("READ", silenceMs, (session, heard) =>
      session.executeRead((transaction) => work(transaction, heard), { timeout: longestReadMs }),
    );
  }

  /**
   * Runs a transaction of writes, again after a fault that may pass, also when only COMMIT's answer was lost. The server
   * ends one that takes longer than `longestMs`: throws `analysis-too-long`.
   */
  async write<T>(work: Work<T>, longestMs = this.#times.writeMs): Promise<T> {
    const config = { timeout: longestMs };
    return await this.#guard("WRITE", longestMs + verdictMs, (session, heard) =>
      session.executeWrite((transaction) => {
        // Every attempt has the whole time.
        heard();
        return work(transaction, heard);
      }, config),
    );
  }

  /** Runs one statement that may not stand in a transaction of ours, such as one that changes the schema. */
  async command(text: string, parameters: object = {}): Promise<void> {
    await this.#guard("WRITE", this.#times.writeMs, (session) => session.run(text, parameters));
  }

  async close(): Promise<void> {
    this.#closed = true;
    const link = this.#current;
    this.#current = null;
    if (link !== null) await hangUp(link);
  }

  async #guard<T>(
    mode: "READ" | "WRITE",
    silenceMs: number,
    work: (session: Session, heard: Heard) => Promise<T>,
  ): Promise<T> {
    const link = this.#open();
    const { driver, sockets } = link;
    const session = driver.session({
      database: this.#address.database,
      defaultAccessMode: mode,
      // Whoever writes through this process reads it through this process, whichever server answers.
      bookmarkManager: driver.executeQueryBookmarkManager,
      fetchSize: 4000,
    });
    const watch = new Watch(silenceMs);
    const run = sockets.gather(() => work(session, watch.heard));
    try {
      const result = await Promise.race([run, watch.silence]);
      await Promise.race([session.close(), watch.silence]);
      this.#fault = null;
      return result;
    } catch (error) {
      run.catch(() => {});
      if (isHanging(error)) this.#discard(link);
      else void session.close().catch(() => {});
      throw this.#explain(error);
    } finally {
      watch.stop();
    }
  }

  #open(): Link {
    if (this.#closed) throw this.#unavailable("is closed");
    this.#current ??= { driver: connect(this.#address, this.#times), sockets: new Sockets() };
    return this.#current;
  }

  #discard(link: Link): void {
    if (this.#current === link) this.#current = null;
    void hangUp(link).catch(() => {});
  }

  #explain(thrown: unknown): unknown {
    const error = this.#closed
      ? this.#unavailable("is closed", thrown)
      : thrown instanceof Silence
        ? this.#unavailable(`has said nothing for ${thrown.ms} ms; try again when it is back`)
        : toNeo4jError(thrown, this.shown);
    if (error instanceof SymbiosisError && restCodes.has(error.code))
      this.#fault = { error, until: performance.now() + restMs };
    return error;
  }

  #unavailable(what: string, cause?: unknown): SymbiosisError {
    return new SymbiosisError("store-unavailable", `${this.shown} ${what}`, { cause });
  }
}

/** Whether a server left us waiting: connections of ours hang in the middle of something. */
function isHanging(error: unknown): boolean {
  return (
    error instanceof Silence || (error instanceof Error && error.message.includes("acquisition timed out"))
  );
}

interface Link {
  readonly driver: Driver;
  readonly sockets: Sockets;
}

/** Ends a driver with all its connections, whether or not the server still listens. */
async function hangUp({ driver, sockets }: Link): Promise<void> {
  const patience = setTimeout(() => sockets.destroy(), goodbyeMs);
  try {
    await driver.close();
  } finally {
    clearTimeout(patience);
    sockets.destroy();
  }
}

/** Faults after which asking again at once is no use; a refused password must not be offered in a storm. */
const restCodes: ReadonlySet<string> = new Set(["store-unavailable", "store-access-denied"]);

function connect({ url, user, password }: Neo4jAddress, { retryMs }: Neo4jTimes): Driver {
  const login =
    user === null ? { scheme: "none", principal: "", credentials: "" } : neo4j.auth.basic(user, password);
  return neo4j.driver(url, login, {
    connectionTimeout: 2000,
    connectionAcquisitionTimeout: 3000,
    maxTransactionRetryTime: retryMs,
    maxConnectionPoolSize: 50,
    connectionLivenessCheckTimeout: 30_000,
    maxConnectionLifetime: 30 * 60_000,
    disableLosslessIntegers: true,
    notificationFilter: { minimumSeverityLevel: "OFF" },
    telemetryDisabled: true,
    userAgent: "gongsheng",
  });
}

/** The server was silent too long. */
class Silence extends Error {
  readonly ms: number;
  constructor(ms: number) {
    super(`silent for ${ms} ms`);
    this.ms = ms;
  }
}

/** Rejects `silence` once nothing was heard for so long. */
class Watch {
  readonly silence: Promise<never>;
  readonly heard: Heard;
  readonly stop: () => void;

  constructor(ms: number) {
    const { promise, reject } = Promise.withResolvers<never>();
    promise.catch(() => {});
    const timer = setTimeout(() => reject(new Silence(ms)), ms);
    this.silence = promise;
    this.heard = () => timer.refresh();
    this.stop = () => clearTimeout(timer);
  }
}
