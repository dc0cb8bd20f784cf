import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { takingRates, type IndustryById } from "./taking-rates.ts";

/** Equal digits from the left of two GB/T 4754 codes, 4 down to 2; 0 = not even the division is the same. */
export type PracticeLevel = 0 | 2 | 3 | 4;

export interface Support {
  /** Exchanges of the code into industries of this level, over all exchanges of the code with a known industry; 0 to 1. */
  readonly share: number;
  /** The finest level at which an exchange is known; 0 where none is. */
  readonly level: PracticeLevel;
  /** Exchanges behind the share. */
  readonly exchanges: number;
}

/** What recorded exchanges show of who takes what. Counts alone: nothing is fitted. */
export interface Practice {
  /** Into which industry a code goes: the finest level of the industry with an exchange decides. */
  supportOf(code: string, industryCode: string | null): Support;
  /** Share of the plants of an industry that take a code (see `takingRates`), 0 to 1. */
  takingRate(code: string, industryCode: string | null): number;
  /** The highest rate of any industry present. */
  bestTakingRate(code: string): number;
  /** Exchanges of any code that an industry takes at a level, over all exchanges with a known industry: its popularity. */
  intakeShare(industryCode: string | null): number;
}

const knownIndustries = new WeakMap<readonly Enterprise[], IndustryById>();

/** Industry of each enterprise; one map for one list of enterprises. */
export function industriesOf({ enterprises }: { readonly enterprises: readonly Enterprise[] }): IndustryById {
  const known = knownIndustries.get(enterprises);
  const industries = known ?? new Map(enterprises.map(({ id, industryCode }) => [id, industryCode]));
  knownIndustries.set(enterprises, industries);
  return industries;
}

type Recorded = Pick<Exchange, "receiverId" | "resourceCode">;

const levels = [4, 3, 2] as const;

/**
 * Counts exchanges by code and industry of the receiver. A code is read with its family: `HW08` and `900-249-08` also
 * count for `HW`, so that `supportOf("HW", …)` speaks of the whole family. An exchange without a code or
 * without a known industry of the receiver says nothing here.
 */
export function learnPractice(exchanges: readonly Recorded[], industryById: IndustryById): Practice {
  const byCode = Map.groupBy(
    exchanges.filter(({ resourceCode }) => resourceCode !== null),
    ({ resourceCode }) => resourceCode ?? "",
  );
  const countsByHead = new Map<string, ReadonlyMap<string, number>>();
  // Counted once asked for: who ranks the takers of one code never asks for another.
  const countsOf = (code: string | null) => {
    const known = countsByHead.get(code ?? anyCode);
    if (known !== undefined) return known;
    const codes = [...byCode.keys()].filter((each) => code === null || codeFamilies(each).includes(code));
    const counts = new Map<string, number>();
    for (const exchange of codes.flatMap((each) => byCode.get(each) ?? []))
      for (const key of keysOf(exchange, code, industryById)) counts.set(key, (counts.get(key) ?? 0) + 1);
    countsByHead.set(code ?? anyCode, counts);
    return counts;
  };
  const rates = takingRates(exchanges, industryById);

  const support = (code: string | null, head: string, industry: string | null): Support => {
    const counts = countsOf(code);
    const countOf = (key: string) => counts.get(key) ?? 0;
    const total = industry === null ? 0 : countOf(head);
    for (const level of total === 0 ? [] : levels) {
      if (industry === null || industry.length < level) continue;
      const exchanges = countOf(cell(head, industry, level));
      if (exchanges > 0) return { share: exchanges / total, level, exchanges };
    }
    return { share: 0, level: 0, exchanges: 0 };
  };
  return {
    ...rates,
    supportOf: (code, industry) => support(code, `code ${code}`, industry),
    intakeShare: (industry) => support(null, "any", industry).share,
  };
}

/** Broader heads of a code, itself first: 900-249-08 → HW08, HW; EN41 → EN. */
export function codeFamilies(code: string): readonly string[] {
  const hazardClass = /^\d{3}-\d{3}-(\d{2})$/.exec(code)?.[1];
  const own = hazardClass === undefined ? [code] : [code, `HW${hazardClass}`];
  const head = /^([A-Z]{2})\d/.exec(own.at(-1) ?? "")?.[1];
  return head === undefined ? own : [...own, head];
}

const anyCode = "";

/** Cells in which an exchange counts: those of a code, or of all codes where `code` is null. */
function keysOf(
  { receiverId }: Recorded,
  code: string | null,
  industryById: IndustryById,
): readonly string[] {
  return intoIndustry(code === null ? "any" : `code ${code}`, industryById.get(receiverId) ?? null);
}

/** One total and one key per level: a code of three digits has no fourth level. */
function intoIndustry(head: string, industry: string | null): readonly string[] {
  if (industry === null) return [];
  const known = levels.filter((level) => industry.length >= level);
  return [head, ...known.map((level) => cell(head, industry, level))];
}

const cell = (head: string, industry: string, level: number) => `${head} > ${industry.slice(0, level)}`;
