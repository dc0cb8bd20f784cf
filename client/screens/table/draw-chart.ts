import { axisX, axisY, dot, gridX, gridY, plot, rectY, ruleX, ruleY } from "@observablehq/plot";
import { binsOf } from "#client/model/bins.ts";
import { thinLabels } from "#client/model/drawing/label-thinning.ts";
import { nameWidth } from "#client/model/drawing/labels.ts";
import { colours, fontFamily, typography } from "#client/model/tokens.ts";
import type { Selection } from "#client/model/view/selection.ts";

/** One node with its two values; `y` is 0 in the distribution of one measure. */
export interface ChartPoint {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly selection: Selection | null;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  readonly xTitle: string;
  /** Id of the point that is walked to or chosen. */
  readonly chosenId: string | null;
  readonly language: string;
}

type Chart = SVGSVGElement | HTMLElement;

const style = {
  background: "none",
  color: colours.ink,
  fontFamily,
  fontSize: `${typography.body.size - 1}px`,
} as const;
const margins = { marginLeft: 64, marginRight: 24, marginTop: 24, marginBottom: 40 } as const;
const chosenRadius = 6.5;
const nameHeight = 15;
const nameGap = 8;

/** Numbers of an axis as the page writes numbers; between whole numbers none is written where all values are whole. */
function ticks(language: string, values: readonly number[]) {
  const plain = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
  const small = new Intl.NumberFormat(language, { notation: "scientific", maximumSignificantDigits: 3 });
  const isWhole = values.every(Number.isInteger);
  return (value: number) => {
    if (isWhole && !Number.isInteger(value)) return "";
    const isPlain = value === 0 || (Math.abs(value) >= 1e-5 && Math.abs(value) < 1e9);
    return (isPlain ? plain : small).format(value);
  };
}

interface ScatterFrame extends Frame {
  readonly yTitle: string;
  readonly choose: (point: ChartPoint) => void;
}

/** Points by two measures, as many names as find room, the chosen one in any case. A click chooses. */
export function drawScatter(points: readonly ChartPoint[], frame: ScatterFrame): Chart {
  const { width, height, xTitle, yTitle, chosenId, choose, language } = frame;
  const [formatX, formatY] = [
    ticks(
      language,
      points.map(({ x }) => x),
    ),
    ticks(
      language,
      points.map(({ y }) => y),
    ),
  ];
  const chosen = points.filter(({ id }) => id === chosenId);
  const chart = plot({
    width,
    height,
    ...margins,
    style,
    x: { label: xTitle, nice: true, zero: true },
    y: { label: yTitle, nice: true, zero: true },
    marks: [
      gridX({ stroke: colours.line }),
      gridY({ stroke: colours.line }),
      axisX({ tickFormat: formatX, label: xTitle }),
      axisY({ tickFormat: formatY, label: yTitle }),
      dot(points, {
        x: "x",
        y: "y",
        r: 4,
        fill: colours.park,
        fillOpacity: 0.55,
        stroke: colours.surface,
        title: ({ name, x, y }: ChartPoint) => `${name}\n${xTitle} ${formatX(x)}\n${yTitle} ${formatY(y)}`,
      }),
      dot(chosen, { x: "x", y: "y", r: chosenRadius, stroke: colours.action, strokeWidth: 2.4 }),
    ],
  });
  const circles = chart.querySelector('g[aria-label="dot"]')?.querySelectorAll("circle") ?? [];
  for (const [place, circle] of [...circles].entries()) {
    const point = points[place];
    if (point !== undefined) circle.addEventListener("click", () => choose(point));
  }
  const [x, y] = [chart.scale("x"), chart.scale("y")];
  if (x !== undefined && y !== undefined)
    writeNames(
      chart,
      spotsOf(points, (point) => ({ x: Number(x.apply(point.x)), y: Number(y.apply(point.y)) }), chosenId),
      frame,
    );
  return cleaned(chart);
}

/** Points with equal values, written once: the chosen one's name, else the first one's, and how many more there are. */
interface Spot {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

function spotsOf(
  points: readonly ChartPoint[],
  place: (point: ChartPoint) => { readonly x: number; readonly y: number },
  chosenId: string | null,
): readonly Spot[] {
  return [...Map.groupBy(points, ({ x, y }) => `${x} ${y}`).values()].flatMap((group) => {
    const named = group.find(({ id }) => id === chosenId) ?? group[0];
    if (named === undefined) return [];
    const text = group.length === 1 ? named.name : `${named.name} +${group.length - 1}`;
    return [{ id: named.id, text, ...place(named) }];
  });
}

/** The farther from the corner of the small values, the sooner a spot gets its name. */
function writeNames(chart: Chart, spots: readonly Spot[], { width, height, chosenId }: Frame): void {
  const wishes = spots.map(({ id, text, x, y }) => ({
    id,
    x,
    y,
    width: nameWidth(text) + nameGap,
    height: nameHeight,
    offset: 5,
    rank: x / width - y / height,
    forced: id === chosenId,
    strict: true,
  }));
  const obstacles = spots.map(({ x, y }) => ({ x, y, radius: 4 }));
  const { marginLeft, marginBottom } = margins;
  const axes = [
    { left: 0, right: marginLeft, top: 0, bottom: height },
    { left: 0, right: width, top: height - marginBottom, bottom: height },
  ];
  const byId = new Map(spots.map((spot) => [spot.id, spot]));
  for (const { id, dx, dy } of thinLabels(wishes, obstacles, { width, height, covered: axes })) {
    const spot = byId.get(id);
    if (spot === undefined) continue;
    const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
    text.setAttribute("x", String(spot.x + dx));
    text.setAttribute("y", String(spot.y + dy));
    text.setAttribute("text-anchor", "start");
    text.setAttribute("class", id === chosenId ? "chart-name chart-chosen" : "chart-name");
    text.textContent = spot.text;
    chart.append(text);
  }
}

interface DistributionFrame extends Frame {
  /** What the height of a bar counts. */
  readonly countTitle: string;
}

/** How many nodes have a value in each bin; a line where the chosen one stands. */
export function drawDistribution(points: readonly ChartPoint[], frame: DistributionFrame): Chart {
  const { width, height, xTitle, countTitle, chosenId, language } = frame;
  const values = points.map(({ x }) => x);
  const tickFormat = ticks(language, values);
  const bins = binsOf(values).map((bin) =>
    // One value alone has no width of its own.
    bin.from === bin.to ? { ...bin, from: bin.from - 0.5, to: bin.to + 0.5 } : bin,
  );
  const chart = plot({
    width,
    height,
    ...margins,
    style,
    x: { label: xTitle },
    y: { label: countTitle, nice: true },
    marks: [
      gridY({ stroke: colours.line }),
      axisX({ tickFormat, label: xTitle }),
      axisY({ tickFormat: ticks(language, [0]), label: countTitle }),
      rectY(bins, {
        x1: "from",
        x2: "to",
        y: "count",
        fill: colours.park,
        inset: 0.5,
        title: ({ from, to, count }: { from: number; to: number; count: number }) =>
          `${tickFormat(from)} – ${tickFormat(to)}\n${countTitle} ${count}`,
      }),
      ruleY([0], { stroke: colours.ink }),
      ruleX(
        points.filter(({ id }) => id === chosenId),
        { x: "x", stroke: colours.energy, strokeWidth: 2 },
      ),
    ],
  });
  return cleaned(chart);
}

/** Plot writes a style element, which the content security policy forbids; `metric-chart.css` holds its few rules. */
function cleaned(chart: Chart): Chart {
  for (const element of chart.querySelectorAll("style")) element.remove();
  return chart;
}
