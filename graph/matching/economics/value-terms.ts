import type { Price } from "#graph/schema/records/price.ts";
import type { Link } from "#graph/matching/link.ts";
import type { PriceBook, PriceQuery } from "#graph/matching/knowledge/price-book.ts";
import { substancesOf } from "#graph/matching/gates/haul-limit.ts";
import { priceInput, type Term } from "./model.ts";
import type { Worlds } from "./worlds.ts";

/** What is missing to tell a surplus. */
export type Missing =
  | "disposal"
  | "use"
  | "goods"
  | "heat-or-power"
  | "water"
  | "position"
  | "road-freight"
  | "tanker-freight"
  | "hazardous-freight"
  | "line";

export interface Terms {
  readonly terms: readonly Term[];
  readonly missing: readonly Missing[];
}

interface Valued {
  readonly link: Link;
  readonly book: PriceBook;
  readonly worlds: Worlds;
}

/**
 * What both ends gain before the haul: the supplier's disposal and the receiver's use where the book has both, else their
 * worth together. The tax counts for the share of the stream that is declared taxable: no record declares one, so it is 0.
 */
export function valueTerms({ link, book, worlds }: Valued): Terms {
  const query = queryOf(link);
  const term = (price: Price, side: Term["side"], sign: 1 | -1 = 1, factor = 1): Term => ({
    sign,
    factor,
    inputs: [priceInput(price, worlds)],
    side,
  });
  const disposal = book.find("disposal", query);
  const use = useTerms(link, book, query, term);
  const tax = isWaste(link.code) ? book.find("environmental-tax", query) : null;
  const taxed = tax === null ? [] : [term(tax, "supplier", 1, taxableShare)];
  if (disposal !== null && use !== null)
    return { terms: [term(disposal, "supplier"), ...use, ...taxed], missing: [] };
  const worth = book.find("worth", query);
  if (worth !== null) return { terms: [term(worth, "both"), ...taxed], missing: [] };
  return {
    terms: [...(disposal === null ? [] : [term(disposal, "supplier")]), ...(use ?? []), ...taxed],
    missing: isWaste(link.code)
      ? [...(disposal === null ? (["disposal"] as const) : []), ...(use === null ? (["use"] as const) : [])]
      : [goodOf(link.code)],
  };
}

/** What is no waste has no disposal: its cost to the supplier and its price to the receiver are one question. */
export function goodOf(code: string): Missing {
  if (code.startsWith("EN")) return "heat-or-power";
  return code.startsWith("WA") ? "water" : "goods";
}

/** What a link asks the price book for. */
export function queryOf(link: Link): PriceQuery {
  return {
    code: link.code,
    substances: substancesOf(link),
    provinceCode: link.supplier.party.enterprise.provinceCode,
  };
}

/** Share of the stream that is neither stored, disposed of nor used as the law wants it. */
const taxableShare = 0;

const isWaste = (code: string) => /^(?:SW|HW|\d)/.test(code);

/** Gain of the receiver: in one figure, else the one thing replaced at its price by the rule's ratio, less treatment. */
function useTerms(
  { ruleCase }: Link,
  book: PriceBook,
  query: PriceQuery,
  term: (price: Price, side: Term["side"], sign?: 1 | -1, factor?: number) => Term,
): readonly Term[] | null {
  const use = book.find("use", query);
  if (use !== null) return [term(use, "receiver")];
  const ratio = ruleCase?.rule.substitutionRatio ?? null;
  const replaced = ruleCase?.replaced ?? [];
  const material = replaced.length === 1 ? book.find("material", { ...query, names: replaced }) : null;
  const treatment = book.find("treatment", query);
  if (ratio === null || material === null || treatment === null) return null;
  return [term(material, "receiver", 1, ratio), term(treatment, "receiver", -1)];
}
