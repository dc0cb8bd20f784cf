import { useEffect, useRef, useState, type RefObject } from "react";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { useWords } from "#client/ui/use-words.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { drawDistribution, drawScatter, type ChartPoint } from "./draw-chart.ts";

interface MetricChartProps {
  readonly title: string;
  readonly points: readonly ChartPoint[];
  readonly xTitle: string;
  /** Null for the distribution of the one measure. */
  readonly yTitle: string | null;
  readonly chosenId: string | null;
  readonly onChoose: (selection: Selection, options: { readonly focusPanel: boolean }) => void;
}

const height = 320;

/**
 * Scatter of two measures, or the distribution of one. Arrow keys walk the points from left to right and say name and
 * values, Enter chooses; the table under it holds the same.
 */
export function MetricChart(props: MetricChartProps) {
  const { title, points, xTitle, yTitle, chosenId, onChoose } = props;
  const { t, language } = useWords();
  const figure = useRef<HTMLDivElement>(null);
  const width = useWidth(figure);
  const [walkedId, setWalkedId] = useState<string | null>(null);
  const shownId = walkedId ?? chosenId;
  useEffect(() => {
    const element = figure.current;
    if (element === null || width === 0) return undefined;
    const size = { width, height };
    const choose = (point: ChartPoint) => {
      if (point.selection !== null) onChoose(point.selection, { focusPanel: false });
    };
    const svg =
      yTitle === null
        ? drawDistribution(points, {
            ...size,
            xTitle,
            countTitle: t("chart.nodes"),
            chosenId: shownId,
            language,
          })
        : drawScatter(points, { ...size, xTitle, yTitle, chosenId: shownId, choose, language });
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", title);
    element.replaceChildren(svg);
    return () => svg.remove();
  }, [points, width, xTitle, yTitle, title, shownId, onChoose, t, language]);
  useWalk(figure, { points, shownId, onWalk: setWalkedId, onChoose, isScatter: yTitle !== null });
  return (
    <>
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- role application is interactive: it takes the arrow keys */}
      <div
        ref={figure}
        className="metric-chart"
        role="application"
        tabIndex={0}
        aria-label={`${title} ${t("chart.keys")}`}
      />
      {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
    </>
  );
}

interface Walk extends Pick<MetricChartProps, "points" | "onChoose"> {
  readonly shownId: string | null;
  readonly onWalk: (id: string) => void;
  readonly isScatter: boolean;
}

const steps: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  End: Infinity,
  Home: -Infinity,
};

/** Arrow keys, Home and End go from point to point, from left to right, and say where they are; Enter chooses. */
function useWalk(
  figure: RefObject<HTMLElement | null>,
  { points, shownId, onWalk, onChoose, isScatter }: Walk,
): void {
  const { t, measure } = useWords();
  const announce = useAnnounce();
  useEffect(() => {
    const element = figure.current;
    if (element === null) return undefined;
    const inOrder = points.toSorted((left, right) => left.x - right.x || left.y - right.y);
    const place = inOrder.findIndex(({ id }) => id === shownId);
    const onKey = (event: KeyboardEvent) => {
      const selection = inOrder[place]?.selection ?? null;
      if (event.key === "Enter" && selection !== null) onChoose(selection, { focusPanel: true });
      const step = steps[event.key];
      const next =
        step === undefined ? undefined : inOrder[Math.min(inOrder.length - 1, Math.max(0, place + step))];
      if (next === undefined) return;
      event.preventDefault();
      onWalk(next.id);
      const values = (isScatter ? [next.x, next.y] : [next.x]).map(measure).join(" / ");
      announce(t("chart.walked", { name: next.name, values }));
    };
    element.addEventListener("keydown", onKey);
    return () => element.removeEventListener("keydown", onKey);
  }, [figure, points, shownId, onWalk, onChoose, isScatter, t, measure, announce]);
}

/** Of the element in CSS px; 0 until it stands. */
function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watched = element.current;
    if (watched === null) return undefined;
    const sizes = new ResizeObserver(() => setWidth(Math.floor(watched.clientWidth)));
    sizes.observe(watched);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}
