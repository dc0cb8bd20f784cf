import type { Economics } from "#graph/schema/answers/economics.ts";
import type { Price } from "#graph/schema/records/price.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import type { Text } from "#graph/schema/text.ts";
import type { PriceBook } from "#graph/matching/knowledge/price-book.ts";
import { bandOf, significant } from "./figures.ts";
import type { HaulMode } from "./haul-terms.ts";
import { priceInput, type Input } from "./model.ts";
import type { Worlds } from "./worlds.ts";

export interface CarbonCase {
  readonly rule: Rule | null;
  readonly mode: HaulMode;
  readonly route: Input | null;
  readonly tonnesPerYear: number | null;
  readonly book: PriceBook;
  readonly worlds: Worlds;
}

type Found = Pick<Economics, "carbon" | "carbonMissing">;

/**
 * Carbon saved by a tonne, kg CO2e: the rule's saving less the emission of the haul. What disposal emits and treatment takes
 * is not on record and not counted. A rule states no band, so the band is that of the haul alone.
 */
export function carbonOf({ rule, mode, route, tonnesPerYear, book, worlds }: CarbonCase): Found {
  const saving = rule?.ghgSavingKgPerTonne ?? null;
  if (rule === null || saving === null)
    return without("没有规则给出这种利用每吨减排多少", "no rule says what a tonne of this use saves");
  const source = sourceOf(rule, saving);
  if (mode === "pipe" || mode === "wire") {
    const band = { low: saving, best: saving, high: saving };
    return { carbon: carbon(band, tonnesPerYear, source), carbonMissing: null };
  }
  const emission = book.find(mode === "ship" ? "ship-carbon" : "truck-carbon");
  if (emission === null)
    return without("没有这种运输方式的排放因子", "there is no emission factor of this haul");
  if (route === null)
    return without("一端位置不明，运输排放无法计算", "one end has no position, so the haul has no emission");
  const factor = priceInput(emission, worlds);
  const draws = factor.draws.map((kg, world) => saving - kg * (route.draws[world] ?? 0));
  const best = saving - factor.band.best * route.band.best;
  const haul = haulSourceOf(emission);
  return {
    carbon: carbon(bandOf(best, draws), tonnesPerYear, {
      zh: `${source.zh}；${haul.zh}`,
      en: `${source.en}; ${haul.en}`,
    }),
    carbonMissing: null,
  };
}

const without = (zh: string, en: string): Found => ({ carbon: null, carbonMissing: { zh, en } });

function carbon(
  kgPerTonne: NonNullable<Economics["carbon"]>["kgPerTonne"],
  tonnes: number | null,
  source: Text,
): NonNullable<Economics["carbon"]> {
  return {
    kgPerTonne,
    tonnesPerYear: tonnes === null ? null : significant((kgPerTonne.best * tonnes) / 1000),
    sourceZh: source.zh,
    sourceEn: source.en,
  };
}

function sourceOf({ id, ghgBasisZh, ghgBasisEn, evidence: { asOfYear } }: Rule, kg: number): Text {
  const year =
    asOfYear === null
      ? { zh: "年份未注明", en: "year not stated" }
      : { zh: `${asOfYear}年`, en: `${asOfYear}` };
  const figure = Math.round(kg);
  return {
    zh: `规则${id}：每吨${figure}千克（${[ghgBasisZh, year.zh].filter(Boolean).join("，")}）`,
    en: `rule ${id}: ${figure} kg a tonne (${[ghgBasisEn, year.en].filter(Boolean).join(", ")})`,
  };
}

function haulSourceOf({ best, evidence: { noteZh, noteEn, asOfYear } }: Price): Text {
  const year = asOfYear === null ? [] : [String(asOfYear)];
  return {
    zh: `运输${best}千克/吨公里（${[noteZh, ...year.map((each) => `${each}年`)].filter(Boolean).join("，")}）`,
    en: `haul ${best} kg/t·km (${[noteEn, ...year].filter(Boolean).join(", ")})`,
  };
}
