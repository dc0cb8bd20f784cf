import { spawnSync } from "node:child_process";
import { mkdir, utimes, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import express, { type ErrorRequestHandler } from "express";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listen } from "#server/http/graceful-server.ts";
import { ensureClientBuilt } from "#server/pages/client-build.ts";
import { hashClientSources, readStamp } from "#server/pages/client-stamp.ts";
import { openBuiltWeb, screenPaths } from "#server/pages/web.ts";
import { temporaryFolder } from "#test/support/run-cli.ts";
import { readSources, repositoryRoot } from "#test/support/source-files.ts";

const page = "<!doctype html><title>page</title>".padEnd(2000);
const script = "export const answer = 42;\n".repeat(200);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;
let url: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  const dist = join(folder.path, "dist");
  await mkdir(join(dist, "assets"), { recursive: true });
  await writeFile(join(dist, "index.html"), page);
  await writeFile(join(dist, "index.html.br"), brotliCompressSync(page));
  await writeFile(join(dist, "assets", "main-abc.js"), script);
  await writeFile(join(dist, "assets", "main-abc.js.br"), brotliCompressSync(script));
  await writeFile(join(dist, "assets", "main-abc.js.gz"), gzipSync(script));
  await writeFile(join(dist, "assets", "font-abc.woff2"), "font");
  await writeFile(join(folder.path, "secret.txt"), "secret");
  const app = express();
  openBuiltWeb(dist).mount(app);
  app.use((_request, response) => void response.status(404).send("nothing here"));
  app.use(
    ((error, _request, response, _next) =>
      void response
        .status(error.code === "method-not-allowed" ? 405 : 500)
        .end()) satisfies ErrorRequestHandler,
  );
  server = createServer(app);
  url = `http://127.0.0.1:${await listen(server, "127.0.0.1", 0)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await folder[Symbol.asyncDispose]();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(url + path, { headers });

describe("the built client", () => {
  test("its page is asked for every time and answered 304 while it is the same", async () => {
    const answer = await get("/", { "Accept-Encoding": "identity" });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(answer.headers.get("cache-control")).toBe("no-cache");
    expect(await answer.text()).toBe(page);
    const etag = answer.headers.get("etag") ?? "";
    // Without it `fetch` itself asks for a fresh copy.
    const revalidate = { "If-None-Match": etag, "Accept-Encoding": "identity", "Cache-Control": "max-age=0" };
    expect((await get("/", revalidate)).status).toBe(304);
  });

  test.each(["/", "/index.html", "/assets/main-abc.js"])("POST %s is not possible", async (path) => {
    const answer = await fetch(url + path, { method: "POST" });
    expect([answer.status, answer.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test.each(["/nothing", "/assets", "/assets/%2e%2e/secret.txt", "/../secret.txt"])(
    "a POST to %s, which is no file, tells nothing of what lies elsewhere",
    async (path) => {
      expect((await fetch(url + path, { method: "POST" })).status).toBe(404);
    },
  );

  test("hashed files are kept for ever", async () => {
    const answer = await get("/assets/font-abc.woff2");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test.each([
    ["br, gzip", "br"],
    ["gzip", "gzip"],
    ["identity", null],
    ["br;q=0", null],
  ])("who accepts %s gets %s and the same text", async (accepted, encoding) => {
    const answer = await get("/assets/main-abc.js", { "Accept-Encoding": accepted });
    expect(answer.headers.get("content-encoding")).toBe(encoding);
    expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(answer.headers.get("vary")).toBe("Accept-Encoding");
    expect(await answer.text()).toBe(script);
  });

  test.each([
    "/assets/main-old.js",
    "/nothing",
    "/map/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/assets/",
    "/index.html.br",
    "/.env",
  ])("%s is left to the answer for unknown paths", async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("nothing here");
  });
});

test("the screens served are those of the client's router", async () => {
  const sources = await readSources(/^client\/router\.tsx$/);
  const paths = [...(sources.get("client/router.tsx") ?? "").matchAll(/\bpath: "([^"]+)"/g)].map(
    ([, path]) => path,
  );
  expect(paths).toEqual(screenPaths);
});

describe("the stamp of the client", () => {
  test("changes with any source it is built from, and not with a touch", async () => {
    await using sources = await temporaryFolder();
    const write = async (name: string, text: string) => {
      await mkdir(join(sources.path, name, ".."), { recursive: true });
      await writeFile(join(sources.path, name), text);
    };
    const files = [
      "client/main.tsx",
      "client/ui/panel.tsx",
      "graph/schema/records/park.ts",
      "vite.config.ts",
      "package-lock.json",
    ];
    for (const file of files) await write(file, "one");
    const stamps = new Set([await hashClientSources(sources.path)]);
    await utimes(join(sources.path, "client/main.tsx"), new Date(0), new Date(0));
    stamps.add(await hashClientSources(sources.path));
    expect(stamps.size).toBe(1);
    for (const file of files) {
      await write(file, "two");
      stamps.add(await hashClientSources(sources.path));
    }
    expect(stamps.size).toBe(1 + files.length);
  });

  test("a client that cannot be built says what to do and leaves the one there is", async () => {
    await using copy = await temporaryFolder();
    await mkdir(join(copy.path, "client"), { recursive: true });
    await mkdir(join(copy.path, "graph", "schema"), { recursive: true });
    for (const file of ["vite.config.ts", "package-lock.json"]) await writeFile(join(copy.path, file), "");
    const distFolder = join(copy.path, "dist");
    await mkdir(distFolder);
    await writeFile(join(distFolder, "index.html"), "old");
    const started: string[] = [];
    await expect(
      ensureClientBuilt({ packageRoot: copy.path, distFolder, onStart: () => started.push("started") }),
    ).rejects.toThrow(/^the client could not be built \(run `npm ci`, then `npm run build` to see why\): /);
    expect(started).toEqual(["started"]);
    expect(await readStamp(distFolder)).toBeNull();
  });

  test("is not waited for where the process that was building it is gone", { timeout: 60_000 }, async () => {
    await using copy = await temporaryFolder();
    for (const file of ["vite.config.ts", "package-lock.json"]) await writeFile(join(copy.path, file), "");
    const workFolder = join(copy.path, "node_modules", ".cache", "gongsheng");
    await mkdir(workFolder, { recursive: true });
    const { pid } = spawnSync(process.execPath, ["--version"]);
    await writeFile(join(workFolder, "client-build.lock"), String(pid));
    const started: string[] = [];
    await ensureClientBuilt({
      packageRoot: copy.path,
      distFolder: join(copy.path, "dist"),
      onStart: () => started.push("started"),
    }).catch(() => {});
    expect(started).toEqual(["started"]);
  });

  test("of the repository is a SHA-256", async () => {
    expect(await hashClientSources(repositoryRoot)).toMatch(/^[0-9a-f]{64}$/);
  });
});
