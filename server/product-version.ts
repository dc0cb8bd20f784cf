import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { packageRoot } from "./paths.ts";

export async function readProductVersion(): Promise<string> {
  const manifest: unknown = JSON.parse(await readFile(join(packageRoot, "package.json"), "utf8"));
  return z.looseObject({ version: z.string() }).parse(manifest).version;
}
