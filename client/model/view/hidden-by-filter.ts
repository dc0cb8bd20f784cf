import type { Dimension, Parameter } from "#graph/schema/filter/dimension.ts";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import { memberOf, type NetworkFilter, withMembers } from "#graph/schema/filter/filter.ts";
import type { FacetCounts, Facets } from "#graph/schema/answers/facets.ts";

/** One condition of the filter, how many exchanges come back when it alone is dropped, and the filter without it. */
export interface Relaxation {
  readonly dimension: Dimension;
  /** Null where an exchange may belong to several values: their counts do not add up. */
  readonly exchanges: number | null;
  readonly filter: NetworkFilter;
}

const sum = (counts: FacetCounts["layer"]) => counts.reduce((total, { count }) => total + count, 0);

/**
 * What the filter leaves out, condition by condition, most first. Facets count each dimension under all other
 * conditions, so the difference to `matching` is exactly what dropping that one condition brings back. Exchanges that
 * two conditions leave out appear in none of the rows. The rows relax `filter`: the one of the address, which the answer
 * repeats with the year of the question filled in.
 */
export function relaxations(facets: Facets, filter = facets.filter): readonly Relaxation[] {
  const { matching } = facets;
  const rows = dimensions
    .filter((dimension) => isSet(dimension, filter))
    .map((dimension): Relaxation => ({
      dimension,
      exchanges: addsUp(dimension) ? sum(facets[dimension.key]) - matching : null,
      filter: withMembers(
        filter,
        dimension.parameters.map((parameter) => [parameter, parameter.widest]),
      ),
    }));
  return rows
    .filter(({ exchanges }) => exchanges !== 0)
    .toSorted((left, right) => (right.exchanges ?? 0) - (left.exchanges ?? 0));
}

function isSet({ parameters }: Dimension, filter: NetworkFilter): boolean {
  return parameters.some(
    (parameter: Parameter) =>
      parameter.write(memberOf(filter, parameter)) !== parameter.write(parameter.widest),
  );
}

/** Whether every exchange belongs to exactly one value of the dimension. */
function addsUp(dimension: Dimension): boolean {
  return (
    dimension.kind === "flag" ||
    dimension.kind === "age" ||
    (dimension.kind === "list" && !dimension.overlaps)
  );
}
