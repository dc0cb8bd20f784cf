import { Button } from "react-aria-components/Button";
import { layers, unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { Legend, LegendRow } from "#client/model/drawing/stage-spec.ts";
import { metricUnit } from "#client/ui/metric-unit.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { ClassesLegend, HullsLegend } from "./legend-classes.tsx";
import { LegendMarkSign } from "./legend-signs.tsx";
import { useLegendFold } from "./use-legend-fold.ts";
import { useSpokenCounts } from "./use-spoken-counts.ts";

type Row<Kind extends LegendRow["kind"]> = Extract<LegendRow, { kind: Kind }>;

/** What is drawn now: colours with units, marks, sizes, widths. A layer's row switches it; the whole folds to its title. */
export function StageLegend({ legend }: { readonly legend: Legend }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useLegendFold();
  useSpokenCounts(legend.corridorsShown, legend.corridorsTotal);
  return (
    <aside className="legend" aria-label={t("legend.title")}>
      <Button className="legend-fold" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
        {t("legend.title")}
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={isOpen ? "m4 6 4 4 4-4" : "m4 10 4-4 4 4"} />
        </svg>
      </Button>
      {isOpen && <LegendBody rows={legend.rows} />}
    </aside>
  );
}

/** Rows of one kind. */
const picker =
  (rows: readonly LegendRow[]) =>
  <Kind extends LegendRow["kind"]>(kind: Kind) =>
    rows.filter((row): row is Row<Kind> => row.kind === kind);

function LegendBody({ rows }: { readonly rows: readonly LegendRow[] }) {
  const { t, count } = useWords();
  const marks = picker(rows)("mark").filter(({ mark }) => mark !== "inside");
  return (
    <>
      <div className="legend-row">
        {layers.map((layer) => (
          <LayerToggle key={layer} layer={layer} />
        ))}
      </div>
      {picker(rows)("classes").map((row) => (
        <ClassesLegend key={row.kind} row={row} />
      ))}
      <ul className="legend-marks">
        {marks.map((row) => (
          <li key={row.mark}>
            <LegendMarkSign mark={row.mark} />
            {t(`legend.${row.mark}`, { text: count(row.count) })}
          </li>
        ))}
      </ul>
      <LegendLines rows={rows} />
    </>
  );
}

function LegendLines({ rows }: { readonly rows: readonly LegendRow[] }) {
  const { t, count } = useWords();
  const rowsOf = picker(rows);
  return (
    <ul className="legend-lines">
      {rowsOf("size").map((row) => (
        <SizeRow key={row.kind} row={row} />
      ))}
      {rowsOf("width").map((row) => (
        <WidthRow key={row.kind} row={row} />
      ))}
      {rowsOf("width").map((row) => (
        <li key={`${row.kind}-arrow`}>
          <LineSign path="M1 4h17" className="sign-arrow" head />
          {t("legend.arrow")}
        </li>
      ))}
      {rowsOf("mark")
        .filter(({ mark }) => mark === "inside")
        .map((row) => (
          <li key={row.mark}>
            <LegendMarkSign mark="inside" />
            {t("legend.inside", { text: count(row.count) })}
          </li>
        ))}
      {rowsOf("stub").map((row) => (
        <li key={row.kind}>
          <LineSign path="M5 4h8" className="sign-arrow" head />
          {t("legend.stub", { text: count(row.count) })}
        </li>
      ))}
      {rowsOf("stale").map((row) => (
        <li key={row.kind}>
          <LineSign path="M1 4h20" className="sign-stale" />
          {t("legend.stale", { text: count(row.count) })}
        </li>
      ))}
      {rowsOf("hulls").map((row) => (
        <HullsLegend key={row.kind} row={row} />
      ))}
      {rowsOf("candidate").map((row) => (
        <li key={row.kind}>
          <LineSign path="M1 6Q11-1 21 6" className="sign-candidate" />
          {t("legend.candidate", { text: count(row.count) })}
        </li>
      ))}
    </ul>
  );
}

function SizeRow({ row }: { readonly row: Row<"size"> }) {
  const words = useWords();
  const { t, name, count, measure } = words;
  const { view } = useView();
  return (
    <li className="legend-scale">
      {row.metric === null
        ? t("legend.size")
        : `${t("measure.sizeBy", { name: name(row.metric) })} ${metricUnit(row.metric, view.filter.layers, words)}`}
      {row.samples.map(({ value, pixels }) => (
        <span key={value} className="legend-sample">
          <svg
            viewBox={`${-pixels} ${-pixels} ${2 * pixels} ${2 * pixels}`}
            width={2 * pixels}
            height={2 * pixels}
            aria-hidden="true"
          >
            <circle r={pixels} className="sign-area" />
          </svg>
          {row.metric === null ? count(value) : measure(value)}
        </span>
      ))}
    </li>
  );
}

function WidthRow({ row }: { readonly row: Row<"width"> }) {
  const { t, count, amount } = useWords();
  return (
    <li className="legend-scale">
      {t(row.by === "flow" ? "legend.widthFlow" : "legend.widthExchanges")}
      {row.samples.map(({ value, pixels }) => (
        <span key={value} className="legend-sample">
          <svg viewBox="0 0 16 10" width="16" height="10" aria-hidden="true">
            <path d="M0 5h16" className="sign-width" strokeWidth={pixels} />
          </svg>
          {row.unit === null ? count(value) : amount(value, row.unit)}
        </span>
      ))}
    </li>
  );
}

interface LineSignProps {
  readonly path: string;
  readonly className: string;
  /** With an arrow head at the right end. */
  readonly head?: boolean;
}

function LineSign({ path, className, head = false }: LineSignProps) {
  return (
    <svg viewBox="0 0 22 8" className="legend-sign legend-line" aria-hidden="true">
      <path d={path} className={className} />
      {head && <path d={path.startsWith("M5") ? "m17 4-5-3v6z" : "m21 4-5-3v6z"} className="sign-head" />}
    </svg>
  );
}

function LayerToggle({ layer }: { readonly layer: Layer }) {
  const { t, unit } = useWords();
  const { view, change } = useView();
  const { filter } = view;
  const isOn = filter.layers.includes(layer);
  const isLast = isOn && filter.layers.length === 1;
  const next = layers.filter((one) => (one === layer ? !isOn : filter.layers.includes(one)));
  return (
    <Button
      className="legend-layer"
      aria-pressed={isOn}
      isDisabled={isLast}
      onPress={() => change({ filter: { ...filter, layers: [...next] } })}
    >
      <span className={`legend-swatch layer-${layer}`} aria-hidden="true" />
      {t(`layer.${layer}`)} <span className="secondary">{unit(unitByLayer[layer])}</span>
    </Button>
  );
}
