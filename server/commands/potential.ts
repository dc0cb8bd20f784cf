import { potentialQuery } from "#graph/schema/api/inventory-endpoints.ts";
import type { Potential, PotentialSide } from "#graph/schema/answers/potential.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { selectPotential } from "#server/use-cases/inventory-selections.ts";
import { createLoader } from "#server/use-cases/loaded-network.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { optionsOf, readQuery } from "./query-options.ts";
import { inLanguage, type Language } from "./terminal.ts";
import { outOption, writeOut } from "./write-out.ts";

/** The whole list goes to the screen or the file. */
const asked = potentialQuery.omit({ limit: true, cursor: true });

export const potentialCommand: Command = {
  name: "potential",
  text: {
    zh: "按园区、区县、城市或省列出每种资源的供、需与未匹配的余量；含未公开的供需信息",
    en: "list offers, needs and the unmatched rest of each resource by area; listings that are not public take part",
  },
  operands: null,
  options: [
    ...optionsOf(potentialQuery, {
      level: "<level>",
      province: "<code>",
      city: "<code>",
      layer: "<layer>",
      resource: "<code or name>",
      estimates: "<yes|no>",
      sort: "<order>",
    }),
    outOption,
    storeOption,
  ],
  run: runPotential,
};

async function runPotential(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const query = readQuery(asked, call);
  await using store = await openFilledStore(call);
  const loaded = await createLoader(store, () => {})(storeOwner);
  const items = selectPotential(loaded, query);
  const answer = { networkVersion: loaded.network.version, total: items.length, items };
  const written = await writeOut(call, answer, () => items.map((each) => lineOf(each, terminal.language)));
  terminal.err(
    inLanguage(terminal, {
      zh: `${items.length} 行（地区 × 资源）${written.zh}`,
      en: `${items.length} rows of area and resource${written.en}`,
    }),
  );
  return 0;
}

function lineOf(row: Potential, language: Language): string {
  const isZh = language === "zh";
  const area = isZh ? row.areaNameZh : (row.areaNameEn ?? row.areaNameZh);
  const resource = isZh ? row.resourceNameZh : row.resourceNameEn;
  const [given, wanted] = [sideText(row.offer, isZh), sideText(row.need, isZh)];
  const sides = isZh ? `供 ${given}；需 ${wanted}` : `offers ${given}; needs ${wanted}`;
  return `${area}  ${row.resourceCode} ${resource}: ${sides} ${row.unit}`;
}

const whole = (value: number) => Math.round(value).toLocaleString("en");

function sideText({ amount, rest, unknown }: PotentialSide, isZh: boolean): string {
  const more = unknown === 0 ? "" : isZh ? `（另 ${unknown} 项不明）` : ` (+${unknown} not known)`;
  if (amount === null || rest === null) return `${isZh ? "无数量" : "no amount"}${more}`;
  const band = `${whole(amount.best)} (${whole(amount.low)}–${whole(amount.high)})`;
  return isZh ? `${band}，余 ${whole(rest.best)}${more}` : `${band}, ${whole(rest.best)} left${more}`;
}
