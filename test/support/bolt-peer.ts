import { createServer, type AddressInfo, type Socket } from "node:net";

/** What the peer does with one message of the client. */
export type Reply =
  | { readonly rows?: readonly (readonly Value[])[]; readonly success?: Record<string, Value> }
  | { readonly failure: string; readonly message?: string }
  /** The connection is cut. */
  | "drop"
  /** Nothing more is ever said on this connection. */
  | "silence";

/** A value of PackStream; a bigint is sent as a 64-bit integer. */
export type Value =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Value[]
  | { readonly [name: string]: Value };

export interface BoltMessage {
  readonly name: string;
  /** Statement of a RUN; empty for others. */
  readonly statement: string;
}

export interface BoltPeer extends AsyncDisposable {
  /** A bolt address that names user, password and database. */
  readonly uri: string;
  /** Every message so far. */
  readonly heard: readonly BoltMessage[];
  /** Connections that are open right now, and all there ever were. */
  openConnections(): number;
  readonly connections: number;
}

const names: Readonly<Record<number, string>> = {
  0x01: "HELLO",
  0x02: "GOODBYE",
  0x0f: "RESET",
  0x10: "RUN",
  0x11: "BEGIN",
  0x12: "COMMIT",
  0x13: "ROLLBACK",
  0x2f: "DISCARD",
  0x3f: "PULL",
  0x54: "TELEMETRY",
  0x66: "ROUTE",
  0x6a: "LOGON",
};

/** A server that speaks Bolt 5.4 as a script says; undefined stands for plain success. */
export async function startBoltPeer(
  script: (message: BoltMessage, peer: BoltPeer) => Reply | undefined,
  scheme: "bolt" | "neo4j" = "bolt",
): Promise<BoltPeer> {
  const open = new Set<Socket>();
  const heard: BoltMessage[] = [];
  let connections = 0;
  const server = createServer((socket) => {
    open.add(socket);
    connections += 1;
    socket.on("error", () => {}).on("close", () => open.delete(socket));
    converse(socket, (message) => {
      heard.push(message);
      return script(message, peer) ?? standardReply(message, port);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const peer: BoltPeer = {
    uri: `${scheme}://neo4j:secret-word@127.0.0.1:${port}/neo4j`,
    heard,
    openConnections: () => open.size,
    get connections() {
      return connections;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return peer;
}

function standardReply({ name, statement }: BoltMessage, port: number): Reply {
  const addresses = [`127.0.0.1:${port}`];
  switch (name) {
    case "HELLO":
      return { success: { server: "Neo4j/5.26.20", connection_id: "peer-1", hints: {} } };
    case "ROUTE": {
      const servers = ["ROUTE", "READ", "WRITE"].map((role) => ({ addresses, role }));
      return { success: { rt: { ttl: 300, db: "neo4j", servers } } };
    }
    case "RUN":
      return { success: { fields: fieldsOf(statement), t_first: 0 } };
    case "COMMIT":
      return { success: { bookmark: "peer:1" } };
    default:
      return { success: {} };
  }
}

/** Names of the columns after the last RETURN. */
function fieldsOf(statement: string): string[] {
  const columns = /.*\bRETURN\s+(.*?)(?:\s+ORDER BY.*)?$/s.exec(statement)?.[1] ?? "";
  return columns === "" ? [] : columns.split(/,\s*/).map((column) => /(\w+)\s*$/.exec(column)?.[1] ?? column);
}

function converse(socket: Socket, answer: (message: BoltMessage) => Reply): void {
  let pending = Buffer.alloc(0);
  let body = Buffer.alloc(0);
  let greeted = false;
  let failed = false;
  let silent = false;
  socket.on("data", (data: Buffer) => {
    pending = Buffer.concat([pending, data]);
    if (!greeted) {
      if (pending.length < 20) return;
      pending = pending.subarray(20);
      greeted = true;
      socket.write(Buffer.from([0, 0, 4, 5]));
    }
    while (!silent && pending.length >= 2) {
      const length = pending.readUInt16BE(0);
      if (pending.length < 2 + length) return;
      body = Buffer.concat([body, pending.subarray(2, 2 + length)]);
      pending = pending.subarray(2 + length);
      if (length > 0 || body.length === 0) continue;
      take(readMessage(body));
      body = Buffer.alloc(0);
    }
  });

  function take(message: BoltMessage): void {
    if (message.name === "GOODBYE") return void socket.end();
    if (message.name === "RESET") failed = false;
    if (failed) return send(0x7e);
    const reply = answer(message);
    if (reply === "drop") return void socket.destroy();
    if (reply === "silence") {
      silent = true;
      return;
    }
    if ("failure" in reply) {
      failed = true;
      return send(0x7f, { code: reply.failure, message: reply.message ?? "as the script says" });
    }
    for (const row of reply.rows ?? []) send(0x71, row);
    send(0x70, reply.success ?? {});
  }

  function send(tag: number, ...fields: Value[]): void {
    const message = Buffer.concat([Buffer.from([0xb0 + fields.length, tag]), ...fields.map(pack)]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(message.length);
    socket.write(Buffer.concat([length, message, Buffer.alloc(2)]));
  }
}

function readMessage(body: Buffer): BoltMessage {
  const name = names[body[1] ?? 0] ?? "unknown";
  return { name, statement: name === "RUN" ? readText(body, 2) : "" };
}

function readText(body: Buffer, at: number): string {
  const marker = body[at] ?? 0;
  if (marker < 0x90) return body.toString("utf8", at + 1, at + 1 + (marker & 0x0f));
  const size = marker === 0xd0 ? 1 : marker === 0xd1 ? 2 : 4;
  const start = at + 1 + size;
  return body.toString("utf8", start, start + body.readUIntBE(at + 1, size));
}

/** PackStream of one value, always in the 32-bit or 64-bit form. */
function pack(value: Value): Buffer {
  if (value === null) return Buffer.from([0xc0]);
  if (typeof value === "boolean") return Buffer.from([value ? 0xc3 : 0xc2]);
  if (typeof value === "bigint" || Number.isInteger(value))
    return packInteger(BigInt(value as number | bigint));
  if (typeof value === "number") {
    const bytes = Buffer.alloc(9, 0xc1);
    bytes.writeDoubleBE(value, 1);
    return bytes;
  }
  if (typeof value === "string")
    return Buffer.concat([head(0xd2, Buffer.byteLength(value)), Buffer.from(value)]);
  if (isList(value)) return Buffer.concat([head(0xd6, value.length), ...value.map(pack)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    head(0xda, entries.length),
    ...entries.flatMap(([name, item]) => [pack(name), pack(item)]),
  ]);
}

const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

function packInteger(value: bigint): Buffer {
  const bytes = Buffer.alloc(9, 0xcb);
  bytes.writeBigInt64BE(value, 1);
  return bytes;
}

function head(marker: number, length: number): Buffer {
  const bytes = Buffer.alloc(5, marker);
  bytes.writeUInt32BE(length, 1);
  return bytes;
}
