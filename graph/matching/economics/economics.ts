import type { Economics } from "#graph/schema/answers/economics.ts";
import type { Price } from "#graph/schema/records/price.ts";
import type { YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import type { Haulage } from "#graph/matching/explanation/haulage.ts";
import type { PriceBook } from "#graph/matching/knowledge/price-book.ts";
import type { Link } from "#graph/matching/link.ts";
import { carbonOf } from "./carbon.ts";
import { significant } from "./figures.ts";
import { haulTerms, type Hauled, type HaulMode } from "./haul-terms.ts";
import type { Term } from "./model.ts";
import { tonnesInWorlds } from "./quantity-input.ts";
import { routeBetween, type Route } from "./route.ts";
import { noSurplus, surplusOf } from "./surplus.ts";
import { goodOf, valueTerms, type Terms } from "./value-terms.ts";
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
export function economicsOf(economicCase: EconomicCase, context: EconomicsContext): Economics {
  const { id, link } = economicCase;
  const { book, worlds } = context;
  const way = routeBetween(id, [link.supplier.party, link.receiver.party], worlds);
  const route = way?.input ?? null;
  const tonnes = tonnesInWorlds(id, link, worlds);
  const tonnesPerYear = tonnes?.best ?? null;
  const rule = link.ruleCase?.rule ?? null;
  const { mode, terms, missing } = balanceOf(economicCase, { route, tonnesPerYear }, context);
  return {
    worlds: worldCount,
    mode,
    ...routeFacts(way),
    ...(missing.length === 0
      ? surplusOf({ terms, route, tonnes, fit: link.fit, luck: worlds.apart(`${id}|fit`) })
      : noSurplus(missing)),
    ...carbonOf({ rule, mode, route, tonnesPerYear, book, worlds }),
    replaced: replacedBy(rule, economicCase.unit, tonnesPerYear),
    terms: describePrices(terms),
  };
}

function routeFacts(way: Route | null): Pick<Economics, "routeKm" | "via"> {
  if (way === null) return { routeKm: null, via: null };
  const { low, best, high } = way.input.band;
  const routeKm = { low: significant(low), best: significant(best), high: significant(high) };
  return { routeKm, via: way.via?.name ?? null };
}

/** What is gained and what the haul costs; prices are by the tonne, so what is counted otherwise has no terms. */
function balanceOf(
  { link, haulage, unit }: EconomicCase,
  hauled: Pick<Hauled, "route" | "tonnesPerYear">,
  context: EconomicsContext,
): Terms & { readonly mode: HaulMode } {
  const haul = haulTerms({ link, haulage, ...hauled, ...context });
  if (unit !== "t/a") return { mode: haul.mode, terms: [], missing: [goodOf(link.code)] };
  const value = valueTerms({ link, ...context });
  return {
    mode: haul.mode,
    terms: [...value.terms, ...haul.terms],
    missing: [...value.missing, ...haul.missing],
  };
}

function replacedBy(
  rule: Rule | null,
  unit: YearlyUnit,
  tonnesPerYear: number | null,
): Economics["replaced"] {
  if (unit !== "t/a" || rule === null) return null;
  if (rule.substitutionRatio === null || rule.replacesZh === null) return null;
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
    evidence,
  };
}
