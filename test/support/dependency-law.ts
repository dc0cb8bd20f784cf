import { posix } from "node:path";

/** One row of the law: what the files of a folder may import. */
export interface LawRow {
  readonly folder: string;
  readonly folders: readonly string[];
  readonly packages: readonly string[];
}

const pure = ["graph/schema", "graph/errors.ts", "graph/projection"];
const graphLibraries = [
  "graphology",
  "graphology-types",
  "graphology-metrics",
  "graphology-communities-louvain",
];

/** The dependency law. A folder may always import itself; the longest folder that fits a file is its row. */
export const law: readonly LawRow[] = [
  { folder: "graph/errors.ts", folders: [], packages: [] },
  { folder: "graph/schema", folders: ["graph/errors.ts"], packages: ["zod"] },
  { folder: "graph/sight", folders: ["graph/schema", "graph/errors.ts"], packages: [] },
  {
    folder: "graph/projection",
    folders: ["graph/schema", "graph/errors.ts"],
    packages: ["graphology", "graphology-types"],
  },
  { folder: "graph/metrics", folders: pure, packages: graphLibraries },
  { folder: "graph/matching", folders: pure, packages: [] },
  { folder: "graph/inventory", folders: pure, packages: [] },
  {
    folder: "graph/store",
    folders: ["graph/schema", "graph/errors.ts"],
    packages: ["better-sqlite3", "neo4j-driver", "node:*"],
  },
  { folder: "graph/formats", folders: pure, packages: [] },
  {
    folder: "graph/work",
    folders: [...pure, "graph/metrics", "graph/matching"],
    packages: ["piscina", "node:*"],
  },
  {
    folder: "server",
    folders: ["graph"],
    packages: [
      "bullmq",
      "compression",
      "express",
      "express-rate-limit",
      "helmet",
      "ioredis",
      "minisearch",
      "node:*",
      "pino",
      "pinyin-pro",
      "vite",
      "zod",
      "zod-openapi",
    ],
  },
  {
    folder: "client",
    folders: ["graph/schema"],
    packages: [
      "@fontsource-variable/noto-sans-sc",
      "@observablehq/plot",
      "@tanstack/react-query",
      "@tanstack/react-router",
      "@tanstack/react-virtual",
      "graphology",
      "graphology-types",
      "i18next",
      "react",
      "react-aria-components",
      "react-dom",
      "react-i18next",
      "sigma",
      "vite",
      "zod",
    ],
  },
  {
    folder: "seeds",
    folders: ["graph/schema", "graph/store", "graph/formats", "graph/errors.ts"],
    packages: ["node:*"],
  },
];

/** Folders whose answers depend on their arguments alone. */
export const pureFolders = [
  "graph/schema",
  "graph/sight",
  "graph/projection",
  "graph/metrics",
  "graph/matching",
  "graph/inventory",
] as const;

/** Readings of a store that bring back records, seen by everybody who may read the store's file. */
export const storeReading = /\b(?:readNetwork|readRecord|readPage|readRecords)\(/;
/**
 * The only files outside the stores that read records: what leaves the service passes `graph/sight` in the first; the
 * second moves a whole store into another one and shows none of it.
 */
export const storeReaders = ["server/use-cases/loaded-network.ts", "server/commands/copy.ts"] as const;

const aliases = ["graph", "server", "client", "seeds", "test"] as const;
const importText = [
  /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"\n]+)"/gm,
  /^\s*import\s*"([^"\n]+)"/gm,
  /\bimport\s*\(\s*"([^"\n]+)"/g,
];
/** A file named by its address, such as the entry of a worker; `#` cannot stand there. */
const addressText = /\bnew URL\(\s*"(\.{1,2}\/[^"\n]+)"\s*,\s*import\.meta\.url/g;

/** What a source text imports, as written, without the `?url` of a bundler. Comments are not read. */
export function importsOf(text: string): string[] {
  return [...importText, addressText].flatMap((pattern) => targetsOf(text, pattern));
}

function targetsOf(text: string, pattern: RegExp): string[] {
  const code = text.replaceAll(/^\s*(?:\/\/.*|\/\*[\s\S]*?\*\/)/gm, "");
  return [...code.matchAll(pattern)].map(([, target = ""]) => target.replace(/\?.*$/, ""));
}

/** The file an import means, relative to the repository; null for a package. */
export function resolveImport(path: string, target: string): string | null {
  if (target.startsWith(".")) return posix.normalize(posix.join(posix.dirname(path), target));
  const alias = aliases.find((name) => target.startsWith(`#${name}/`));
  return alias === undefined ? null : target.slice(1);
}

function packageOf(target: string): string {
  if (target.startsWith("node:")) return "node:*";
  return target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
}

const isInside = (path: string, folder: string) => path === folder || path.startsWith(`${folder}/`);

/** Breaches of the law, one sentence each. */
export function findBreaches(sources: ReadonlyMap<string, string>): string[] {
  return [...sources].flatMap(([path, text]) => {
    const imports = importText.flatMap((pattern) => targetsOf(text, pattern));
    return [
      ...imports
        .filter((target) => target.startsWith("../"))
        .map((target) => `${path} imports ${target}: use # instead of ../`),
      ...importsOf(text).flatMap((target) => breachesOfImport(path, target)),
    ];
  });
}

function breachesOfImport(path: string, target: string): string[] {
  const said = (what: string) => [`${path} imports ${target}: ${what}`];
  const file = resolveImport(path, target);
  if (file !== null && !/\.(?:tsx?|js|json|css|svg|geojson)$/.test(file)) return said("extension missing");
  if (file !== null && target.startsWith("#") && posix.dirname(file) === posix.dirname(path))
    return said("use ./ inside a folder");
  const row = rowOf(path);
  if (row === undefined) return [];
  if (file === null)
    return row.packages.includes(packageOf(target)) ? [] : said("package not allowed in this folder");
  const allowed = [row.folder, ...row.folders];
  return allowed.some((folder) => isInside(file, folder)) ? [] : said("folder not allowed from here");
}

function rowOf(path: string): LawRow | undefined {
  return law
    .filter(({ folder }) => isInside(path, folder))
    .toSorted((left, right) => right.folder.length - left.folder.length)[0];
}

/** Circles of imports, of types too: a file that two files define together has no place of its own. Each as the files in it. */
export function findCycles(sources: ReadonlyMap<string, string>): string[] {
  const state = new Map<string, "open" | "done">();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === "done") return;
    if (state.get(path) === "open") {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
      return;
    }
    state.set(path, "open");
    for (const target of importsOf(sources.get(path) ?? "")) {
      const file = resolveImport(path, target);
      if (file !== null && sources.has(file)) visit(file, [...trail, path]);
    }
    state.set(path, "done");
  };
  for (const path of sources.keys()) visit(path, []);
  return cycles;
}
