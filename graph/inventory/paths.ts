import type { Activity, InputUnit } from "#graph/schema/records/activity.ts";
import type { Coefficient } from "#graph/schema/records/coefficient.ts";
import { isUnitOfLayer, makeQuantity, type YearlyUnit } from "#graph/schema/records/quantity.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { Resource } from "#graph/schema/records/resource.ts";
import { productSpread, spreadOf, type Spread } from "./band.ts";

/** From one unit of an activity to an offer or a need: the coefficients in the order in which they are multiplied. */
export interface Path {
  readonly steps: readonly Coefficient[];
  /** Equal for paths whose amounts add: direction, resource, unit and name. */
  readonly key: string;
  /** The last step: it says what is offered or needed. */
  readonly last: Coefficient;
  readonly direction: "offer" | "need";
  readonly resourceCode: string;
  readonly layer: Layer;
  readonly unit: YearlyUnit;
  /** `unit` per unit of the activity, best values. */
  readonly factor: number;
  readonly spread: Spread;
}

/** The paths of one activity in a year's unit; equal questions share one list. */
export type PathsOf = (
  activity: Pick<Activity, "activityCode" | "technology">,
  unit: InputUnit,
  provinceCode: string | null,
) => readonly Path[];

interface Start {
  readonly activityCode: string;
  readonly unit: InputUnit;
  readonly technology: string | null;
  readonly provinceCode: string | null;
}

/**
 * Finds what coefficients make of an activity.
 *
 * - A coefficient counts where its activity and unit are those at hand. Of several with the same result the one that
 *   fits most closely holds: of the technology before of the province before of all; the first by id of equals.
 * - A coefficient of role `activity` leads on to the coefficients of its result. No activity is entered twice.
 * - Roles `use-rate` and `reference` give no path, nor does a resource that is not in the list or a unit that its layer
 *   does not measure.
 */
export function createPaths(coefficients: readonly Coefficient[], resources: readonly Resource[]): PathsOf {
  const byActivity = Map.groupBy(
    coefficients.toSorted((left, right) => (left.id < right.id ? -1 : 1)),
    ({ activityCode }) => activityCode,
  );
  const layerByCode = new Map(resources.map(({ code, layer }) => [code, layer]));
  const known = new Map<string, readonly Path[]>();

  const fitting = ({ activityCode, unit, technology, provinceCode }: Start): readonly Coefficient[] => {
    const best = new Map<string, Coefficient>();
    for (const each of byActivity.get(activityCode) ?? []) {
      if (each.inputUnit !== unit || each.role === "use-rate" || each.role === "reference") continue;
      if (each.technology !== null && each.technology !== technology) continue;
      if (each.provinceCode !== null && each.provinceCode !== provinceCode) continue;
      const result = [each.role, each.resourceCode ?? each.resultCode, each.resultZh].join(" ");
      const held = best.get(result);
      if (held === undefined || closeness(each) > closeness(held)) best.set(result, each);
    }
    return [...best.values()];
  };

  const walk = (start: Start, before: readonly Coefficient[]): readonly Path[] =>
    fitting(start).flatMap((coefficient) => {
      const steps = [...before, coefficient];
      if (coefficient.role !== "activity") return pathOf(steps, coefficient, layerByCode) ?? [];
      const { resultCode, resultUnit } = coefficient;
      const isEntered = before.some(({ activityCode }) => activityCode === resultCode);
      if (resultCode === null || resultUnit === "share" || resultUnit === "kWh/a" || isEntered) return [];
      return walk({ ...start, activityCode: resultCode, unit: resultUnit }, steps);
    });

  return ({ activityCode, technology }, unit, provinceCode) => {
    const key = [activityCode, unit, technology, provinceCode].join(" ");
    let paths = known.get(key);
    if (paths === undefined) {
      paths = walk({ activityCode, unit, technology, provinceCode }, []);
      known.set(key, paths);
    }
    return paths;
  };
}

const closeness = ({ technology, provinceCode }: Coefficient) =>
  (technology === null ? 0 : 2) + (provinceCode === null ? 0 : 1);

function pathOf(
  steps: readonly Coefficient[],
  last: Coefficient,
  layerByCode: ReadonlyMap<string, Layer>,
): Path | null {
  const { role, resourceCode, resultUnit } = last;
  const layer = layerByCode.get(resourceCode ?? "");
  if (layer === undefined || resourceCode === null || resultUnit === "share") return null;
  if ((role !== "offer" && role !== "need") || !isUnitOfLayer(resultUnit, layer)) return null;
  const one = makeQuantity(1, resultUnit, "approximate", layer);
  return {
    steps,
    key: [role, resourceCode, one.perYearUnit, last.resultZh].join(" "),
    last,
    direction: role,
    resourceCode,
    layer,
    unit: one.perYearUnit,
    factor: steps.reduce((product, { best }) => product * best, one.perYear),
    spread: productSpread(steps.map(spreadOf)),
  };
}
