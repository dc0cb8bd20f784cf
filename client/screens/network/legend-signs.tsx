import type { LegendMark } from "#client/model/drawing/stage-spec.ts";

/** A mark of the stage in small, for the legend. */
export function LegendMarkSign({ mark }: { readonly mark: LegendMark }) {
  return (
    <svg viewBox="0 0 14 14" className={`legend-sign sign-${mark}`} aria-hidden="true">
      <Shape mark={mark} />
    </svg>
  );
}

function Shape({ mark }: { readonly mark: LegendMark }) {
  if (mark === "county" || mark === "city") return <rect x="2.5" y="2.5" width="9" height="9" />;
  if (mark === "site") return <path d="M7 1.5 12.5 7 7 12.5 1.5 7z" />;
  if (mark === "inside")
    return (
      <>
        <path className="layer-material" d="M7 2a5 5 0 0 1 4.33 7.5" />
        <path className="layer-energy" d="M11.33 9.5a5 5 0 0 1-8.66 0" />
        <path className="layer-water" d="M2.67 9.5A5 5 0 0 1 7 2" />
        <circle cx="7" cy="7" r="2.4" />
      </>
    );
  return <circle cx="7" cy="7" r={mark === "park" ? 5 : mark === "park-empty" ? 3.6 : 2.6} />;
}
