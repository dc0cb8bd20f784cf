import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { copyFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { freePort } from "#test/support/neo4j/programs.ts";
import { repositoryRoot } from "#test/support/source-files.ts";
import { reachable, runCli, startServe, temporaryFolder } from "#test/support/run-cli.ts";

let folder: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await runCli(["import", "seeds/shandong-jiangsu", "--store", storeNamed("filled")]);
});
afterAll(async () => {
  await folder[Symbol.asyncDispose]();
});

const storeNamed = (name: string) => `sqlite:${join(folder.path, `${name}.sqlite`)}`;
const api = ["--port", "0", "--api-only"];

/** Sends half a request, so that the server has to wait for the rest. */
async function beginRequest(url: string, path: string) {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname).setEncoding("utf8");
  socket.on("error", () => {});
  await new Promise<void>((resolve) =>
    socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n`, () => resolve()),
  );
  // What was asked later, on a connection of its own, is answered: the half request has been read by then.
  for (let round = 0; round < 2; round += 1) await (await fetch(`${url}/healthz`)).text();
  return {
    /** Sends the rest and gathers the answer until the server closes the connection. */
    async finish() {
      let answer = "";
      socket.on("data", (text: string) => (answer += text));
      socket.write("\r\n");
      await new Promise((resolve) => socket.once("close", resolve));
      return answer;
    },
    abandon: () => socket.destroy(),
  };
}

/** The signal has arrived: no new request is taken. */
async function isStopping(url: string): Promise<void> {
  const readiness = () =>
    fetch(`${url}/readyz`).then(
      ({ status }) => status,
      () => "refused",
    );
  await expect.poll(readiness).not.toBe(200);
}

describe("serve", () => {
  test("fills an empty store from the shipped records, prints its address in both languages, stops on SIGTERM", async () => {
    await using service = await startServe([...api, "--store", storeNamed("new")]);
    const meta = z
      .object({ networkVersion: z.int(), asOf: z.string().nullable(), counts: z.record(z.string(), z.int()) })
      .parse(await (await fetch(`${service.url}/api/meta`)).json());
    expect(meta).toMatchObject({
      networkVersion: 1,
      asOf: "2026-11",
      counts: { parks: 269, enterprises: 691, exchanges: 390 },
    });
    expect((await fetch(`${service.url}/readyz`)).status).toBe(200);
    service.child.kill("SIGTERM");
    const { code, stdout, stderr } = await service.result;
    expect(code).toBe(0);
    const printed = service.url.replace("127.0.0.1", "localhost");
    expect(stdout).toContain(`共生网已启动：${printed}\nGongsheng is ready: ${printed}\n`);
    expect(stderr).toContain("the store is empty, filling it with the shipped data");
    expect((await runCli(["check", "--store", storeNamed("new")])).code).toBe(0);
  });

  test("leaves a filled store as it is", async () => {
    await using service = await startServe([...api, "--store", storeNamed("filled")]);
    service.child.kill("SIGINT");
    const { code, stderr } = await service.result;
    expect(code).toBe(0);
    expect(stderr).not.toContain("filling");
  });

  test("ends requests in flight before it stops and takes no new ones", async () => {
    await using service = await startServe([...api, "--store", storeNamed("filled")]);
    const begun = await Promise.all(
      Array.from({ length: 10 }, () => beginRequest(service.url, "/api/export/graphml")),
    );
    service.child.kill("SIGTERM");
    await isStopping(service.url);
    const answers = await Promise.all(begun.map((request) => request.finish()));
    for (const answer of answers) {
      expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      expect(answer).toMatch(/^Connection: close\r$/m);
      expect(answer).toContain("</graphml>");
    }
    expect((await service.result).code).toBe(0);
    await expect(fetch(`${service.url}/readyz`)).rejects.toThrow("fetch failed");
  });

  test("a second signal stops it at once, even with a request that never ends, and the store stays sound", async () => {
    await copyFile(join(folder.path, "filled.sqlite"), join(folder.path, "twice.sqlite"));
    await using service = await startServe([...api, "--store", storeNamed("twice")]);
    const request = await beginRequest(service.url, "/api/meta");
    service.child.kill("SIGTERM");
    await isStopping(service.url);
    // One that comes too soon counts as an echo of the first, which alone would end with 0 after its ten seconds.
    const askAgain = () => service.child.kill("SIGTERM") || service.child.exitCode !== null;
    await expect.poll(() => askAgain() && service.child.exitCode).toEqual(expect.any(Number));
    expect((await service.result).code).not.toBe(0);
    request.abandon();
    expect((await runCli(["check", "--store", storeNamed("twice")])).code).toBe(0);
  });

  test("started by npm, it stops when npm is gone, though the shell between them keeps the signal", async () => {
    const line = `${JSON.stringify(process.execPath)} server/gongsheng.js serve ${api.join(" ")} --store ${storeNamed("filled")}; true`;
    const shell = spawn("sh", ["-c", line], {
      cwd: repositoryRoot,
      env: { ...process.env, LANG: "C.UTF-8", npm_lifecycle_event: "start" },
      stdio: ["ignore", "pipe", "ignore"],
    });
    const url = await new Promise<string>((resolve) => {
      let said = "";
      shell.stdout.setEncoding("utf8").on("data", (text: string) => {
        said += text;
        const address = /^Gongsheng is ready: (http:\S+)$/m.exec(said)?.[1];
        if (address !== undefined) resolve(reachable(address));
      });
    });
    // The pipe ends when the last process that holds it has ended.
    const ended = new Promise((resolve) => shell.stdout.once("end", resolve));
    shell.kill("SIGTERM");
    await ended;
    await expect(fetch(`${url}/readyz`)).rejects.toThrow("fetch failed");
  });

  test("two services on one store both answer", async () => {
    await using one = await startServe([...api, "--store", storeNamed("filled")]);
    await using two = await startServe([...api, "--store", storeNamed("filled")]);
    const statuses = await Promise.all(
      [one, two].map(async ({ url }) => (await fetch(`${url}/api/parks`)).status),
    );
    expect(statuses).toEqual([200, 200]);
  });
});

describe("serve without its database", () => {
  test("answers each question with what to do, and logs the cause of an outage once, not with every request", async () => {
    const port = await freePort();
    await using service = await startServe([...api, "--store", `neo4j://neo4j@127.0.0.1:${port}/neo4j`]);
    const asked = 200;
    for (let round = 0; round < asked; round += 1) {
      const answer = await fetch(`${service.url}/api/parks`);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      await answer.arrayBuffer();
    }
    service.child.kill("SIGTERM");
    const { code, stdout } = await service.result;
    const failures = stdout.split("\n").filter((line) => line.includes("request failed"));
    expect([code, failures.length]).toEqual([0, asked]);
    // The attempts to reach the database have each their own error; there is one a second at most.
    expect(failures.filter((line) => line.includes('"stack"')).length).toBeLessThan(asked / 10);
    for (const line of failures) expect(line).toContain("does not answer; try again when it is back");
  });
});

describe("serve refuses in one sentence", () => {
  test("a port that is taken, before any work", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as AddressInfo;
    const { code, stdout, stderr } = await runCli([
      "serve",
      "--port",
      String(port),
      "--store",
      storeNamed("unmade"),
    ]);
    other.close();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toBe(
      `error: port ${port} on 127.0.0.1 is taken by another program: choose another one with --port\n`,
    );
  });

  test("an address that is not this machine's", async () => {
    const { code, stderr } = await runCli([
      "serve",
      ...api,
      "--host",
      "203.0.113.7",
      "--store",
      storeNamed("filled"),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain("203.0.113.7 is not an address of this machine");
  });

  test("a damaged store, which it leaves as it is", async () => {
    await writeFile(join(folder.path, "broken.sqlite"), Buffer.alloc(8192, "SQLite format 3\0broken"));
    const { code, stderr } = await runCli(["serve", ...api, "--store", storeNamed("broken")]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^error: .*broken\.sqlite.*\n$/);
  });
});
