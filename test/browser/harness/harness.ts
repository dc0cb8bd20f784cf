import "@fontsource-variable/noto-sans-sc/index.css";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { layoutNetwork } from "#client/model/drawing/network-layout.ts";
import { buildGraphSpec, type GraphSpecInput } from "#client/model/drawing/graph-spec.ts";
import { toMap } from "#client/model/map/mercator.ts";
import type { GraphSpec } from "#client/model/drawing/stage-spec.ts";
import { Stage } from "#client/stage/stage.ts";
import type { StageOptions } from "#client/stage/stage-types.ts";

/** What a test hands over: the same records that the API serves. */
interface Data {
  readonly places: readonly Place[];
  readonly corridors: readonly Corridor[];
  readonly candidates?: readonly Candidate[];
}

const container = document.querySelector<HTMLElement>("#stage") ?? document.body;
const events: [name: string, value: unknown][] = [];
const contexts: (WebGLRenderingContext | WebGL2RenderingContext)[] = [];
let stage: Stage | null = null;
let data: Data = { places: [], corridors: [] };
let spec: GraphSpec | null = null;

// Every graphics context of the page is counted, so that a test sees which ones stay alive.
spyOn(HTMLCanvasElement.prototype, "getContext", (context) => {
  if (context instanceof WebGL2RenderingContext && !contexts.includes(context)) contexts.push(context);
});

let readbacks = 0;
spyOn(WebGL2RenderingContext.prototype, "readPixels", () => (readbacks += 1));

/** Lets a method of a browser class run as it is and reports what it gave back. */
function spyOn(prototype: object, method: string, report: (result: unknown) => void): void {
  const original: unknown = Reflect.get(prototype, method);
  if (typeof original !== "function") throw new Error(`no method ${method}`);
  Reflect.set(prototype, method, function spied(this: unknown, ...rest: unknown[]): unknown {
    const result: unknown = Reflect.apply(original, this, rest);
    report(result);
    return result;
  });
}

function current(): Stage {
  if (stage === null) throw new Error("no stage is mounted");
  return stage;
}

function mount(options: StageOptions): void {
  stage?.kill();
  stage = new Stage(
    container,
    {
      onHover: (item) => events.push(["hover", item]),
      onSelect: (item) => events.push(["select", item]),
      onOpen: (id) => events.push(["open", id]),
      onCamera: (camera) => events.push(["camera", camera]),
      onLost: (state) => events.push([state, performance.now()]),
    },
    options,
  );
}

type View = Partial<Omit<GraphSpecInput, "places" | "corridors" | "candidates">>;

function show(view: View = {}): GraphSpec["legend"] {
  const input = { selection: null, depth: 0, locale: "zh", ...view } as const;
  const { places, corridors, candidates = [] } = data;
  const start = buildGraphSpec({ ...input, places, corridors, candidates });
  const links = corridors.map(({ from, to, flow }) => ({ from, to, weight: flow.exchangeCount }));
  const forcePositions = layoutNetwork(
    start.nodes.map((node) => ({ ...node, nameWidth: 80 })),
    links,
    1,
  );
  spec = buildGraphSpec({ ...input, places, corridors, candidates, forcePositions });
  current().setSpec(spec);
  return spec.legend;
}

/** Milliseconds of script in each of `count` frames while the view pans. */
function panFrames(count: number): number[] {
  return Array.from({ length: count }, (_, step) => {
    const start = performance.now();
    current().panBy(step % 40 < 20 ? 3 : -3, 1);
    current().redraw();
    return performance.now() - start;
  });
}

/** Milliseconds of script from a new specification to its first frame, for several numbers of lines one after the other. */
function patchFrames(limits: readonly number[]): number[] {
  return limits.map((limit) => {
    const { places, corridors } = data;
    const start = performance.now();
    current().setSpec(
      buildGraphSpec({ places, corridors, candidates: [], selection: null, depth: 0, locale: "zh", limit }),
    );
    current().redraw();
    return performance.now() - start;
  });
}

/** Colours of the base map in a square of device pixels around a point, row by row, `r,g,b`. */
function basemapColours(x: number, y: number, reach: number): string[] {
  const canvas = document.querySelector<HTMLCanvasElement>(".sigma-basemap");
  const context = canvas?.getContext("2d");
  if (context === null || context === undefined) return [];
  const side = 2 * reach + 1;
  const pixels = context.getImageData(Math.round(x) - reach, Math.round(y) - reach, side, side).data;
  return Array.from({ length: side * side }, (_, place) => pixels.slice(place * 4, place * 4 + 3).join(","));
}

/** Share of pixels of a layer that are not transparent; drawn and read in one task. */
function inkOf(layer: string): number {
  current().redraw();
  const canvas = document.querySelector<HTMLCanvasElement>(`.sigma-${layer}`);
  if (canvas === null) return 0;
  const copy = document.createElement("canvas");
  copy.width = canvas.width;
  copy.height = canvas.height;
  const context = copy.getContext("2d");
  if (context === null) return 0;
  context.drawImage(canvas, 0, 0);
  const { data: pixels } = context.getImageData(0, 0, copy.width, copy.height);
  let inked = 0;
  for (let place = 3; place < pixels.length; place += 4) if (pixels[place] !== 0) inked += 1;
  return inked / (pixels.length / 4);
}

const harness = {
  get stage() {
    return current();
  },
  setData(fresh: Data) {
    data = fresh;
  },
  mount,
  show,
  kill() {
    current().kill();
    stage = null;
  },
  isSupported: () => Stage.isSupported(),
  events: () => events.splice(0),
  specNodes: () => spec?.nodes ?? [],
  specEdges: () => spec?.edges ?? [],
  liveContexts: () => contexts.filter((context) => !context.isContextLost()).length,
  readbacks: () => readbacks,
  loseContext(layer: string) {
    const canvas = document.querySelector<HTMLCanvasElement>(`.sigma-${layer}`);
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  },
  toMap,
  panFrames,
  patchFrames,
  basemapColours,
  inkOf,
  async snapshot(text: Parameters<Stage["snapshotPng"]>[0]) {
    const blob = await current().snapshotPng(text);
    return [...new Uint8Array(await blob.arrayBuffer())];
  },
};

Object.assign(globalThis, { harness });
