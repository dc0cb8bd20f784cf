import type { Exchange } from "#graph/schema/records/exchange.ts";
import { industrySections } from "#graph/schema/checks/industry-codes.ts";

/** Enterprises by id with the industry of each; null where it is not known. */
export type IndustryById = ReadonlyMap<string, string | null>;

/** Plants' worth of belief in the rate of the next wider class. */
const pull = 3;
/** The same where the wider class is all plants: a section is a loose class, its own count needs more to speak. */
const sectionPull = 10;
/** A code that nobody takes yet: half a taker among all plants. */
const unseenTakers = 0.5;

export interface TakingRates {
  takingRate(code: string, industryCode: string | null): number;
  bestTakingRate(code: string): number;
}

/**
 * Share of the plants of an industry that are known to take a code: takers of its class over plants of its class, drawn
 * towards the share of the next wider class (4 → 3 → 2 digits → section → all plants) as if that share had been seen in
 * three plants more (ten for a section). So heat and reclaimed water, which any works may use, reach industries without a
 * case of their own, and one case in a class of forty plants says less than one in a class of two.
 *
 * An unknown industry has the lowest rate of any industry present: not to know is no merit.
 */
export function takingRates(
  exchanges: readonly Pick<Exchange, "receiverId" | "resourceCode">[],
  industryById: IndustryById,
): TakingRates {
  const { plants, industries } = classesIn(industryById);
  const takersByCode = new Map<string, Set<string>>();
  for (const { receiverId, resourceCode } of exchanges) {
    if (resourceCode === null) continue;
    const takers = takersByCode.get(resourceCode) ?? new Set();
    takersByCode.set(resourceCode, takers.add(receiverId));
  }
  const byCode = new Map<string, Rates>();
  const ratesOf = (code: string) => {
    const known = byCode.get(code);
    if (known !== undefined) return known;
    const takers = [...(takersByCode.get(code) ?? [])].map((id) => industryById.get(id) ?? null);
    const rates = ratesAmong(industries, countByClass(takers), plants);
    byCode.set(code, rates);
    return rates;
  };
  return {
    takingRate: (code, industry) => {
      const { rateByIndustry, lowest } = ratesOf(code);
      return (industry === null ? undefined : rateByIndustry.get(industry)) ?? lowest;
    },
    bestTakingRate: (code) => ratesOf(code).highest,
  };
}

interface Classes {
  readonly plants: Counts;
  readonly industries: readonly string[];
}

const knownClasses = new WeakMap<IndustryById, Classes>();

function classesIn(industryById: IndustryById): Classes {
  const known = knownClasses.get(industryById);
  if (known !== undefined) return known;
  const industries = [...new Set(industryById.values())].filter((industry) => industry !== null);
  const classes = { plants: countByClass([...industryById.values()]), industries };
  knownClasses.set(industryById, classes);
  return classes;
}

interface Rates {
  readonly rateByIndustry: ReadonlyMap<string, number>;
  readonly lowest: number;
  readonly highest: number;
}

function ratesAmong(industries: readonly string[], takers: Counts, plants: Counts): Rates {
  const all = ((takers.get("") ?? 0) + unseenTakers) / ((plants.get("") ?? 0) + 1);
  const rateByIndustry = new Map<string, number>();
  for (const industry of industries) {
    let rate = all;
    for (const [nth, name] of classesOf(industry).entries()) {
      const belief = nth === 0 ? sectionPull : pull;
      rate = ((takers.get(name) ?? 0) + belief * rate) / ((plants.get(name) ?? 0) + belief);
    }
    rateByIndustry.set(industry, rate);
  }
  const rates = [...rateByIndustry.values(), all];
  return { rateByIndustry, lowest: Math.min(...rates), highest: Math.max(...rates) };
}

type Counts = ReadonlyMap<string, number>;

/** Items of each class and of all ("") classes; those of unknown industry count in all. */
function countByClass(industries: readonly (string | null)[]): Counts {
  const counts = new Map<string, number>([["", industries.length]]);
  for (const industry of industries)
    for (const name of industry === null ? [] : classesOf(industry))
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Classes an industry code stands in, widest first: 3011 → C, 30, 301, 3011. */
function classesOf(industry: string): readonly string[] {
  if (industry.length === 1) return [industry];
  const section = industrySections().get(industry.slice(0, 2));
  const digits = [2, 3, 4].filter((size) => size <= industry.length).map((size) => industry.slice(0, size));
  return section === undefined ? digits : [section, ...digits];
}
