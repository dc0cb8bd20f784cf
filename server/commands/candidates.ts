import { resolve } from "node:path";
import { SymbiosisError } from "#graph/errors.ts";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { CandidateListName, type Candidate, type CandidateEnd } from "#graph/schema/answers/candidate.ts";
import type { Network } from "#graph/schema/records/network.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { writeWhole } from "./whole-file.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";

/** Candidates shown on the terminal by default; a file gets all. */
const shownByDefault = 20;

export const candidatesCommand: Command = {
  name: "candidates",
  text: {
    zh: "列出候选链接（默认园区间；门槛不通过和已有交换的不列），从优到次；含未公开的供需信息",
    en: "list possible links, between parks by default, best first, without those a gate forbids and those that exist; listings that are not public take part",
  },
  operands: null,
  options: [
    { name: "park", placeholder: "<id>", text: { zh: "任一端在该园区", en: "either end in this park" } },
    { name: "listing", placeholder: "<id>", text: { zh: "该供需信息", en: "of this offer or need" } },
    {
      name: "list",
      placeholder: "<name>",
      text: {
        zh: "between-parks（默认）、same-park 园区内、hypothesis 假设链接、probably-existing 可能已存在，或 all",
        en: "between-parks (default), same-park, hypothesis, probably-existing, or all",
      },
    },
    {
      name: "limit",
      placeholder: "<N>",
      text: {
        zh: "最多 N 条（屏幕默认 20，文件默认全部）",
        en: "at most N; 20 on the screen, all in a file",
      },
    },
    {
      name: "out",
      placeholder: "<list.json>",
      text: { zh: "将完整列表写入该文件", en: "write the list in full to this file" },
    },
    storeOption,
  ],
  run: runCandidates,
};

async function runCandidates(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const [limit, list] = [readLimit(call), readList(call)];
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const parkId = knownId(call, "park", network.parks);
  const listingId = knownId(call, "listing", network.listings);
  const book = openCandidateList(network, dayInChina(new Date()));
  const placeIds = parkId === undefined ? [] : [`park:${parkId}`];
  const wanted = book.select({ placeIds, listingId, list });
  const path = textOption(call, "out");
  const items = wanted
    .slice(0, limit ?? (path === undefined ? shownByDefault : undefined))
    .map((head) => book.explain(head));
  if (path !== undefined)
    await writeWhole(resolve(terminal.cwd, path), [listText(network, items, wanted.length)], terminal);
  else for (const candidate of items) terminal.out(candidateLines(candidate, terminal.language));
  const target =
    path === undefined ? { zh: "", en: "" } : { zh: `，已写入 ${path}`, en: ` written to ${path}` };
  terminal.err(
    inLanguage(terminal, {
      zh: `${items.length} / ${wanted.length} 条候选链接${target.zh}`,
      en: `${items.length} of ${wanted.length} candidates${target.en}`,
    }),
  );
  return 0;
}

function readLimit(call: Call): number | undefined {
  const text = textOption(call, "limit");
  if (text === undefined) return undefined;
  if (!/^[1-9]\d{0,6}$/.test(text))
    throw new UsageError({
      zh: "--limit：应为不小于 1 的整数",
      en: "--limit: expected a whole number of at least 1",
    });
  return Number(text);
}

const listNames = [...CandidateListName.options, "all"] as const;

function readList(call: Call): (typeof listNames)[number] | undefined {
  const text = textOption(call, "list");
  const found = listNames.find((name) => name === text);
  if (text !== undefined && found === undefined)
    throw new UsageError({
      zh: `--list：应为 ${listNames.join("、")} 之一`,
      en: `--list: expected one of ${listNames.join(", ")}`,
    });
  return found;
}

function knownId(
  call: Call,
  option: string,
  records: readonly { readonly id: string; readonly aliases: readonly string[] }[],
): string | undefined {
  const asked = textOption(call, option);
  if (asked === undefined) return undefined;
  const found =
    records.find(({ id }) => id === asked) ?? records.find(({ aliases }) => aliases.includes(asked));
  if (found === undefined)
    throw new SymbiosisError("unknown-id", `there is no ${option} ${asked} in the store`, {
      zh: `存储中没有${option === "park" ? "园区" : "供需信息"} ${asked}`,
    });
  return found.id;
}

function listText({ version }: Network, items: readonly Candidate[], total: number): string {
  return `${JSON.stringify({ networkVersion: version, total, items }, null, 2)}\n`;
}

function candidateLines(candidate: Candidate, language: Language): string {
  const isZh = language === "zh";
  const resource = isZh ? candidate.resourceNameZh : candidate.resourceNameEn;
  const km = candidate.distance.roadKmEstimate;
  const distance = km === null ? "" : `, ≈ ${Math.round(km)} km`;
  const ends = `${endText(candidate.supplier, isZh)} → ${endText(candidate.receiver, isZh)}`;
  const reason = isZh ? candidate.reasonZh : candidate.reasonEn;
  return `${candidate.score.toFixed(3)}  ${candidate.resourceCode} ${resource}: ${ends}${distance}\n       ${reason}`;
}

function endText({ nameZh, nameEn, placeNameZh, placeNameEn }: CandidateEnd, isZh: boolean): string {
  return isZh ? `${nameZh}（${placeNameZh}）` : `${nameEn ?? nameZh} (${placeNameEn ?? placeNameZh})`;
}
