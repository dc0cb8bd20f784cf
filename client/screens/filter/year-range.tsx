import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Slider, SliderThumb, SliderTrack } from "react-aria-components/Slider";
import { type NetworkFilter, noFilter } from "#graph/schema/filter/filter.ts";
import type { Facets } from "#graph/schema/answers/facets.ts";
import { facetsQuery } from "#client/queries.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { FacetSwitch } from "./facet-group.tsx";

type YearCount = Facets["years"][number];

/** Every year from `first` to `last`; those without a count have none. */
function fillYears(years: readonly YearCount[], first: number, last: number): readonly YearCount[] {
  if (!Number.isFinite(first) || !Number.isFinite(last)) return [];
  const counts = new Map(years.map(({ year, count }) => [year, count]));
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const year = first + index;
    return { year, count: counts.get(year) ?? 0 };
  });
}

/** Ends of the range: from all exchanges, because a filter must not shrink what can be chosen. */
function useSpan(facets: Facets, { yearFrom, yearTo }: NetworkFilter) {
  const all = useQuery(facetsQuery(noFilter));
  const years = (all.data?.years ?? facets.years).map(({ year }) => year);
  return {
    first: Math.min(...years, yearFrom ?? Infinity),
    last: Math.max(...years, yearTo ?? -Infinity),
  };
}

/** Histogram and range of years: by dragging, by arrow keys, or by typing. */
export function YearRange({ facets }: { readonly facets: Facets }) {
  const { t, count } = useWords();
  const { view, change } = useView();
  const { filter } = view;
  const { first, last } = useSpan(facets, filter);
  const years = fillYears(facets.years, first, last);
  const from = filter.yearFrom ?? first;
  const to = filter.yearTo ?? last;
  const isSet = filter.yearFrom !== null || filter.yearTo !== null;
  const setRange = (low: number, high: number, step: "push" | "replace") => {
    const yearFrom = low <= first ? null : Math.min(low, high);
    const yearTo = high >= last ? null : Math.max(low, high);
    change({ filter: { ...filter, yearFrom, yearTo } }, step);
  };
  if (!Number.isFinite(first)) return null;
  return (
    <fieldset className="facet years">
      <legend>{t("filter.years", { first, last })}</legend>
      {isSet && (
        <Button
          className="button-quiet facet-clear"
          aria-label={t("filter.clearOf", { title: t("filter.year") })}
          onPress={() => change({ filter: { ...filter, yearFrom: null, yearTo: null, undated: true } })}
        >
          {t("filter.clear")}
        </Button>
      )}
      <p className="visually-hidden">{t("filter.yearsChart", { from, to })}</p>
      <Bars years={years} from={from} to={to} />
      <YearSlider first={first} last={last} from={from} to={to} onChange={setRange} />
      <TypedYears from={from} to={to} onChange={setRange} />
      {isSet ? (
        <FacetSwitch
          label={t("filter.undated")}
          count={count(facets.undatedCount)}
          isSelected={filter.undated}
          onChange={(undated) => change({ filter: { ...filter, undated } })}
        />
      ) : (
        <p className="secondary">{t("filter.undatedNote", { text: count(facets.undatedCount) })}</p>
      )}
    </fieldset>
  );
}

interface TypedYearsProps {
  readonly from: number;
  readonly to: number;
  readonly onChange: (from: number, to: number, step: "push") => void;
}

function TypedYears({ from, to, onChange }: TypedYearsProps) {
  const { t } = useWords();
  return (
    <div className="years-typed">
      <YearField
        key={`from ${from}`}
        label={t("filter.yearFrom")}
        value={from}
        onCommit={(year) => onChange(year, to, "push")}
      />
      <span aria-hidden="true">–</span>
      <YearField
        key={`to ${to}`}
        label={t("filter.yearTo")}
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
  readonly onChange: (from: number, to: number, step: "push" | "replace") => void;
}

/** The first move of a drag makes the step that Back undoes; the moves after it only replace it. */
function YearSlider({ first, last, from, to, onChange }: YearSliderProps) {
  const { t } = useWords();
  const [isDragging, setDragging] = useState(false);
  const move = (value: number | number[]) => {
    const [low = from, high = to] = Array.isArray(value) ? value : [value, value];
    onChange(low, high, isDragging ? "replace" : "push");
    setDragging(true);
  };
  return (
    <Slider
      className="slider"
      aria-label={t("filter.year")}
      minValue={first}
      maxValue={last}
      value={[from, to]}
      formatOptions={{ useGrouping: false }}
      onChange={move}
      onChangeEnd={() => setDragging(false)}
    >
      <SliderTrack className="slider-track">
        <SliderThumb className="slider-thumb" index={0} aria-label={t("filter.yearFrom")} />
        <SliderThumb className="slider-thumb" index={1} aria-label={t("filter.yearTo")} />
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
        if (event.key === "Enter") commit();
      }}
    />
  );
}
