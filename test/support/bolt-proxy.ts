import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/**
 * Where a connection is cut: before the server hears a message of the client, or after it has heard it and before the
 * client hears the answer.
 */
export interface Cut {
  readonly name: "RUN" | "PULL" | "COMMIT";
  /** Which of the messages of this name, from 1 on. */
  readonly number: number;
  readonly when: "before" | "after";
}

export interface BoltProxy extends AsyncDisposable {
  /** The address given, by way of this proxy; without routing, which would lead past it. */
  readonly uri: string;
  /** Cuts once where told, and counts messages from now on; null for no cut. */
  cut(cut: Cut | null): void;
  /** How many messages of a name passed since the last `cut`. */
  passed(name: Cut["name"]): number;
  /** Whether the cut was made. */
  hasCut(): boolean;
}

const names: Readonly<Record<number, Cut["name"]>> = { 0x10: "RUN", 0x3f: "PULL", 0x12: "COMMIT" };

/** A way to a real server that cuts connections at chosen messages. */
export async function startBoltProxy(target: string): Promise<BoltProxy> {
  const { hostname, port: targetPort } = new URL(target);
  const state = { cut: null as Cut | null, done: false, counts: new Map<string, number>() };
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(Number(targetPort), hostname);
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(one);
      one
        .on("error", () => {})
        .on("close", () => {
          sockets.delete(one);
          other.destroy();
        });
    }
    relay(client, upstream, (name) => {
      const number = (state.counts.get(name) ?? 0) + 1;
      state.counts.set(name, number);
      const { cut } = state;
      if (state.done || cut?.name !== name || cut.number !== number) return null;
      state.done = true;
      return cut.when;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    uri: target.replace(/^neo4j:/, "bolt:").replace(/@[^/]+/, `@127.0.0.1:${port}`),
    cut(cut) {
      state.cut = cut;
      state.done = false;
      state.counts.clear();
    },
    passed: (name) => state.counts.get(name) ?? 0,
    hasCut: () => state.done,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Version 1 of the handshake manifest: the client then answers with a version and a mask, 5 bytes. */
const manifest = Buffer.from([0, 0, 1, 0xff]);

function relay(client: Socket, upstream: Socket, judge: (name: Cut["name"]) => Cut["when"] | null): void {
  let greeting = 20;
  let pending = Buffer.alloc(0);
  let message = Buffer.alloc(0);
  let answered = false;
  let deaf = false;
  upstream.on("data", (data: Buffer) => {
    if (deaf) {
      client.destroy();
      return;
    }
    if (!answered && data.subarray(0, 4).equals(manifest)) greeting += 5;
    answered = true;
    client.write(data);
  });
  client.on("data", (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    const verdict = readOn();
    if (verdict === "after") deaf = true;
    if (verdict === "before") client.destroy();
    else upstream.write(data);
  });

  function readOn(): Cut["when"] | null {
    let verdict: Cut["when"] | null = null;
    if (greeting > 0) {
      const skipped = Math.min(greeting, pending.length);
      greeting -= skipped;
      pending = pending.subarray(skipped);
      if (greeting > 0) return null;
    }
    while (pending.length >= 2) {
      const length = pending.readUInt16BE(0);
      if (pending.length < 2 + length) break;
      message = Buffer.concat([message, pending.subarray(2, 2 + length)]);
      pending = pending.subarray(2 + length);
      if (length > 0 || message.length === 0) continue;
      const name = names[message[1] ?? 0];
      message = Buffer.alloc(0);
      if (name !== undefined) verdict = judge(name) ?? verdict;
    }
    return verdict;
  }
}
