import { stat } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, relative, resolve } from "node:path";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { shownAddress, withPassword } from "#graph/store/store-address.ts";
import { defaultStoreUrl } from "#server/config.ts";
import { Failure, systemReason } from "#server/failure.ts";
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

/**
 * An address with a relative file taken from the caller's folder, `~/` from his home, and the password of the
 * environment if it has none.
 */
export function completeUrl({ terminal, config }: Call, url: string): string {
  const path = filePathOf(url);
  if (path !== null) return `sqlite:${resolve(terminal.cwd, path.replace(/^~(?=\/|$)/, homedir()))}`;
  return config.storePassword === undefined ? url : withPassword(url, config.storePassword);
}

/**
 * Opens the store a call names, made where it is not there. Only the folder of the default store is made as well: a
 * mistyped path makes none.
 */
export async function openNamedStore(call: Call): Promise<GraphStore> {
  const url = storeUrlOf(call);
  const path = filePathOf(url);
  const folder = path === null ? null : dirname(path);
  if (folder !== null && url !== completeUrl(call, defaultStoreUrl) && !(await isThere(folder)))
    throw new Failure({
      zh: `没有文件夹 ${folder}：请先建立它，或改正 --store`,
      en: `there is no folder ${folder}: make it first, or correct --store`,
    });
  return await openStore(url);
}

/** Opens the store a call names as it is; an empty one in memory stands for one that is not there. */
export async function openStoreAsIs(call: Call): Promise<GraphStore> {
  const url = storeUrlOf(call);
  const path = filePathOf(url);
  return await openStore(path === null || (await isThere(path)) ? url : memory);
}

/** Opens the store a call names for reading. Throws Failure where it is not there or holds nothing. */
export async function openFilledStore(call: Call): Promise<GraphStore> {
  const url = storeUrlOf(call);
  const shown = shownAddress(url);
  const seeds = relative(call.terminal.cwd, seedsFolder);
  const path = filePathOf(url);
  if (path !== null && !(await isThere(path)))
    throw new Failure({
      zh: `没有存储 ${shown}：请改正 --store，或先用同样的 --store 运行 \`gongsheng import ${seeds}\``,
      en: `there is no store ${shown}: correct --store, or run \`gongsheng import ${seeds}\` with the same --store first`,
    });
  const store = await openStore(url);
  if (!(await isEmpty(store))) return store;
  await store.close();
  throw new Failure({
    zh: `存储 ${shown} 是空的：请先用同样的 --store 运行 \`gongsheng import ${seeds}\``,
    en: `the store ${shown} is empty: run \`gongsheng import ${seeds}\` with the same --store first`,
  });
}

/** Whether a path leads to something. Throws Failure where that cannot be seen. */
async function isThere(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT") return false;
    const reason = systemReason(cause);
    throw new Failure(
      { zh: `无法打开 ${path}（${reason.zh}）`, en: `${path} cannot be opened (${reason.en})` },
      { cause },
    );
  }
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
