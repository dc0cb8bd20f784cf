import type { Price, PriceItem } from "#graph/schema/records/price.ts";
import { compare } from "#graph/matching/ends/order.ts";
import { hazardClassOf } from "./codes.ts";

/** A figure with its band. */
export interface Triple {
  readonly low: number;
  readonly best: number;
  readonly high: number;
}

/** What a price is asked for. */
export interface PriceQuery {
  readonly code?: string;
  readonly substances?: readonly string[];
  /** Province of the supplier. */
  readonly provinceCode?: string | null;
  /** Chinese name of a material, one of these. */
  readonly names?: readonly string[];
}

/** The price records of a network, ready to be asked. */
export interface PriceBook {
  /**
   * The line of an item that holds: of the substance before the code as a whole, of the code before its class and family,
   * of the province before everywhere, of the latest year; of equals the one with the highest upper end. Null = none.
   */
  find(item: PriceItem, query?: PriceQuery): Price | null;
  /** Every line of an item that names the code itself, whatever the substance. */
  ofCode(item: PriceItem, code: string): readonly Price[];
}

export function priceBookOf(prices: readonly Price[]): PriceBook {
  const byItem = Map.groupBy(
    prices.toSorted((left, right) => compare(left.id, right.id)),
    ({ item }) => item,
  );
  return {
    find: (item, query = {}) => {
      const ranked = (byItem.get(item) ?? [])
        .map((price) => ({ price, rank: rankOf(price, query) }))
        .filter(({ rank }) => rank !== null)
        .toSorted((left, right) => compareRanks(right.rank ?? [], left.rank ?? []));
      return ranked[0]?.price ?? null;
    },
    ofCode: (item, code) =>
      (byItem.get(item) ?? []).filter(({ resourceCodes }) => resourceCodes.includes(code)),
  };
}

/** How closely a line answers a question, most telling number first; null where it does not. */
function rankOf(price: Price, { code, substances = [], provinceCode, names }: PriceQuery): number[] | null {
  if (names !== undefined && !names.includes(price.nameZh)) return null;
  const ofSubstance = price.substances.some((id) => substances.includes(id));
  if (price.substances.length > 0 && !ofSubstance) return null;
  const codeRank = codeRankOf(price, code);
  if (codeRank === null) return null;
  if (price.provinceCode !== null && price.provinceCode !== provinceCode) return null;
  return [
    Number(ofSubstance),
    codeRank,
    Number(price.provinceCode !== null),
    price.evidence.asOfYear ?? 0,
    price.high,
  ];
}

/** 3 the code itself, 2 its hazardous class, 1 its family, 0 every code. */
function codeRankOf({ resourceCodes }: Price, code: string | undefined): number | null {
  if (resourceCodes.length === 0) return 0;
  if (code === undefined) return null;
  const hazardClass = hazardClassOf(code);
  const broader = [(hazardClass ?? code).slice(0, 2), hazardClass, code];
  const rank = broader.findLastIndex((each) => each !== null && resourceCodes.includes(each));
  return rank < 0 ? null : rank + 1;
}

function compareRanks(left: readonly number[], right: readonly number[]): number {
  const at = left.findIndex((value, index) => value !== right[index]);
  return at < 0 ? 0 : (left[at] ?? 0) - (right[at] ?? 0);
}
