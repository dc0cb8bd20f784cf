import type { Enterprise } from "#graph/schema/enterprise.ts";
import { SourceKind } from "#graph/schema/evidence.ts";
import type { Exchange } from "#graph/schema/exchange.ts";
import type { NetworkFilter } from "#graph/schema/filter.ts";
import { Layer } from "#graph/schema/layer.ts";
import type { Network } from "#graph/schema/network.ts";
import { regionProvinceCodes } from "#graph/schema/place.ts";
import { ExchangeStatus, LinkKind } from "#graph/schema/status.ts";
import type { Facets } from "#graph/schema/views.ts";
import { exchangeConditions, isEstimated, type FilterDimension } from "./filtered-network.ts";

type Ends = readonly (Enterprise | undefined)[];

/** The choices of each control that an exchange belongs to. A year range belongs to each of its years. */
const choicesOf: Readonly<Record<FilterDimension, (exchange: Exchange, ends: Ends) => readonly string[]>> = {
  layer: (exchange) => [exchange.layer],
  status: (exchange) => [exchange.status],
  linkKind: (exchange) => [exchange.linkKind],
  province: (_, ends) => regionProvinceCodes.filter((code) => ends.some((end) => end?.provinceCode === code)),
  source: (exchange) => [exchange.evidence.sourceKind],
  year: ({ yearFrom, yearTo }) => yearsBetween(yearFrom ?? yearTo, yearTo ?? yearFrom),
  pooled: (_, ends) => [ends.some((end) => end?.kind === "pooled") ? "yes" : "no"],
  internal: (exchange) => [exchange.sameCompany === true ? "yes" : "no"],
  synthetic: (exchange, ends) => [isEstimated(exchange, ends) ? "yes" : "no"],
};

const undated = "undated";

function yearsBetween(first: number | null, last: number | null): readonly string[] {
  if (first === null || last === null) return [undated];
  return Array.from({ length: last - first + 1 }, (_, offset) => String(first + offset));
}

/**
 * Counts behind each control of the filter panel: a choice counts the exchanges that belong to it and meet all other
 * conditions of the filter, so that it says what ticking it would bring. Cost: one pass over all exchanges.
 */
export function countFacets(network: Network, filter: NetworkFilter): Facets {
  const enterpriseById = new Map(network.enterprises.map((enterprise) => [enterprise.id, enterprise]));
  const conditions = Object.entries(exchangeConditions(filter, enterpriseById)) as [
    FilterDimension,
    (exchange: Exchange) => boolean,
  ][];
  const tally = new Tally();
  let matching = 0;
  for (const exchange of network.exchanges) {
    const failed = conditions.filter(([, condition]) => !condition(exchange)).map(([dimension]) => dimension);
    if (failed.length > 1) continue;
    if (failed.length === 0) matching++;
    const ends = [enterpriseById.get(exchange.supplierId), enterpriseById.get(exchange.receiverId)];
    const counted = failed.length === 1 ? failed : conditions.map(([dimension]) => dimension);
    for (const dimension of counted) tally.add(dimension, choicesOf[dimension](exchange, ends));
  }
  const yesNo = ["yes", "no"];
  return {
    filter,
    total: network.exchanges.length,
    matching,
    layer: tally.of("layer", Layer.options),
    status: tally.of("status", ExchangeStatus.options),
    linkKind: tally.of("linkKind", LinkKind.options),
    province: tally.of("province", regionProvinceCodes),
    source: tally.of("source", SourceKind.options),
    pooled: tally.of("pooled", yesNo),
    internal: tally.of("internal", yesNo),
    synthetic: tally.of("synthetic", yesNo),
    years: tally.years(),
    undatedCount: tally.of("year", [undated])[0]?.count ?? 0,
    parksByProvince: regionProvinceCodes.map((value) => ({
      value,
      count: network.parks.filter((park) => park.provinceCode === value).length,
    })),
    networkVersion: network.version,
  };
}

class Tally {
  readonly #counts = new Map<FilterDimension, Map<string, number>>();

  add(dimension: FilterDimension, choices: readonly string[]): void {
    let counts = this.#counts.get(dimension);
    if (counts === undefined) this.#counts.set(dimension, (counts = new Map()));
    for (const choice of choices) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  }

  /** Every choice, also those that nothing belongs to. */
  of(dimension: FilterDimension, choices: readonly string[]): { value: string; count: number }[] {
    const counts = this.#counts.get(dimension);
    return choices.map((value) => ({ value, count: counts?.get(value) ?? 0 }));
  }

  years(): { year: number; count: number }[] {
    return [...(this.#counts.get("year") ?? [])]
      .filter(([choice]) => choice !== undated)
      .map(([choice, count]) => ({ year: Number(choice), count }))
      .sort((a, b) => a.year - b.year);
  }
}
