import { Button } from "react-aria-components/Button";
import { layers, unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { Legend, LegendRow } from "#client/model/drawing/stage-spec.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { useSpokenCounts } from "./use-spoken-counts.ts";

interface StageLegendProps {
  readonly legend: Legend;
  readonly isLight: boolean;
}

type MarkRow = Extract<LegendRow, { kind: "mark" }>;

/** What is drawn now: colours with units, marks, widths, and how many of how many. A layer's row switches it. */
export function StageLegend({ legend, isLight }: StageLegendProps) {
  const { t, count } = useWords();
  useSpokenCounts(legend.corridorsShown, legend.corridorsTotal);
  const marks = legend.rows.filter((row): row is MarkRow => row.kind === "mark");
  const width = legend.rows.find((row) => row.kind === "width");
  const candidate = legend.rows.find((row) => row.kind === "candidate");
  return (
    <aside className="legend" aria-label={t("legend.title")}>
      <div className="legend-row">
        {layers.map((layer) => (
          <LayerToggle key={layer} layer={layer} />
        ))}
      </div>
      <ul className="legend-row">
        {marks.map((row) => (
          <li key={row.mark}>
            <MarkSign mark={row.mark} />
            {t(`legend.${row.mark}`, { text: count(row.count) })}
          </li>
        ))}
        {candidate !== undefined && (
          <li>
            <svg viewBox="0 0 22 8" className="legend-sign legend-line" aria-hidden="true">
              <path d="M1 6Q11-1 21 6" className="sign-candidate" />
            </svg>
            {t("legend.candidate", { text: count(candidate.count) })}
          </li>
        )}
      </ul>
      <p className="legend-foot">
        {width !== undefined && (
          <span className="legend-width">
            {t(width.by === "flow" ? "legend.widthFlow" : "legend.widthExchanges")}
            {width.samples.map(({ value, pixels }) => (
              <span key={value} className="legend-sample">
                <span className="legend-stroke" style={{ height: Math.max(1, pixels) }} aria-hidden="true" />
                {count(value)}
              </span>
            ))}
          </span>
        )}
        <span>
          {t("legend.shown", {
            shown: count(legend.corridorsShown),
            total: count(legend.corridorsTotal),
          })}
        </span>
        {isLight && <span>{t("legend.light")}</span>}
      </p>
    </aside>
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

function MarkSign({ mark }: { readonly mark: MarkRow["mark"] }) {
  return (
    <svg viewBox="0 0 14 14" className={`legend-sign sign-${mark}`} aria-hidden="true">
      {mark === "place" || mark === "margin" ? (
        <rect x="2" y="2" width="10" height="10" />
      ) : (
        <circle cx="7" cy="7" r={mark === "park-empty" ? 4 : 5} />
      )}
    </svg>
  );
}
