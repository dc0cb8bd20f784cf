import type { Price } from "#graph/schema/records/price.ts";
import { haulRecordOf } from "#graph/matching/gates/haul-record.ts";
import { freightBy, type Freight } from "#graph/matching/knowledge/freight.ts";
import type { PriceBook } from "#graph/matching/knowledge/price-book.ts";
import type { Link } from "#graph/matching/link.ts";
import type { Haulage } from "#graph/matching/explanation/haulage.ts";
import { atBest, priceInput, sumOf, type Input, type Term } from "./model.ts";
import type { Missing, Terms } from "./value-terms.ts";
import type { Worlds } from "./worlds.ts";

export interface Hauled {
  readonly link: Link;
  readonly haulage: Haulage;
  /** Length of the way; null where an end has no point. */
  readonly route: Input | null;
  readonly tonnesPerYear: number | null;
  readonly book: PriceBook;
  readonly worlds: Worlds;
}

export type HaulMode = Haulage | "ship";

/** What the haul costs, by road or, where both ends name a wharf, by whichever of road and ship is cheaper at its best values. */
export function haulTerms(hauled: Hauled): Terms & { readonly mode: HaulMode } {
  const { haulage, book, link } = hauled;
  if (haulage === "pipe" || haulage === "wire") return { mode: haulage, ...lineTerms(hauled) };
  if (haulage === "tanker") return { mode: haulage, terms: [], missing: ["tanker-freight"] };
  const road = roadTerms(hauled);
  const ship = freightBy("ship", book);
  const hasWharves = haulRecordOf(link.supplier).hasWharf && haulRecordOf(link.receiver).hasWharf;
  if (haulage !== "truck" || ship === null || !hasWharves || hauled.route === null)
    return { mode: haulage, ...road };
  const passage = carriage(ship, null, hauled);
  const isCheaper = road.missing.length > 0 || sumOf(passage.terms, atBest) > sumOf(road.terms, atBest);
  return isCheaper ? { mode: "ship", ...passage } : { mode: haulage, ...road };
}

function roadTerms(hauled: Hauled): Terms {
  const { haulage, book } = hauled;
  const truck = freightBy("truck", book);
  const factor = book.find("hazardous-factor");
  if (truck === null) return { terms: [], missing: ["road-freight"] };
  if (haulage !== "hazardous") return carriage(truck, null, hauled);
  return factor === null ? { terms: [], missing: ["hazardous-freight"] } : carriage(truck, factor, hauled);
}

/** Loading, and freight over the way, both times the factor of hazardous waste. */
function carriage({ rate, loading }: Freight, factor: Price | null, { route, worlds }: Hauled): Terms {
  const factors = factor === null ? [] : [priceInput(factor, worlds)];
  const cost = (price: Price, ...inputs: readonly Input[]): Term => ({
    sign: -1,
    factor: 1,
    inputs: [priceInput(price, worlds), ...factors, ...inputs],
    side: "receiver",
  });
  const missing: readonly Missing[] = route === null ? ["position"] : [];
  return { terms: [cost(loading), ...(route === null ? [] : [cost(rate, route)])], missing };
}

/** Share of an investment that falls on a year, at interest r over n years: r(1+r)ⁿ / ((1+r)ⁿ − 1); 1/n at no interest. */
export function capitalRecovery(interest: number, years: number): number {
  if (interest === 0) return 1 / years;
  const growth = (1 + interest) ** years;
  return (interest * growth) / (growth - 1);
}

/** A line of its own, spread over its life and the yearly tonnes. */
function lineTerms({ link, route, tonnesPerYear, book, worlds }: Hauled): Terms {
  const line = book.find("line-cost", { code: link.code });
  const [life, interest] = [book.find("line-life"), book.find("interest")];
  if (route === null) return { terms: [], missing: ["position"] };
  if (line === null || life === null || interest === null || !tonnesPerYear)
    return { terms: [], missing: ["line"] };
  const factor = capitalRecovery(interest.best, life.best) / tonnesPerYear;
  return {
    terms: [{ sign: -1, factor, inputs: [priceInput(line, worlds), route], side: "receiver" }],
    missing: [],
  };
}
