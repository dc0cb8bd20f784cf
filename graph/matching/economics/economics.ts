import type { Economics } from "#graph/schema/answers/economics.ts";
import type { Price } from "#graph/schema/records/price.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import type { Haulage } from "#graph/matching/explanation/haulage.ts";
import type { PriceBook } from "#graph/matching/knowledge/price-book.ts";
import type { Link } from "#graph/matching/link.ts";
import { carbonOf } from "./carbon.ts";
import { bandOf, significant } from "./figures.ts";
import { haulTerms } from "./haul-terms.ts";
import type { Term } from "./model.ts";
import { tonnesInWorlds } from "./quantity-input.ts";
import { routeBetween } from "./route.ts";
import { noSurplus, surplusOf } from "./surplus.ts";
import { goodOf, valueTerms } from "./value-terms.ts";
import { worldCount, type Worlds } from "./worlds.ts";

export interface EconomicsContext {
  readonly book: PriceBook;
  readonly worlds: Worlds;
}

/** A link with what its explanation knows of it. */
export interface EconomicCase {
  readonly id: string;
  readonly link: Link;
  readonly haulage: Haulage;
  /** Unit of the amounts. */
  readonly unit: YearlyUnit;
}

/**
 * What a link would bring.
 *
 *   b = value − (a0 + a1·d) · f,   d* = (b + a1·f·d) / (a1·f)
 *
 * where value is disposal saved + use (or both in one figure, the worth), a0 loading and a1 freight, yuan/t and yuan/t·km, d the
 * way in km, f the factor of hazardous waste. The price that passes between the two cancels out: it only shares b.
 * 200 worlds: prices and factors are common to all links of a world; position, quantity and technical fit are the link's own.
 * Every band is triangular between its low and high. Unknown prices give no surplus, never 0.
 * Source: the project's background on matching, §4.
 */
export function economicsOf(
  { id, link, haulage, unit }: EconomicCase,
  { book, worlds }: EconomicsContext,
): Economics {
  const way = routeBetween(id, [link.supplier.party, link.receiver.party], worlds);
  const route = way?.input ?? null;
  const tonnes = tonnesInWorlds(id, link, worlds);
  const tonnesPerYear = tonnes?.best ?? null;
  const rule = link.ruleCase?.rule ?? null;
  const haul = haulTerms({ link, haulage, route, tonnesPerYear, book, worlds });
  const value = valueTerms({ link, book, worlds });
  const isByTonne = unit === "t/a";
  const terms = isByTonne ? [...value.terms, ...haul.terms] : [];
  const missing = isByTonne ? [...value.missing, ...haul.missing] : [goodOf(link.code)];
  return {
    worlds: worldCount,
    mode: haul.mode,
    routeKm: route === null ? null : bandOf(route.band.best, route.draws),
    via: way?.via?.name ?? null,
    ...(missing.length === 0
      ? surplusOf({
          terms,
          route,
          tonnes,
          fit: link.fit,
          luck: worlds.apart(`${id}|fit`),
        })
      : noSurplus(missing)),
    ...carbonOf({ rule, mode: haul.mode, route, tonnesPerYear, book, worlds }),
    replaced: isByTonne ? replacedBy(rule, tonnesPerYear) : null,
    terms: describePrices(terms),
  };
}

function replacedBy(rule: Rule | null, tonnesPerYear: number | null): Economics["replaced"] {
  if (rule === null || rule.substitutionRatio === null || rule.replacesZh === null) return null;
  const { replacesZh, replacesEn, substitutionRatio } = rule;
  return {
    nameZh: replacesZh,
    nameEn: replacesEn,
    tonnesPerTonne: substitutionRatio,
    tonnesPerYear: tonnesPerYear === null ? null : significant(tonnesPerYear * substitutionRatio),
  };
}

/** Every price that enters, once, in the order of the terms. */
function describePrices(terms: readonly Term[]): Economics["terms"] {
  const enters = new Map<Price, Economics["terms"][number]["enters"]>();
  for (const { sign, factor, inputs } of terms)
    for (const { price } of inputs)
      if (price !== null && !enters.has(price))
        enters.set(price, factor === 0 ? "nothing" : sign > 0 ? "gain" : "cost");
  return [...enters].map(([price, how]) => describePrice(price, how));
}

function describePrice(
  { id, item, nameZh, nameEn, low, best, high, unit, kind, evidence }: Price,
  enters: Economics["terms"][number]["enters"],
): Economics["terms"][number] {
  return {
    item,
    priceId: id,
    nameZh,
    nameEn,
    enters,
    low,
    best,
    high,
    unit,
    kind,
    year: evidence.asOfYear,
    sourceZh: evidence.noteZh,
    sourceEn: evidence.noteEn,
    sourceUrl: evidence.sourceUrl,
  };
}
