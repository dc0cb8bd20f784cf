import type { NetworkFilter } from "#graph/schema/filter/filter.ts";
import type { Dimension } from "#graph/schema/filter/dimension.ts";
import { dimensions, type DimensionKey } from "#graph/schema/filter/dimensions.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { FacetCounts, Facets } from "#graph/schema/answers/facets.ts";
import { exchangeConditions, type Condition } from "./conditions.ts";
import { subjectOf, unknown, valuesOf, type ExchangeSubject } from "./subject.ts";
import { countYears } from "./years.ts";
import { indexNetwork } from "#graph/projection/network-index.ts";

/** One control of the filter panel: its condition, and how many exchanges belong to each of its values. */
interface Control {
  readonly key: DimensionKey;
  readonly meets: Condition<ExchangeSubject> | null;
  readonly counts: Map<string, number>;
}

/**
 * Counts behind each control of the filter panel: a value counts the exchanges that belong to it and meet all other
 * conditions of the filter, so that it says what choosing it would bring. Cost: one pass over all exchanges.
 */
export function countFacets(network: Network, filter: NetworkFilter): Facets {
  const controls = exchangeConditions(filter).map(([key, meets]) => ({ key, meets, counts: new Map() }));
  const matching = countValues(network, filter, controls);
  const counted = dimensions.map((dimension, index) => [
    dimension.key,
    listCounts(dimension, controls[index]?.counts ?? new Map()),
  ]);
  return {
    filter,
    total: network.exchanges.length,
    matching,
    ...(Object.fromEntries(counted) as FacetCounts),
    networkVersion: network.version,
  };
}

/** Adds every exchange to the controls all others of which it meets; returns how many meet all. */
function countValues(network: Network, filter: NetworkFilter, controls: readonly Control[]): number {
  const { suppliers, receivers, ends } = indexNetwork(network);
  let matching = 0;
  for (const [position, exchange] of network.exchanges.entries()) {
    const supplier = ends[suppliers[position] ?? 0];
    const receiver = ends[receivers[position] ?? 0];
    if (supplier === undefined || receiver === undefined) continue;
    const subject = subjectOf(exchange, supplier, receiver, filter);
    const failed = controls.filter(({ meets }) => meets !== null && !meets(subject));
    if (failed.length > 1) continue;
    if (failed.length === 0) matching++;
    for (const { key, counts } of failed.length === 0 ? controls : failed)
      for (const value of [valuesOf[key](subject)].flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return matching;
}

/** Every value of a list or flag, also those that nothing belongs to; of a range or of codes those that something belongs to. */
function listCounts(dimension: Dimension, given: ReadonlyMap<string, number>) {
  const counts =
    dimension.kind === "range" ? new Map([...countYears(given), [unknown, given.get(unknown) ?? 0]]) : given;
  return valuesListed(dimension, counts).map((value) => ({ value, count: counts.get(value) ?? 0 }));
}

function valuesListed(dimension: Dimension, counts: ReadonlyMap<string, number>): readonly string[] {
  if (dimension.kind === "flag") return ["yes", "no"];
  if (dimension.kind === "age") return ["yes", "no", unknown];
  const fixed = dimension.kind === "list" ? dimension.options.map(({ value }) => value) : [unknown];
  if (dimension.kind === "list" && !dimension.isOpen) return fixed;
  return [...[...counts.keys()].filter((value) => !fixed.includes(value)).sort(), ...fixed];
}
