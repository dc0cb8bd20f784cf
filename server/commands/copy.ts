import { existsSync } from "node:fs";
import type { GraphStore, StoreInfo } from "#graph/store/graph-store.ts";
import { openStore } from "#graph/store/open-store.ts";
import { shownAddress } from "#graph/store/store-address.ts";
import { createNetworkHash } from "#graph/store/records/content-hash.ts";
import { hashStore, readRecords } from "#graph/store/read-all.ts";
import type { TaggedRecord } from "#graph/schema/records/records.ts";
import { Failure } from "#server/failure.ts";
import { showProgress } from "./progress.ts";
import { inLanguage, type Terminal } from "./terminal.ts";
import { UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { completeUrl, filePathOf, isEmpty } from "./named-store.ts";

export const copyCommand: Command = {
  name: "copy",
  text: {
    zh: "把一个存储的全部记录复制到另一个空的存储，并核对内容校验值；地址如 sqlite:<path>、neo4j://user@host/database，密码可放在 $GONGSHENG_STORE_PASSWORD",
    en: "copy all records of a store into another, empty one and compare content hashes; addresses such as sqlite:<path> or neo4j://user@host/database, the password may stand in $GONGSHENG_STORE_PASSWORD",
  },
  operands: { placeholder: "<from> <to>", required: true },
  options: [],
  run: runCopy,
};

async function runCopy(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const [from, to] = readAddresses(call);
  await using source = await openSource(from);
  const info = await source.info();
  if (await isEmpty(source))
    throw new Failure({
      zh: `没有可复制的内容：${shownAddress(from)} 是空的`,
      en: `there is nothing to copy: ${shownAddress(from)} is empty`,
    });
  await using target = await openStore(to);
  const before = await target.info();
  if (before.networkVersion > 0 || !(await isEmpty(target)))
    throw new Failure({
      zh: `${shownAddress(to)} 已有记录（网络版本 ${before.networkVersion}）：请写一个空的存储，或先删除它`,
      en: `${shownAddress(to)} holds records already (network version ${before.networkVersion}): name an empty store, or delete that one first`,
    });
  const label = `copy of ${shownAddress(from)}, network version ${info.networkVersion}`;
  const { hash, version } = await copyRecords({ source, info, target, label, terminal });
  await verify({ target, version, hash, total: totalOf(info), shown: shownAddress(to), terminal });
  const total = totalOf(info);
  terminal.out(
    inLanguage(terminal, {
      zh: `已复制 ${total} 条记录，网络版本 ${info.networkVersion} → ${version}，两端内容校验值一致：${hash}`,
      en: `copied ${total} records, network version ${info.networkVersion} → ${version}, both ends have the content hash ${hash}`,
    }),
  );
  return 0;
}

function readAddresses(call: Call): readonly [from: string, to: string] {
  const [from, to, ...rest] = call.operands;
  if (from === undefined || to === undefined || rest.length > 0)
    throw new UsageError({
      zh: "copy 需要两个存储地址：<from> 和 <to>",
      en: "copy needs two store addresses, <from> and <to>",
    });
  return [completeUrl(call, from), completeUrl(call, to)];
}

/** A source that is not there must not come into being by being asked. */
async function openSource(url: string): Promise<GraphStore> {
  const path = filePathOf(url);
  if (path !== null && !existsSync(path))
    throw new Failure({ zh: `没有存储 ${path}`, en: `there is no store ${path}` });
  return await openStore(url);
}

const totalOf = ({ counts }: StoreInfo) => Object.values(counts).reduce((sum, count) => sum + count, 0);

interface Transfer {
  readonly source: GraphStore;
  readonly info: StoreInfo;
  readonly target: GraphStore;
  readonly label: string;
  readonly terminal: Terminal;
}

/** Streams one version of the source into the target as one import: all of it or nothing. */
async function copyRecords({ source, info, target, label, terminal }: Transfer) {
  const hash = createNetworkHash();
  async function* hashed(): AsyncGenerator<TaggedRecord> {
    for await (const tagged of readRecords(source, info.networkVersion)) {
      hash.add(tagged);
      yield tagged;
    }
  }
  const text = inLanguage(terminal, { zh: "复制", en: "copying" });
  const progress = showProgress(terminal, text, totalOf(info));
  const result = await target.importRecords(hashed(), {
    label,
    now: new Date(),
    onProgress: (stored) => progress.update(stored),
  });
  progress.end();
  return { hash: hash.digest(), version: result.networkVersion };
}

interface Verification {
  readonly target: GraphStore;
  readonly version: number;
  readonly hash: string;
  readonly total: number;
  readonly shown: string;
  readonly terminal: Terminal;
}

/** Reads everything back. */
async function verify({ target, version, hash, total, shown, terminal }: Verification): Promise<void> {
  const progress = showProgress(terminal, inLanguage(terminal, { zh: "核对", en: "verifying" }), total);
  const found = await hashStore(target, version, (done) => progress.update(done));
  progress.end();
  if (found !== hash)
    throw new Failure({
      zh: `从 ${shown} 读回的内容与复制的不同（内容校验值 ${found}，应为 ${hash}）：不要使用，请删除后重新复制`,
      en: `what ${shown} gives back differs from what was copied (content hash ${found}, expected ${hash}): do not use it, delete it and copy again`,
    });
}
