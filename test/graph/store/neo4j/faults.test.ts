import { createServer, type AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { recordKinds } from "#graph/schema/records/records.ts";
import { schema, storeFormat } from "#graph/store/neo4j/cypher.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { parseNeo4jAddress } from "#graph/store/neo4j/address.ts";
import { Neo4jConnection, usualTimes } from "#graph/store/neo4j/connection.ts";
import { openStore } from "#graph/store/open-store.ts";
import {
  startBoltPeer,
  type BoltMessage,
  type BoltPeer,
  type Reply,
  type Value,
} from "#test/support/bolt-peer.ts";
import { freePort } from "#test/support/neo4j/programs.ts";

/** Longest time a question about a small thing may take, whatever the server does. */
const promisedMs = 5000;

interface Outcome {
  readonly code: string;
  readonly message: string;
  /** Told before a timer of the promised time: both wait in one event loop, so other work on the machine delays both. */
  readonly inTime: boolean;
}

async function outcomeOf(work: Promise<unknown>): Promise<Outcome> {
  let inTime = true;
  const timer = setTimeout(() => (inTime = false), promisedMs);
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  clearTimeout(timer);
  if (!(error instanceof SymbiosisError)) throw new Error(`no SymbiosisError but ${String(error)}`);
  return { code: error.code, message: `${error.message} ${String(error.cause)}`, inTime };
}

/** Whether a question fails before anything could have been sent or heard. */
async function failsUnasked(work: Promise<unknown>): Promise<boolean> {
  const turn = new Promise((resolve) => setImmediate(() => resolve("turn of the event loop")));
  const first = await Promise.race([work.catch((error: unknown) => error), turn]);
  return first instanceof SymbiosisError;
}

/** What a sound store of version 3 answers. */
function soundStore({ name, statement }: BoltMessage, running: { statement: string }): Reply | undefined {
  if (name === "RUN") running.statement = statement;
  if (name !== "PULL") return undefined;
  if (running.statement.startsWith("SHOW INDEXES"))
    return { rows: schema.map((_, index) => [`gongsheng_${index}`, "ONLINE"]), success: { type: "r" } };
  if (running.statement.includes("s.oldestVersion")) return { rows: [pointer(3)], success: { type: "r" } };
  return { rows: [], success: { type: "r" } };
}

const pointer = (version: Value): Value[] => [
  storeFormat,
  version,
  "2026-11-24T08:00:00.000Z",
  0,
  false,
  1,
  0,
  ...recordKinds.map(() => 0),
];

interface Scripted extends AsyncDisposable {
  readonly peer: BoltPeer;
  readonly store: GraphStore;
}

/** A store on a peer that is sound except for what the script says. */
async function openScripted(
  script: (message: BoltMessage, statement: string, peer: BoltPeer) => Reply | undefined,
  scheme: "bolt" | "neo4j" = "bolt",
): Promise<Scripted> {
  const running = { statement: "" };
  const peer = await startBoltPeer((message, self) => {
    const sound = soundStore(message, running);
    return script(message, running.statement, self) ?? sound;
  }, scheme);
  const store = await openStore(peer.uri);
  return {
    peer,
    store,
    async [Symbol.asyncDispose]() {
      await store.close();
      await peer[Symbol.asyncDispose]();
    },
  };
}

const count = ({ heard }: BoltPeer, name: string) => heard.filter((message) => message.name === name).length;
const isPointer = (statement: string) => statement.includes("s.oldestVersion");

describe.concurrent("a Neo4j that is not there", () => {
  test.each(["bolt", "neo4j"])("refusing connections (%s), is told within five seconds", async (scheme) => {
    const port = await freePort();
    await using store = await openStore(`${scheme}://neo4j:secret-word@127.0.0.1:${port}/neo4j`);
    const { code, inTime, message } = await outcomeOf(store.info());
    expect([code, message]).toEqual(["store-unavailable", expect.stringContaining("does not answer")]);
    expect(inTime).toBe(true);
    expect(message).not.toContain("secret-word");
    expect(await failsUnasked(store.info())).toBe(true);
  });

  test("that takes connections and never greets, is told within five seconds and leaves no connection", async ({
    expect,
  }) => {
    const sockets = new Set<unknown>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket
        .resume()
        .on("error", () => {})
        .on("close", () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const store = await openStore(`bolt://neo4j:secret-word@127.0.0.1:${port}/neo4j`);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(store.info())));
    expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(["store-unavailable"]));
    expect(outcomes.every(({ inTime }) => inTime)).toBe(true);
    await store.close();
    await expect.poll(() => sockets.size).toBe(0);
    await new Promise((resolve) => server.close(resolve));
  });

  test.for(["HELLO", "BEGIN", "RUN", "PULL", "COMMIT"])(
    "that falls silent at %s, is told within five seconds, leaves no connection, and is asked anew when it is back",
    async (name, { expect }) => {
      let silent = true;
      await using scripted = await openScripted((message) =>
        silent && message.name === name ? "silence" : undefined,
      );
      const { peer, store } = scripted;
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => outcomeOf(store.info())));
      expect(new Set(outcomes.map(({ code }) => code))).toEqual(new Set(["store-unavailable"]));
      expect(outcomes.every(({ inTime }) => inTime)).toBe(true);
      await expect.poll(() => peer.openConnections()).toBe(0);
      silent = false;
      await expect.poll(async () => (await store.info().catch(() => null))?.networkVersion).toBe(3);
    },
  );
});

describe.concurrent("a connection that breaks", () => {
  test.each(["RUN", "PULL", "COMMIT"])("once at %s of a read, is not noticed", async (name) => {
    let broken = false;
    await using scripted = await openScripted((message, statement) => {
      if (broken || message.name !== name || !isPointer(statement)) return undefined;
      broken = true;
      return "drop";
    });
    expect((await scripted.store.info()).networkVersion).toBe(3);
    expect(broken).toBe(true);
    expect(scripted.peer.connections).toBeGreaterThan(1);
  });

  test("every time, is told within five seconds", async () => {
    await using scripted = await openScripted(({ name }) => (name === "RUN" ? "drop" : undefined));
    const { code, inTime } = await outcomeOf(scripted.store.info());
    expect([code, inTime]).toEqual(["store-unavailable", true]);
  });

  test("at COMMIT of a write, has the write repeated", async () => {
    let broken = false;
    await using peer = await startBoltPeer(({ name }) => {
      if (broken || name !== "COMMIT") return undefined;
      broken = true;
      return "drop";
    });
    const connection = new Neo4jConnection(parseNeo4jAddress(peer.uri), usualTimes);
    let calls = 0;
    await connection.write(async (transaction) => {
      calls += 1;
      await transaction.run("MERGE (n:Thing {id: $id})", { id: "a" });
    });
    expect([calls, count(peer, "COMMIT")]).toEqual([2, 2]);
    await connection.close();
  });
});

describe.concurrent("a fault that passes", () => {
  test("a deadlock twice: the write is repeated and done once", async () => {
    let deadlocks = 0;
    await using peer = await startBoltPeer(({ name }) => {
      if (name !== "RUN" || deadlocks === 2) return undefined;
      deadlocks += 1;
      return { failure: "Neo.TransientError.Transaction.DeadlockDetected" };
    });
    const times = { ...usualTimes, retryMs: 10_000 };
    const connection = new Neo4jConnection(parseNeo4jAddress(peer.uri), times);
    await connection.write((transaction) => transaction.run("MERGE (n:Thing {id: $id})", { id: "a" }));
    expect([count(peer, "RUN"), count(peer, "COMMIT")]).toEqual([3, 1]);
    await connection.close();
  });

  test("deadlocks without end are told as a store in use", async () => {
    await using peer = await startBoltPeer(({ name }) =>
      name === "RUN" ? { failure: "Neo.TransientError.Transaction.DeadlockDetected" } : undefined,
    );
    const connection = new Neo4jConnection(parseNeo4jAddress(peer.uri), usualTimes);
    const work = connection.write((transaction) => transaction.run("MERGE (n:Thing {id: 1})"));
    expect((await outcomeOf(work)).code).toBe("store-locked");
    await connection.close();
  });

  test("a server that no longer leads: the leader is looked up again and the write is done there", async () => {
    let refused = 0;
    await using peer = await startBoltPeer(({ name }) => {
      if (name !== "RUN" || refused > 0) return undefined;
      refused += 1;
      return { failure: "Neo.ClientError.Cluster.NotALeader" };
    }, "neo4j");
    const connection = new Neo4jConnection(parseNeo4jAddress(peer.uri), usualTimes);
    await connection.write((transaction) => transaction.run("MERGE (n:Thing {id: 1})"));
    expect([count(peer, "ROUTE"), count(peer, "RUN"), count(peer, "COMMIT")]).toEqual([2, 2, 1]);
    await connection.close();
  });
});

describe.concurrent("a fault that stays", () => {
  test.each([
    ["Neo.ClientError.Security.Unauthorized", "store-access-denied"],
    ["Neo.ClientError.Security.AuthenticationRateLimit", "store-access-denied"],
    ["Neo.ClientError.Security.CredentialsExpired", "store-access-denied"],
  ])(
    "a login answered with %s: told at the first attempt, once, and without the password",
    async (failure, code) => {
      await using scripted = await openScripted(({ name }) => (name === "LOGON" ? { failure } : undefined));
      const outcome = await outcomeOf(scripted.store.info());
      expect(outcome.code).toBe(code);
      expect(outcome.message).not.toContain("secret-word");
      expect(await failsUnasked(scripted.store.info())).toBe(true);
      expect(count(scripted.peer, "LOGON")).toBe(1);
    },
  );

  test("a database that is not there is a wrong address", async () => {
    await using scripted = await openScripted(({ name }) =>
      name === "BEGIN" ? { failure: "Neo.ClientError.Database.DatabaseNotFound" } : undefined,
    );
    expect((await outcomeOf(scripted.store.info())).code).toBe("unsupported-store-url");
  });

  test("a transaction the server stopped for its length: 504, and the connection serves the next question", async () => {
    let stopped = false;
    await using scripted = await openScripted((message, statement) => {
      if (stopped || message.name !== "PULL" || !isPointer(statement)) return undefined;
      stopped = true;
      return { failure: "Neo.ClientError.Transaction.TransactionTimedOut" };
    });
    expect((await outcomeOf(scripted.store.info())).code).toBe("analysis-too-long");
    expect((await scripted.store.info()).networkVersion).toBe(3);
    expect(scripted.peer.connections).toBe(1);
  });

  test("whole numbers beyond 2^53 are refused and never Infinity", async () => {
    await using scripted = await openScripted((message, statement) =>
      message.name === "PULL" && isPointer(statement)
        ? { rows: [pointer(2n ** 53n + 1n)], success: { type: "r" } }
        : undefined,
    );
    expect((await outcomeOf(scripted.store.info())).code).toBe("store-corrupt");
  });

  test("a format this program does not know is refused", async () => {
    await using scripted = await openScripted((message, statement) =>
      message.name === "PULL" && isPointer(statement)
        ? { rows: [[99, ...pointer(3).slice(1)]], success: { type: "r" } }
        : undefined,
    );
    expect((await outcomeOf(scripted.store.info())).code).toBe("store-newer-than-program");
  });

  test("a server too old for our statements is told so", async () => {
    await using scripted = await openScripted(({ name }) =>
      name === "RUN" ? { failure: "Neo.ClientError.Statement.SyntaxError" } : undefined,
    );
    const { code, message } = await outcomeOf(scripted.store.info());
    expect([code, message.includes("5.26")]).toEqual(["store-corrupt", true]);
  });
});

describe.concurrent("an address", () => {
  test("is taken apart, user, password and database decoded", () => {
    expect(parseNeo4jAddress("neo4j+s://a%40b:p%2F%3A%C3%A9@db.example:7688/n%C3%A9o?policy=near")).toEqual({
      url: "neo4j+s://db.example:7688?policy=near",
      user: "a@b",
      password: "p/:é",
      database: "néo",
      shown: "neo4j+s://db.example:7688/néo",
    });
    expect(parseNeo4jAddress("bolt://[::1]")).toMatchObject({
      url: "bolt://[::1]",
      user: null,
      database: "neo4j",
    });
  });

  test.each(["neo4j:", "neo4j://", "neo4j://u:p@", "bolt://h/a/b", "bolt://u:%zz@h/a", "neo4j://h:99999"])(
    "such as %s is refused without telling the password",
    async (url) => {
      const { code, message } = await outcomeOf(openStore(url));
      expect(code).toBe("unsupported-store-url");
      expect(message).not.toContain("%zz");
    },
  );
});
