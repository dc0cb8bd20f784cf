import type { LegendRow } from "#client/model/drawing/stage-spec.ts";
import { scaled, scaleOf } from "#client/model/numbers.ts";
import { Formula } from "#client/ui/formula.tsx";
import { metricUnit } from "#client/ui/metric-unit.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

type ClassesRow = Extract<LegendRow, { kind: "classes" }>;
type HullsRow = Extract<LegendRow, { kind: "hulls" }>;

/** What colour and fill of the marks mean: the measure, its classes with their numbers of marks, and what has no value. */
export function ClassesLegend({ row }: { readonly row: ClassesRow }) {
  const words = useWords();
  const { t, name, count } = words;
  const { metric, carried, classes } = row;
  const { ranges, exponent } = classRanges(row, words);
  const { view } = useView();
  const unitText = metricUnit(metric, view.filter.layers, words);
  return (
    <div className="legend-classes">
      <p>
        <strong>{name(metric)}</strong> {unitText}
        {exponent !== 0 && <Formula text={` × 10^{−${-exponent}}`} />}{" "}
        <span className="secondary">
          {t(`measure.by-${classes.method}`)}
          {carried !== "own" && ` · ${t(`measure.carried-${carried}`)}`}
        </span>
      </p>
      <ul className="legend-marks">
        {classes.classes.map((each, place) => (
          <li key={each.from}>
            <ClassSign level={each.level} colour={each.colour} />
            {t("measure.class", { range: ranges[place] ?? "", text: count(each.count) })}
          </li>
        ))}
        {classes.withoutValue > 0 && (
          <li>
            <ClassSign level={null} colour="" />
            {t("measure.noValue", { text: count(classes.withoutValue) })}
          </li>
        )}
      </ul>
      <p className="secondary">{t(classes.isSigned ? "measure.fillSigned" : "measure.fill")}</p>
    </div>
  );
}

/** From the smallest to the largest value of each class, written alike, and the power of ten they are to be multiplied by. */
export function classRanges(
  { classes: { classes } }: ClassesRow,
  { language }: Pick<Words, "language">,
): { readonly ranges: readonly string[]; readonly exponent: number } {
  const scale = scaleOf(classes.flatMap(({ from, to }) => [from, to]));
  const write = (value: number) => (value === 0 ? "0" : scaled(value, scale, language));
  return {
    exponent: scale.exponent,
    ranges: classes.map(({ from, to }) =>
      write(from) === write(to) ? write(from) : `${write(from)} – ${write(to)}`,
    ),
  };
}

interface ClassSignProps {
  /** −1 to 1; null = no value. */
  readonly level: number | null;
  readonly colour: string;
}

const radius = 5.5;

function ClassSign({ level, colour }: ClassSignProps) {
  return (
    <svg viewBox="-7 -7 14 14" className="legend-sign" aria-hidden="true">
      <circle r={radius} className={level === null ? "sign-none" : level === 0 ? "sign-zero" : undefined} />
      {level !== null && level !== 0 && (
        <path
          className="sign-fill"
          d={segment(Math.abs(level))}
          transform={level < 0 ? "scale(1 -1)" : undefined}
          style={{ fill: colour }}
        />
      )}
    </svg>
  );
}

/** The lower part of a disc, filled up to a share of its height. */
function segment(share: number): string {
  const y = radius * (1 - 2 * Math.min(share, 0.999));
  const x = Math.sqrt(radius ** 2 - y ** 2);
  return `M${-x} ${y}A${radius} ${radius} 0 ${share > 0.5 ? 1 : 0} 0 ${x} ${y}Z`;
}

/** What the outlines are. */
export function HullsLegend({ row }: { readonly row: HullsRow }) {
  const { t, count } = useWords();
  return (
    <>
      <li>
        <svg viewBox="0 0 22 12" className="legend-sign legend-line sign-hull" aria-hidden="true">
          <rect x="1" y="1" width="20" height="10" rx="5" />
        </svg>
        {t("legend.hulls", { shown: count(row.hulls.length), text: count(row.communities) })}
      </li>
      {row.shared > 0 && (
        <li className="secondary">{t("legend.hullsShared", { text: count(row.shared) })}</li>
      )}
    </>
  );
}
