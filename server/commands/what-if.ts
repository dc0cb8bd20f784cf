import { resolve } from "node:path";
import { compareMetrics } from "#graph/metrics/what-if.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { openViews } from "#graph/projection/graphs/record-views.ts";
import { SupposedLink, type MetricChange, type WhatIf } from "#graph/schema/answers/what-if.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";
import { toWhatIfRequest } from "#server/use-cases/what-if-request.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { filterOptions, readFilter } from "./filter-options.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { givenParameters, parameterOptions } from "./parameter-options.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { writeWhole } from "./whole-file.ts";

/** Rows shown of each metric. */
const shownRows = 10;

export const whatIfCommand: Command = {
  name: "what-if",
  text: {
    zh: "假设新增链接或移除企业，指标会如何变化；不保存",
    en: "how metrics would differ with links added or enterprises removed; nothing is stored",
  },
  operands: { placeholder: "<id…>", required: true },
  options: [
    {
      name: "add",
      placeholder: "<supplier/receiver/code[/amount],…>",
      text: {
        zh: "假设运行的链接：供方/需方/资源代码，可加年流量（按该层单位），逗号分隔",
        en: "links supposed to run: supplier/receiver/code, with a yearly flow in the unit of the layer if known, comma separated",
      },
    },
    {
      name: "remove",
      placeholder: "<id,…>",
      text: {
        zh: "假设停运的企业编号，逗号分隔；其全部交换一并移除",
        en: "enterprises supposed to be gone, comma separated, with all their exchanges",
      },
    },
    ...filterOptions,
    ...parameterOptions,
    {
      name: "out",
      placeholder: "<answer.json>",
      text: { zh: "将完整结果写入该文件", en: "write the whole answer to this file" },
    },
    storeOption,
  ],
  run: runWhatIf,
};

async function runWhatIf(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const filter = readFilter(call);
  const [add, remove] = [readLinks(call), partsOf(textOption(call, "remove"))];
  if (add.length + remove.length === 0)
    throw new UsageError({
      zh: "请用 --add 或 --remove 写出假设",
      en: "say what is supposed with --add or --remove",
    });
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const request = toWhatIfRequest({
    metrics: [...call.operands],
    parameters: { ...givenParameters(call) },
    add,
    remove,
  });
  const findings = compareMetrics(openViews(applyFilter(network, filter)), request);
  const answer: WhatIf = { networkVersion: network.version, filter, ...findings };
  const out = textOption(call, "out");
  if (out === undefined) for (const line of linesOf(answer, terminal.language)) terminal.out(line);
  else {
    await writeWhole(resolve(terminal.cwd, out), [`${JSON.stringify(answer, null, 2)}\n`], terminal);
    terminal.out(inLanguage(terminal, { zh: `结果已写入 ${out}`, en: `answer written to ${out}` }));
  }
  return 0;
}

const partsOf = (text: string | undefined) =>
  text === undefined ? [] : text.split(",").map((part) => part.trim());

function readLinks(call: Call): SupposedLink[] {
  return partsOf(textOption(call, "add")).map((text) => {
    const [supplierId, receiverId, resourceCode, amount, ...others] = text.split("/");
    const perYear = amount === undefined ? null : amount.trim() === "" ? Number.NaN : Number(amount);
    const read = SupposedLink.safeParse({ supplierId, receiverId, resourceCode, perYear });
    if (read.success && others.length === 0) return read.data;
    throw new UsageError({
      zh: `--add：“${text}” 应为 供方/需方/资源代码[/年流量]，例如 sd-rz-power/sd-rz-dayu-cement/SW02/50000`,
      en: `--add: ${JSON.stringify(text)} is not supplier/receiver/code[/amount], such as sd-rz-power/sd-rz-dayu-cement/SW02/50000`,
    });
  });
}

function linesOf({ added, removed, metrics }: WhatIf, language: Language): string[] {
  const isZh = language === "zh";
  return [
    ...removed.map(({ id, nameZh, nameEn, exchanges }) =>
      isZh
        ? `移除 ${nameZh}（${id}）及其 ${exchanges} 条交换`
        : `without ${nameEn ?? nameZh} (${id}) and its ${exchanges} exchanges`,
    ),
    ...added.map(({ supplierId, receiverId, resourceCode, kept }) => {
      const link = `${supplierId} → ${receiverId} ${resourceCode}`;
      if (kept) return isZh ? `新增 ${link}` : `with ${link}`;
      return isZh
        ? `新增 ${link}（被筛选排除，未参与计算）`
        : `with ${link} (left out by the filter: it changes nothing)`;
    }),
    ...metrics.flatMap((change) => linesOfMetric(change, language)),
  ];
}

function linesOfMetric({ metric, rows, changed, unchanged }: MetricChange, language: Language): string[] {
  const isZh = language === "zh";
  const head = isZh
    ? `${metric.id}  ${metric.nameZh}：${changed} 项变化，${unchanged} 项不变`
    : `${metric.id}  ${metric.nameEn}: ${changed} changed, ${unchanged} as before`;
  const lines = rows.slice(0, shownRows).map(({ nodes, label, before, after, difference }) => {
    const names = nodes.map(({ id, nameZh, nameEn }) => `${isZh ? nameZh : (nameEn ?? nameZh)} (${id})`);
    const [was, is, by] = [before[0], after[0], difference[0]].map((value) => numberText(value ?? null));
    return `  ${was} → ${is} (${by})  ${label?.[language] ?? names.join(" → ")}`;
  });
  return [head, ...lines];
}

function numberText(value: number | null): string {
  return value === null ? "—" : String(Number(value.toPrecision(6)));
}
