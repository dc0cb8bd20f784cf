import { get } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import { readSeed } from "#seeds/read-seed.ts";
import { startServer } from "#test/server/support/running-server.ts";
import type { BenchRow } from "./bench-row.ts";

/** Answers a request: the whole time until the last byte is here, milliseconds. */
function timeOf(origin: string, path: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    get(origin + path, (response) => {
      response.resume();
      response.on("end", () => resolve(performance.now() - started));
    }).on("error", reject);
  });
}

async function medianOf(runs: number, work: (run: number) => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await work(run));
  return times.sort((left, right) => left - right)[Math.floor(runs / 2)] ?? Infinity;
}

/** A bare Express handler that sends the same bytes at the same address. */
async function startPeer(bodies: ReadonlyMap<string, Buffer>) {
  const app = express();
  for (const [path, body] of bodies)
    app.get(path, (_request, response) => {
      response.setHeader("Content-Type", "application/json; charset=utf-8");
      response.end(body);
    });
  const server = app.listen(0, "127.0.0.1");
  await new Promise<void>((resolve) => server.once("listening", () => resolve()));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

const paths = ["/api/places", "/api/corridors", "/api/facets", "/api/parks/sd-qingdao-etdz"];
const years = 25;

/**
 * A warm server on the real network: answers nobody asked for yet (each run has another year range, so no cache helps)
 * and answers that were asked for before, held against a bare Express handler that sends the same bytes.
 */
export async function run(): Promise<readonly BenchRow[]> {
  await using server = await startServer(readSeed(), { production: true });
  const bodies = new Map<string, Buffer>();
  for (const path of paths) bodies.set(path, (await server.ask(path)).body);
  using peer = await startPeer(bodies);
  const rows: BenchRow[] = [];
  for (const path of paths) {
    const peerMs = await medianOf(100, () => timeOf(peer.origin, path));
    const firstMs = await medianOf(years, (run) => timeOf(server.origin, `${path}?yearFrom=${2000 + run}`));
    const againMs = await medianOf(100, () => timeOf(server.origin, path));
    const kib = Math.round((bodies.get(path)?.length ?? 0) / 1024);
    const common = { peer: `bare Express sending the same ${kib} KiB`, peerMs };
    rows.push(
      {
        name: `first answer of ${path}, ms`,
        ours: "a filter not asked for before",
        oursMs: firstMs,
        value: firstMs,
        goal: { atMost: 20 },
        ...common,
      },
      {
        name: `repeated answer of ${path}`,
        ours: "with checks, headers, tag and log",
        oursMs: againMs,
        value: peerMs / againMs,
        // Headers, rate limit, tag and log take three quarters of a small answer: what they cost elsewhere too.
        goal: { atLeast: 0.25 },
        ...common,
      },
    );
  }
  return rows;
}
