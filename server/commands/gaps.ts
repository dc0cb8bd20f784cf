import { resolve } from "node:path";
import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { partnersOfTotals, withPartners } from "#graph/matching/gap-partners.ts";
import type { Gap, GapSide } from "#graph/schema/answers/gap.ts";
import { gapQuery } from "#graph/schema/api/metric-endpoints.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { recordFilterOf, toFilter } from "#graph/schema/filter/filter.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { createLoader } from "#server/use-cases/loaded-network.ts";
import { selectGaps } from "#server/use-cases/selections.ts";
import { textOption, type Call, type Command, type ExitCode } from "./command.ts";
import { recordFilterOptions } from "./filter-options.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { optionsOf, readQuery } from "./query-options.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { writeWhole } from "./whole-file.ts";

/** The whole list goes to the screen or the file. */
const asked = gapQuery.omit({ limit: true, cursor: true });

export const gapsCommand: Command = {
  name: "gaps",
  text: {
    zh: "列出各市各资源的缺口（合计供给与合计需求的余量之差）；含未公开的供需信息",
    en: "list gaps by city and resource: what pooled offers and needs leave; listings that are not public take part",
  },
  operands: null,
  options: [
    ...optionsOf(gapQuery, { asOf: "<day>", resource: "<code or name>" }),
    ...recordFilterOptions,
    {
      name: "out",
      placeholder: "<list.json>",
      text: { zh: "将列表写入该文件", en: "write the list to this file" },
    },
    storeOption,
  ],
  run: runGaps,
};

async function runGaps(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const query = readQuery(asked, call);
  await using store = await openFilledStore(call);
  const loaded = await createLoader(store, () => {})(storeOwner);
  const asOf = query.asOf ?? dayInChina(new Date());
  const selected = selectGaps(loaded, recordFilterOf(toFilter(query)), { resource: query.resource, asOf });
  const candidates = openCandidateList(loaded.network, asOf).select({ list: "with-total" });
  const partners = partnersOfTotals(candidates);
  const items = selected.items.map((gap) => withPartners(gap, partners));
  const facts = { networkVersion: loaded.network.version, asOf, total: items.length };
  const path = textOption(call, "out");
  if (path === undefined) for (const gap of items) terminal.out(gapLine(gap, terminal.language));
  else
    await writeWhole(
      resolve(terminal.cwd, path),
      [`${JSON.stringify({ ...facts, items }, null, 2)}\n`],
      terminal,
    );
  const written =
    path === undefined ? { zh: "", en: "" } : { zh: `，已写入 ${path}`, en: `, written to ${path}` };
  terminal.err(
    inLanguage(terminal, {
      zh: `${items.length} 项缺口，按 ${asOf} 有效的供需信息${written.zh}`,
      en: `${items.length} gaps by the listings open on ${asOf}${written.en}`,
    }),
  );
  return 0;
}

function gapLine(gap: Gap, language: Language): string {
  const isZh = language === "zh";
  const { resourceCode, unit, surplus, need, balancePerYear } = gap;
  const city = isZh ? gap.cityNameZh : gap.cityNameEn;
  const resource = isZh ? gap.resourceNameZh : gap.resourceNameEn;
  const unknown = isZh ? "不明" : "not known";
  const words = isZh
    ? { none: "无登记", unknown: "项不明" }
    : { none: "none on record", unknown: " not known" };
  const [given, wanted] = [sideText(surplus, words), sideText(need, words)];
  const balance = balancePerYear === null ? unknown : amount(balancePerYear);
  const sides = isZh
    ? `供 ${given}，需 ${wanted}，差 ${balance}`
    : `given ${given}, wanted ${wanted}, balance ${balance}`;
  return `${city}  ${resourceCode} ${resource}: ${sides} ${unit}${partnersText(gap, language)}`;
}

function partnersText({ partners }: Gap, language: Language): string {
  const named = (role: Gap["partners"][number]["role"]) =>
    partners
      .filter((each) => each.role === role)
      .map(({ nameZh, nameEn }) => (language === "zh" ? nameZh : (nameEn ?? nameZh)));
  const [takers, givers] = [named("takes"), named("gives")];
  const parts =
    language === "zh"
      ? [
          takers.length > 0 && `；可接收：${takers.join("、")}`,
          givers.length > 0 && `；可供给：${givers.join("、")}`,
        ]
      : [
          takers.length > 0 && `; could take it: ${takers.join(", ")}`,
          givers.length > 0 && `; could give it: ${givers.join(", ")}`,
        ];
  return parts.filter((part) => part !== false).join("");
}

const amount = (perYear: number) => Math.round(perYear).toLocaleString("en");

function sideText(
  { perYear, unknown }: GapSide,
  words: { readonly none: string; readonly unknown: string },
): string {
  if (perYear === null) return unknown === 0 ? words.none : `${unknown}${words.unknown}`;
  return unknown === 0 ? amount(perYear) : `${amount(perYear)} (+${unknown}${words.unknown})`;
}
