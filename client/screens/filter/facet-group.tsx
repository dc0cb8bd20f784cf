import { Button } from "react-aria-components/Button";
import { Checkbox } from "react-aria-components/Checkbox";
import type { Layer } from "#graph/schema/records/layer.ts";
import type { Facets } from "#graph/schema/answers/facets.ts";
import { useWords } from "#client/ui/use-words.ts";

type Counts = Facets["layer"];

/** Exchanges behind one value of a facet; a value that is not listed has none. */
export const countOf = (counts: Counts, value: string): number =>
  counts.find((row) => row.value === value)?.count ?? 0;

interface Option<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly layer?: Layer;
}

interface FacetGroupProps<T extends string> {
  readonly title: string;
  readonly options: readonly Option<T>[];
  readonly counts: Counts;
  readonly chosen: readonly T[];
  readonly standard: readonly T[];
  /** True where the filter reads an empty list as "all". */
  readonly emptyMeansAll?: boolean;
  readonly describeCount?: (count: number) => string;
  readonly onChange: (chosen: readonly T[]) => void;
}

/** One dimension of the filter: a box a value with its count. The last box stays: a dimension is never empty. */
export function FacetGroup<T extends string>(props: FacetGroupProps<T>) {
  const { title, options, counts, chosen, standard, emptyMeansAll = false, onChange } = props;
  const { t, count } = useWords();
  const all = options.map(({ value }) => value);
  const shown = emptyMeansAll && chosen.length === 0 ? all : chosen;
  const toggle = (value: T, isOn: boolean) => {
    const next = all.filter((one) => (one === value ? isOn : shown.includes(one)));
    onChange(emptyMeansAll && next.length === all.length ? [] : next);
  };
  const isStandard = chosen.length === standard.length && chosen.every((value) => standard.includes(value));
  return (
    <fieldset className="facet">
      <legend>{title}</legend>
      {!isStandard && (
        <Button
          className="button-quiet facet-clear"
          onPress={() => onChange(standard)}
          aria-label={t("filter.clearOf", { title })}
        >
          {t("filter.clear")}
        </Button>
      )}
      {options.map(({ value, label, layer }) => {
        const isOn = shown.includes(value);
        const text = props.describeCount?.(countOf(counts, value)) ?? count(countOf(counts, value));
        return (
          <FacetSwitch
            key={value}
            label={label}
            count={text}
            isSelected={isOn}
            isReadOnly={isOn && shown.length === 1}
            {...(layer === undefined ? {} : { layer })}
            onChange={(on) => toggle(value, on)}
          />
        );
      })}
    </fieldset>
  );
}

interface FacetSwitchProps {
  readonly label: string;
  readonly count: string;
  readonly isSelected: boolean;
  readonly isReadOnly?: boolean;
  readonly layer?: Layer;
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
