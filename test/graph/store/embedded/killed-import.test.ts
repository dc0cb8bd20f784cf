import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { keyOf, recordKinds, type TaggedRecord } from "#graph/schema/records/records.ts";
import { openStore } from "#graph/store/open-store.ts";
import { seededRandom } from "#seeds/random.ts";
import { numberedImport } from "./numbered-import.ts";
import { isLongRun } from "#test/support/long-run.ts";

const seed = 20261124;
const moments = 24;
const program = fileURLToPath(new URL("./importing-process.ts", import.meta.url));
const folder = await mkdtemp(join(tmpdir(), "gongsheng-kill-"));

afterAll(() => rm(folder, { recursive: true, force: true }));

/**
 * Runs the importing process, lets it finish one import, and kills it at `moment` of the next one: 0 is its beginning,
 * 1 the time the first one took. Returns what it said.
 */
async function importAndKill(path: string, moment: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, path], { stdio: ["ignore", "pipe", "inherit"] });
  const lines: string[] = [];
  let began = 0;
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.on("close", (_, signal) => resolve(signal));
  });
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === 1) began = performance.now();
    if (lines.length === 2) setTimeout(() => child.kill("SIGKILL"), moment * (performance.now() - began));
  }
  expect(await ended).toBe("SIGKILL");
  return lines;
}

const nameOf = (tagged: TaggedRecord) => `${tagged.kind}/${keyOf(tagged)}`;
const inNameOrder = (records: TaggedRecord[]) =>
  records.sort((left, right) => (nameOf(left) < nameOf(right) ? -1 : 1));

describe.skipIf(!isLongRun)("an import that is killed", () => {
  test(`leaves one version whole at any of ${moments} random moments (seed ${seed})`, async () => {
    const random = seededRandom(seed);
    const path = join(folder, "store.sqlite");
    let midway = 0;
    for (let moment = 0; moment < moments; moment += 1) {
      const said = await importAndKill(path, random());
      await using store = await openStore(`sqlite:${path}`);
      const network = await store.readNetwork();
      expect(await store.check()).toEqual([]);
      // What was acknowledged is there; at most one more import was committed without the word getting out.
      const acknowledged = Number(said.findLast((line) => line.startsWith("end"))?.slice("end ".length));
      expect([acknowledged, acknowledged + 1]).toContain(network.version);
      if (said.at(-1)?.startsWith("begin") === true) midway += 1;
      const held = recordKinds.flatMap((kind) =>
        network[kind].map((record) => ({ kind, record }) as TaggedRecord),
      );
      expect(inNameOrder(held)).toEqual(inNameOrder([...numberedImport(network.version)]));
    }
    expect(midway).toBeGreaterThanOrEqual(20);
  }, 600_000);

  test("while the store is being made leaves nothing that the next start trips over", async () => {
    const random = seededRandom(seed + 1);
    for (let moment = 0; moment < 8; moment += 1) {
      const path = join(folder, `new-${moment}.sqlite`);
      const child = spawn(process.execPath, [program, path], { stdio: "ignore" });
      const ended = new Promise((resolve) => child.on("close", resolve));
      await new Promise((resolve) => setTimeout(resolve, 80 + random() * 220));
      child.kill("SIGKILL");
      await ended;
      await using store = await openStore(`sqlite:${path}`);
      expect(await store.check()).toEqual([]);
      const { version, enterprises } = await store.readNetwork();
      expect(enterprises).toHaveLength(version === 0 ? 0 : 400 + version);
    }
  }, 600_000);
});
