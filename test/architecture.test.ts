import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import {
  findBreaches,
  findCycles,
  importsOf,
  law,
  pureFolders,
  storeReaders,
  storeReading,
} from "./support/dependency-law.ts";
import { readSources, repositoryFiles, repositoryRoot, topLevelNames } from "./support/source-files.ts";

const sources = await readSources(/^(?:graph|server|client|seeds|test)\/.*\.(?:tsx?|js)$|^vite\.config\.ts$/);
const isProduct = (path: string) => /^(?:graph|server|client|seeds)\//.test(path);
const productSources = new Map([...sources].filter(([path]) => isProduct(path)));

/** Source text that imports something, kept apart so that this file itself does not seem to import it. */
const importing = (target: string) => `import { x } from ${JSON.stringify(target)};`;
const planted = (path: string, text: string) => new Map([[path, text]]);

describe("the reader of imports", () => {
  test("sees files in every folder of the law", () => {
    const unseen = law.filter(({ folder }) => ![...sources.keys()].some((path) => path.startsWith(folder)));
    expect(unseen).toEqual([]);
  });

  test("sees the imports of the whole product, not a handful", () => {
    const imports = [...productSources.values()].flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(3 * productSources.size);
  });

  test("reads every form of import and no comment", () => {
    const forms = [
      importing("./a.ts"),
      `import ${JSON.stringify("./b.css")};`,
      `const c = await import(${JSON.stringify("#graph/c.ts")});`,
      `export { d } from ${JSON.stringify("zod")};`,
      `const worker = new URL(${JSON.stringify("./e.ts")}, import.meta.url);`,
      `import {\n  f,\n} from ${JSON.stringify("express")};`,
      `// ${importing("./not-this.ts")}`,
    ];
    expect(importsOf(forms.join("\n")).sort()).toEqual(
      ["./a.ts", "./b.css", "#graph/c.ts", "zod", "./e.ts", "express"].sort(),
    );
  });
});

describe("the dependency law", () => {
  test("holds for every file", () => {
    expect(findBreaches(sources)).toEqual([]);
  });

  test.each([
    ["a folder that may not be seen", "graph/metrics/node/x.ts", "#graph/matching/knowledge/law.ts"],
    ["a reader from the core", "graph/projection/x.ts", "#server/app.ts"],
    ["the server from the client", "client/x.ts", "#server/app.ts"],
    ["the store from the client", "client/screens/x.tsx", "#graph/store/graph-store.ts"],
    ["tests from the product", "server/x.ts", "#test/support/source-files.ts"],
    ["seeds from the product", "server/x.ts", "#seeds/synthesize.ts"],
    ["a store from what cuts its network", "graph/sight/x.ts", "#graph/store/graph-store.ts"],
    ["what cuts a network from what measures it", "graph/metrics/x.ts", "#graph/sight/policy.ts"],
    ["a package of another folder", "graph/metrics/x.ts", "express"],
    ["a file system from a pure folder", "graph/schema/x.ts", "node:fs"],
    ["a parent by dots", "graph/metrics/node/x.ts", "../metric.ts"],
    ["a file without its extension", "server/x.ts", "./app"],
  ])("catches %s", (_what, path, target) => {
    expect(findBreaches(planted(path, importing(target)))).toHaveLength(1);
  });

  test("has no circles", () => {
    expect(findCycles(productSources)).toEqual([]);
  });

  test("catches a circle of three files", () => {
    const circle = new Map([
      ["graph/a.ts", importing("./b.ts")],
      ["graph/b.ts", importing("./c.ts")],
      ["graph/c.ts", importing("./a.ts")],
    ]);
    expect(findCycles(circle)).toEqual(["graph/a.ts → graph/b.ts → graph/c.ts → graph/a.ts"]);
  });
});

const impure =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bprocess\.|\bperformance\.|\bglobalThis\.crypto\b/;
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const offenders = (texts: ReadonlyMap<string, string>, pattern: RegExp) =>
  [...texts].filter(([, text]) => pattern.test(withoutComments(text))).map(([path]) => path);

describe("the shape of the sources", () => {
  test("pure folders read no clock, no chance and no environment", () => {
    const pure = new Map(
      [...sources].filter(([path]) => pureFolders.some((folder) => path.startsWith(`${folder}/`))),
    );
    expect(pure.size).toBeGreaterThan(30);
    expect(offenders(pure, impure)).toEqual([]);
    expect(offenders(planted("graph/metrics/x.ts", "const seed = Math.random();"), impure)).toHaveLength(1);
  });

  test("the environment is read in one file", () => {
    expect(offenders(productSources, /\bprocess\.env\b/)).toEqual(["server/config.ts"]);
  });

  test("only what cuts a network to its viewer reads one from a store", () => {
    const outside = new Map([...productSources].filter(([path]) => !path.startsWith("graph/store/")));
    expect(offenders(outside, storeReading).sort()).toEqual([...storeReaders].sort());
    const breach = planted("server/use-cases/x.ts", "const network = await store.readNetwork();");
    expect(offenders(breach, storeReading)).toHaveLength(1);
  });

  test("only configurations have a default export", () => {
    const pattern = /^export default\b|\bas default\b/m;
    expect(offenders(sources, pattern)).toEqual(["vite.config.ts"]);
  });

  test("no style sheet is longer than a source file may be", async () => {
    const sheets = await readSources(/\.css$/);
    expect(sheets.size).toBeGreaterThan(15);
    const long = [...sheets].filter(([, text]) => text.split("\n").length > 300);
    expect(long.map(([path]) => path)).toEqual([]);
  });

  test("no file passes on what others export", () => {
    expect(offenders(productSources, /^export \*/m)).toEqual([]);
  });
});

describe("the repository", () => {
  test("has the agreed top level and nothing else", async () => {
    const allowed = new Set([
      ".ci",
      ".gitignore",
      ".npmrc",
      ".oxfmtrc.json",
      ".oxlintrc.json",
      "LICENSE",
      "README.md",
      "client",
      "compose.yaml",
      "graph",
      "package-lock.json",
      "package.json",
      "seeds",
      "server",
      "test",
      "tsconfig.json",
      "vite.config.ts",
    ]);
    expect(new Set(await topLevelNames())).toEqual(allowed);
  });

  test("pins every package exactly and agrees with the lock file", async () => {
    const Manifest = z.object({
      dependencies: z.record(z.string(), z.string()),
      devDependencies: z.record(z.string(), z.string()),
      optionalDependencies: z.record(z.string(), z.string()),
    });
    const Lock = z.object({ packages: z.record(z.string(), z.object({ version: z.string().optional() })) });
    const manifest = Manifest.parse(await readJson("package.json"));
    const lock = Lock.parse(await readJson("package-lock.json"));
    const wanted = Object.values(manifest).flatMap((group) => Object.entries(group));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(
      wanted.filter(([name, version]) => lock.packages[`node_modules/${name}`]?.version !== version),
    ).toEqual([]);
  });

  test("names no machine's folders and no package registry", async () => {
    const texts = await readSources(/(?:^|\/)(?:run|LICENSE|[^/]+\.(?:tsx?|js|json|md|css|html|csv))$/);
    expect(texts.size).toBeGreaterThan(100);
    // Put together here, so that this file does not name them itself.
    const folders = ["work", "root", "home/\\w+"].map((name) => `(?:^|["'\`\\s(=:])/${name}/`);
    const registries = ["npmjs", "npmmirror"].map((name) => `${name}\\.(?:org|com)`);
    const forbidden = new RegExp([...folders, ...registries].join("|"), "m");
    expect([...texts].filter(([, text]) => forbidden.test(text)).map(([path]) => path)).toEqual([]);
  });

  test("carries nothing larger than two megabytes", async () => {
    const paths = await repositoryFiles();
    const sizes = await Promise.all(
      paths.map(async (path) => ({ path, size: (await stat(join(repositoryRoot, path))).size })),
    );
    expect(sizes.filter(({ size }) => size > 2_000_000)).toEqual([]);
  });
});

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(repositoryRoot, name), "utf8"));
}
