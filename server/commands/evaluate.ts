import { resolve } from "node:path";
import { evaluateCases } from "#graph/matching/evaluation/evaluate-cases.ts";
import { evaluateNetwork } from "#graph/matching/evaluation/evaluate-network.ts";
import { protocols, type Protocol } from "#graph/matching/evaluation/network-cases.ts";
import { industrySchemes, type IndustryScheme } from "#graph/matching/knowledge/input-profiles.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { Day } from "#graph/schema/day.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";
import { Failure } from "#server/failure.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { caseLines, networkLines } from "./evaluation-lines.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { caseColumns, readCases } from "./read-cases.ts";
import { inLanguage } from "./terminal.ts";
import { writeWhole } from "./whole-file.ts";

export const evaluateCommand: Command = {
  name: "evaluate",
  text: {
    zh: "评估候选的查全率：逐条隐藏已知交换，看能否找回其接收方；没有记录的链接不等于不存在",
    en: "measure the recall of candidates: hide each known exchange and see whether its receiver is found; a link that nobody recorded may exist all the same",
  },
  operands: null,
  options: [
    {
      name: "network",
      placeholder: null,
      text: { zh: "评估存储中的网络", en: "evaluate on the network of the store" },
    },
    {
      name: "protocol",
      placeholder: "<name>",
      text: {
        zh: "一起隐藏什么：exchange 这一条（默认），receiver 接收方的全部，park 供方园区的全部，city 供方城市的全部，year 同年及以后的全部",
        en: "what is hidden together: exchange (default), receiver, park or city of the supplier, year = all of that year and later",
      },
    },
    {
      name: "strict",
      placeholder: null,
      text: {
        zh: "同时隐藏接收方对该资源的需求，以及只由被隐藏的交换体现的规则",
        en: "hide also the receiver's own need, and rules that only hidden exchanges show",
      },
    },
    {
      name: "cases",
      placeholder: "<cases.csv>",
      text: {
        zh: `评估案例库，列：${caseColumns.join("、")}（代码以分号隔开）`,
        en: `evaluate on a case library with the columns ${caseColumns.join(", ")} (codes apart by semicolons)`,
      },
    },
    {
      name: "industries",
      placeholder: "<scheme>",
      text: {
        zh: "案例库的行业分类：nace（默认，NACE Rev. 2）或 gbt4754（GB/T 4754-2017）",
        en: "industry classification of the library: nace (default, NACE Rev. 2) or gbt4754 (GB/T 4754-2017)",
      },
    },
    {
      name: "split",
      placeholder: "case",
      text: { zh: "案例库的划分：整个案例留出（唯一可选）", en: "how a library is split: by whole cases" },
    },
    {
      name: "seed",
      placeholder: "<n>",
      text: { zh: "自助抽样的种子，默认 1", en: "seed of the bootstrap; default 1" },
    },
    {
      name: "as-of",
      placeholder: "<day>",
      text: { zh: "判断候选的日期，默认今天", en: "day the candidates are judged by; default today" },
    },
    {
      name: "out",
      placeholder: "<report.json>",
      text: { zh: "将完整结果写入该文件", en: "write the result in full to this file" },
    },
    storeOption,
  ],
  run: runEvaluate,
};

async function runEvaluate(call: Call): Promise<ExitCode> {
  const cases = textOption(call, "cases");
  const seed = seedOf(call);
  if ((cases === undefined) === (call.options["network"] === undefined))
    throw new UsageError({
      zh: "请写 --network 或 --cases <文件> 之一",
      en: "name one of --network and --cases <file>",
    });
  return cases === undefined ? await onNetwork(call, seed) : await onCases(call, cases, seed);
}

/** The set of the bars: what a figure without a name speaks of. */
const mainSet = "plantsByProducts";

async function onNetwork(call: Call, seed: number): Promise<ExitCode> {
  const { terminal } = call;
  const protocol = protocolOf(call);
  const strict = call.options["strict"] === true;
  const asOf = dayOf(call);
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const evaluation = evaluateNetwork(network, { protocol, strict, seed, asOf });
  const { sets, ...told } = evaluation;
  await show(
    call,
    { ...told, set: mainSet, ...sets[mainSet], sets },
    networkLines(evaluation, terminal.language),
  );
  return 0;
}

async function onCases(call: Call, path: string, seed: number): Promise<ExitCode> {
  const { terminal } = call;
  if ((textOption(call, "split") ?? "case") !== "case")
    throw new UsageError({ zh: "--split 只能是 case", en: "--split can only be case" });
  const scheme = schemeOf(call);
  const { rows, left } = await readCases(path, terminal);
  const evaluation = evaluateCases(rows, { seed, scheme });
  if (evaluation === null)
    throw new Failure({
      zh: `${path} 中没有可评估的行：每行须有案例、资源和接收方行业`,
      en: `${path} has no row to evaluate: each needs a case, a resource and the receiver's industry`,
    });
  await show(call, { split: "case", left, ...evaluation }, caseLines(evaluation, left, terminal.language));
  return 0;
}

async function show(call: Call, report: object, lines: readonly string[]): Promise<void> {
  const { terminal } = call;
  for (const line of lines) terminal.out(line);
  const path = textOption(call, "out");
  if (path === undefined) return;
  await writeWhole(resolve(terminal.cwd, path), [`${JSON.stringify(report, null, 2)}\n`], terminal);
  terminal.out(
    inLanguage(terminal, { zh: `完整结果已写入 ${path}`, en: `the result in full is in ${path}` }),
  );
}

function protocolOf(call: Call): Protocol {
  const name = textOption(call, "protocol") ?? "exchange";
  const known = protocols.find((each) => each === name);
  if (known === undefined)
    throw new UsageError({
      zh: `--protocol 的值须为 ${protocols.join("、")} 之一`,
      en: `--protocol must be one of ${protocols.join(", ")}`,
    });
  return known;
}

function schemeOf(call: Call): IndustryScheme {
  const name = textOption(call, "industries") ?? "nace";
  const known = industrySchemes.find((each) => each === name);
  if (known === undefined)
    throw new UsageError({
      zh: `--industries 的值须为 ${industrySchemes.join("、")} 之一`,
      en: `--industries must be one of ${industrySchemes.join(", ")}`,
    });
  return known;
}

function seedOf(call: Call): number {
  const text = textOption(call, "seed") ?? "1";
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError({
      zh: "--seed 须为 0 到 999999999 的整数",
      en: "--seed must be a whole number from 0 to 999999999",
    });
  return Number(text);
}

function dayOf(call: Call): string {
  const text = textOption(call, "as-of");
  if (text === undefined) return dayInChina(new Date());
  const day = Day.safeParse(text);
  if (!day.success)
    throw new UsageError({
      zh: "--as-of 须为日期，如 2026-08-15",
      en: "--as-of must be a day such as 2026-08-15",
    });
  return day.data;
}
