import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import type { dimensions } from "#graph/schema/filter/dimensions.ts";
import { memberOf, noFilter, withMembers } from "#graph/schema/filter/filter.ts";
import { facetsQuery } from "#client/queries.ts";
import { isComposing } from "#client/ui/composing.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { countOf, FacetSwitch, type Counts } from "./facet-group.tsx";

type RangeRow = Extract<(typeof dimensions)[number], { readonly kind: "range" }>;

interface YearCount {
  readonly year: number;
  readonly count: number;
}

/** Every year from `first` to `last`; those without a count have none. */
function fillYears(counts: Counts, first: number, last: number): readonly YearCount[] {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [];
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, count: countOf(counts, String(year)) };
  });
}

interface RangeGroupProps {
  readonly dimension: RangeRow;
  readonly counts: Counts;
}

/** Ends of the range: from all exchanges, because a filter must not shrink what can be chosen. */
function useSpan({ dimension: { key, parameters }, counts }: RangeGroupProps) {
  const { view } = useView();
  const all = useQuery(facetsQuery(noFilter));
  const values = (all.data?.[key] ?? counts).map(({ value }) => Number(value)).filter(Number.isFinite);
  const [from, to] = [memberOf(view.filter, parameters[0]), memberOf(view.filter, parameters[1])];
  return {
    from,
    to,
    first: Math.min(...values, from ?? Infinity),
    last: Math.max(...values, to ?? -Infinity),
  };
}

/** Histogram and range of years: by dragging, by arrow keys, or by typing. */
export function RangeGroup(props: RangeGroupProps) {
  const { t, say, count } = useWords();
  const { view, change } = useView();
  const { dimension, counts } = props;
  const { first, last, ...chosen } = useSpan(props);
  const from = chosen.from ?? first;
  const to = chosen.to ?? last;
  const isSet = chosen.from !== null || chosen.to !== null;
  const [lower, upper, keep] = dimension.parameters;
  const set = (changes: Parameters<typeof withMembers>[1], step?: "push" | "replace") =>
    change({ filter: withMembers(view.filter, changes) }, step);
  const setRange = (low: number, high: number, step: "push" | "replace") =>
    set(
      [
        [lower, low <= first ? null : Math.min(low, high)],
        [upper, high >= last ? null : Math.max(low, high)],
      ],
      step,
    );
  if (!Number.isFinite(first)) return null;
  const title = say(dimension.title);
  const undated = count(countOf(counts, "unknown"));
  return (
    <fieldset className="facet years">
      <legend>{`${title} ${first}–${last}`}</legend>
      {isSet && (
        <Button
          className="button-quiet facet-clear"
          aria-label={t("filter.clearOf", { title })}
          onPress={() => set(dimension.parameters.map((parameter) => [parameter, parameter.standard]))}
        >
          {t("filter.clear")}
        </Button>
      )}
      <p className="visually-hidden">{t("filter.yearsChart", { from, to })}</p>
      <Bars years={fillYears(counts, first, last)} from={from} to={to} />
      <YearSlider dimension={dimension} first={first} last={last} from={from} to={to} onChange={setRange} />
      <TypedYears dimension={dimension} from={from} to={to} onChange={setRange} />
      <p className="secondary">{say(dimension.open)}</p>
      {isSet ? (
        <FacetSwitch
          label={say(dimension.unknown)}
          count={undated}
          isSelected={memberOf(view.filter, keep)}
          onChange={(isOn) => set([[keep, isOn]])}
        />
      ) : (
        <p className="secondary">{t("filter.undatedNote", { text: undated })}</p>
      )}
    </fieldset>
  );
}

interface TypedYearsProps {
  readonly dimension: RangeRow;
  readonly from: number;
  readonly to: number;
  readonly onChange: (from: number, to: number, step: "push") => void;
}

function TypedYears({ dimension, from, to, onChange }: TypedYearsProps) {
  const { say } = useWords();
  const [lower, upper] = dimension.parameters;
  return (
    <div className="years-typed">
      <YearField
        key={`from ${from}`}
        label={say(lower.about)}
        value={from}
        onCommit={(year) => onChange(year, to, "push")}
      />
      <span aria-hidden="true">–</span>
      <YearField
        key={`to ${to}`}
        label={say(upper.about)}
        value={to}
        onCommit={(year) => onChange(from, year, "push")}
      />
    </div>
  );
}

interface RangeProps {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

interface YearSliderProps extends RangeProps {
  readonly dimension: RangeRow;
  readonly onChange: (from: number, to: number, step: "push" | "replace") => void;
}

/** The first move of a drag makes the step that Back undoes; the moves after it only replace it. */
function YearSlider({ dimension, first, last, from, to, onChange }: YearSliderProps) {
  const { say } = useWords();
  const [lower, upper] = dimension.parameters;
  const [isDragging, setDragging] = useState(false);
  const move = (value: number | number[]) => {
    const [low = from, high = to] = Array.isArray(value) ? value : [value, value];
    onChange(low, high, isDragging ? "replace" : "push");
    setDragging(true);
  };
  return (
    <Slider
      className="slider"
      aria-label={say(dimension.title)}
      minValue={first}
      maxValue={last}
      value={[from, to]}
      formatOptions={{ useGrouping: false }}
      onChange={move}
      onChangeEnd={() => setDragging(false)}
    >
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" index={0} aria-label={say(lower.about)} />
        <SliderThumb className="slider-thumb" index={1} aria-label={say(upper.about)} />
      </SliderTrack>
    </Slider>
  );
}

interface BarsProps {
  readonly years: readonly YearCount[];
  readonly from: number;
  readonly to: number;
}

function Bars({ years, from, to }: BarsProps) {
  const top = Math.max(1, ...years.map(({ count }) => count));
  return (
    <svg
      className="years-bars"
      viewBox={`0 0 ${years.length * 10} 30`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {years.map(({ year, count }, index) => {
        const height = count === 0 ? 0 : Math.max(1.5, (count / top) * 29);
        const isIn = year >= from && year <= to;
        return (
          <rect
            key={year}
            className={isIn ? "in" : "out"}
            x={index * 10 + 1}
            width={8}
            y={30 - height}
            height={height}
          >
            <title>{`${year}: ${count}`}</title>
          </rect>
        );
      })}
    </svg>
  );
}

interface YearFieldProps {
  readonly label: string;
  readonly value: number;
  readonly onCommit: (year: number) => void;
}

function YearField({ label, value, onCommit }: YearFieldProps) {
  const [text, setText] = useState(String(value));
  const commit = () => {
    if (/^(?:19|20)\d{2}$/.test(text)) {
      if (Number(text) !== value) onCommit(Number(text));
    } else setText(String(value));
  };
  return (
    <input
      className="input year-input"
      aria-label={label}
      inputMode="numeric"
      maxLength={4}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && !isComposing(event)) commit();
      }}
    />
  );
}
