import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { shownAddress, withPassword } from "#graph/store/store-address.ts";
import { Failure } from "#server/failure.ts";
import { seedsFolder } from "#server/paths.ts";
import { textOption, type Call, type OptionRow } from "./command.ts";

export const storeOption: OptionRow = {
  name: "store",
  placeholder: "<url>",
  text: {
    zh: "存储地址，默认 $GONGSHENG_STORE 或 sqlite:.data/gongsheng.sqlite",
    en: "store; default $GONGSHENG_STORE or sqlite:.data/gongsheng.sqlite",
  },
};

const memory = "sqlite::memory:";

/** The store a call names. */
export function storeUrlOf(call: Call): string {
  return completeUrl(call, textOption(call, "store") ?? call.config.storeUrl);
}

/** An address with a relative file taken from the caller's folder, and the password of the environment if it has none. */
export function completeUrl({ terminal, config }: Call, url: string): string {
  const path = filePathOf(url);
  if (path !== null) return `sqlite:${resolve(terminal.cwd, path)}`;
  return config.storePassword === undefined ? url : withPassword(url, config.storePassword);
}

/**
 * Opens the store a call names. `create: false` leaves no new file behind: where there is none, an empty store
 * in memory stands for it.
 */
export async function openNamedStore(call: Call, { create }: { create: boolean }): Promise<GraphStore> {
  const url = storeUrlOf(call);
  const path = filePathOf(url);
  const isMissing = path !== null && !existsSync(path);
  return await openStore(isMissing && !create ? memory : url);
}

/** Opens the store a call names for reading. Throws Failure where it holds nothing. */
export async function openFilledStore(call: Call): Promise<GraphStore> {
  const store = await openNamedStore(call, { create: false });
  if (!(await isEmpty(store))) return store;
  await store.close();
  const seeds = relative(call.terminal.cwd, seedsFolder);
  const shown = shownAddress(storeUrlOf(call));
  throw new Failure({
    zh: `存储 ${shown} 是空的：请先用同样的 --store 运行 \`gongsheng import ${seeds}\``,
    en: `the store ${shown} is empty: run \`gongsheng import ${seeds}\` with the same --store first`,
  });
}

/** Whether a store holds no record at all. */
export async function isEmpty(store: GraphStore): Promise<boolean> {
  const { counts } = await store.info();
  return Object.values(counts).every((count) => count === 0);
}

/** The file of an embedded store; null for one in memory or elsewhere. */
export function filePathOf(url: string): string | null {
  const path = url.startsWith("sqlite:") && url !== memory ? url.slice("sqlite:".length) : "";
  return path === "" ? null : path;
}
