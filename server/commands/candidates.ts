import { resolve } from "node:path";
import { shownOf } from "#graph/matching/ranking/fold.ts";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import type { Candidate, CandidateEnd } from "#graph/schema/answers/candidate.ts";
import { candidateQuery } from "#graph/schema/api/metric-endpoints.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { economicsLine } from "./economics-line.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { writeWhole } from "./whole-file.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { createLoader } from "#server/use-cases/loaded-network.ts";
import { toSelection } from "#server/use-cases/selections.ts";
import { recordFilterOptions } from "./filter-options.ts";
import { optionsOf, readQuery } from "./query-options.ts";

/** Pages are cut by `--limit` here. */
const asked = candidateQuery.omit({ limit: true, cursor: true });

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
    ...optionsOf(candidateQuery, {
      asOf: "<day>",
      park: "<id>",
      listing: "<id>",
      list: "<name>",
      resource: "<code or name>",
      gates: "open|blocked|all",
      existing: "yes|no|only",
      fold: "yes|no",
      crossProvince: "yes|no",
      inferred: "yes|no",
    }),
    ...recordFilterOptions,
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
  const limit = readLimit(call);
  const query = readQuery(asked, call);
  await using store = await openFilledStore(call);
  const loaded = await createLoader(store, () => {})(storeOwner);
  const { network } = loaded;
  const list = openCandidateList(network, query.asOf ?? dayInChina(new Date()));
  const selection = toSelection(loaded, query);
  const wanted = shownOf(list.select(selection), selection);
  const facts = { networkVersion: network.version, asOf: list.asOf, total: wanted.length };
  const path = textOption(call, "out");
  const items = wanted
    .slice(0, limit ?? (path === undefined ? shownByDefault : undefined))
    .map((head) => list.explain(head));
  if (path !== undefined) await writeWhole(resolve(terminal.cwd, path), [listText(facts, items)], terminal);
  else for (const candidate of items) terminal.out(candidateLines(candidate, terminal.language));
  const target =
    path === undefined ? { zh: "", en: "" } : { zh: `，已写入 ${path}`, en: ` written to ${path}` };
  terminal.err(
    inLanguage(terminal, {
      zh: `${items.length} / ${wanted.length} 条候选链接，按 ${list.asOf} 的法律与有效期${target.zh}`,
      en: `${items.length} of ${wanted.length} candidates by the law and listings of ${list.asOf}${target.en}`,
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

interface ListFacts {
  readonly networkVersion: number;
  /** The day the candidates were judged by. */
  readonly asOf: string;
  readonly total: number;
}

function listText(facts: ListFacts, items: readonly Candidate[]): string {
  return `${JSON.stringify({ ...facts, items }, null, 2)}\n`;
}

function candidateLines(candidate: Candidate, language: Language): string {
  const isZh = language === "zh";
  const resource = isZh ? candidate.resourceNameZh : candidate.resourceNameEn;
  const km = candidate.distance.roadKmEstimate;
  const distance = km === null ? "" : `, ≈ ${Math.round(km)} km`;
  const ends = `${endText(candidate.supplier, isZh)} → ${endText(candidate.receiver, isZh)}`;
  const reason = isZh ? candidate.reasonZh : candidate.reasonEn;
  return `${candidate.score.toFixed(3)}  ${candidate.resourceCode} ${resource}: ${ends}${distance}\n       ${reason}\n       ${economicsLine(candidate.economics, language)}`;
}

function endText({ nameZh, nameEn, placeNameZh, placeNameEn }: CandidateEnd, isZh: boolean): string {
  return isZh ? `${nameZh}（${placeNameZh}）` : `${nameEn ?? nameZh} (${placeNameEn ?? placeNameZh})`;
}
