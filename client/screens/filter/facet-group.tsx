import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import type { ListDimension } from "#graph/schema/filter/dimension.ts";
import { memberOf, withMembers } from "#graph/schema/filter/filter.ts";
import type { FacetCounts } from "#graph/schema/answers/facets.ts";
import { metaQuery } from "#client/queries.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

export type Counts = FacetCounts["layer"];

/** Exchanges behind one value of a facet; a value that is not listed has none. */
export const countOf = (counts: Counts, value: string): number =>
  counts.find((row) => row.value === value)?.count ?? 0;

interface FacetGroupProps {
  readonly dimension: ListDimension;
  readonly counts: Counts;
}

/** Values a group shows without being unfolded. */
const shownValues = 7;

/**
 * One list of the filter: a box a value with its count. The last box stays: a dimension is never empty. A long list is
 * folded while it is not used.
 */
export function FacetGroup({ dimension, counts }: FacetGroupProps) {
  const { t, say } = useWords();
  const { view, change } = useView();
  const [parameter] = dimension.parameters;
  const { standard } = parameter;
  const chosen = memberOf(view.filter, parameter);
  const options = useOptions(dimension, counts, chosen);
  const all = options.map(({ value }) => value);
  const shown = dimension.emptyMeansAll && chosen.length === 0 ? all : chosen;
  const choose = (values: readonly string[]) =>
    change({ filter: withMembers(view.filter, [[parameter, values]]) });
  const toggle = (value: string, isOn: boolean) => {
    const next = all.filter((one) => (one === value ? isOn : shown.includes(one)));
    choose(dimension.emptyMeansAll && next.length === all.length ? [] : next);
  };
  const title = say(dimension.title);
  const isSet = parameter.write(chosen) !== parameter.write(standard);
  const boxes = options.map((option) => (
    <FacetSwitch
      key={option.value}
      label={option.label}
      count={option.count}
      isSelected={shown.includes(option.value)}
      isReadOnly={shown.length === 1 && shown.includes(option.value)}
      {...(dimension.key === "layer" ? { layer: option.value } : {})}
      onChange={(on) => toggle(option.value, on)}
    />
  ));
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {isSet && (
        <Button
          className="button-quiet facet-clear"
          onPress={() => choose(standard)}
          aria-label={t("filter.clearOf", { title })}
        >
          {t("filter.clear")}
        </Button>
      )}
      {options.length <= shownValues ? (
        boxes
      ) : (
        <details className="facet-fold" open={isSet}>
          <summary>{t("filter.values", { count: options.length, text: String(options.length) })}</summary>
          {boxes}
        </details>
      )}
    </fieldset>
  );
}

/** The values a list shows, named; those of the data by the names of their codes. */
function useOptions(
  { options, hidesEmpty, isOpen }: ListDimension,
  counts: Counts,
  chosen: readonly string[],
) {
  const { say, name, count } = useWords();
  const meta = useQuery({ ...metaQuery(), enabled: isOpen });
  const values = isOpen
    ? [...new Set([...counts.map(({ value }) => value), ...chosen])]
    : options.map(({ value }) => value);
  return values
    .filter((value) => !hidesEmpty || countOf(counts, value) > 0 || chosen.includes(value))
    .map((value) => {
      const option = options.find((one) => one.value === value);
      const resource = meta.data?.resources.find(({ code }) => code === value);
      const named = resource === undefined ? value : `${value} ${name(resource)}`;
      return {
        value,
        label: option === undefined ? named : say(option),
        count: count(countOf(counts, value)),
      };
    });
}

interface FacetSwitchProps {
  readonly label: string;
  readonly count: string;
  readonly isSelected: boolean;
  readonly isReadOnly?: boolean;
  /** Layer whose colour the box has. */
  readonly layer?: string;
  readonly onChange: (isSelected: boolean) => void;
}

export function FacetSwitch({
  label,
  count,
  isSelected,
  isReadOnly = false,
  layer,
  onChange,
}: FacetSwitchProps) {
  return (
    <Checkbox
      className={`facet-row ${layer === undefined ? "" : `layer-${layer}`}`}
      isSelected={isSelected}
      isReadOnly={isReadOnly}
      onChange={onChange}
    >
      <span className="box" aria-hidden="true">
        <svg viewBox="0 0 12 12">
          <path d="m2.5 6.2 2.4 2.4 4.6-5" />
        </svg>
      </span>
      <span className="facet-label">{label}</span>
      <span className="facet-count">{count}</span>
    </Checkbox>
  );
}
