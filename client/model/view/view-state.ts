import { z } from "zod";
import {
  defaultFilter,
  filterQuery,
  toFilter,
  toQuery,
  type NetworkFilter,
} from "#graph/schema/filter/filter.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { PlaceId } from "#graph/schema/answers/place.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import type { Selection } from "./selection.ts";

export const tabs = ["map", "graph", "table"] as const;
export type Tab = (typeof tabs)[number];

export const tableKinds = ["parks", "corridors", "exchanges", "listings", "candidates", "metrics"] as const;
export type TableKind = (typeof tableKinds)[number];

export const gateChoices = ["open", "blocked", "all"] as const;
export type GateChoice = (typeof gateChoices)[number];

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

export type Depth = 1 | 2 | 3;

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** Everything the address says. Two equal views have equal addresses. */
export interface ViewState {
  readonly tab: Tab;
  readonly filter: NetworkFilter;
  readonly selection: Selection | null;
  /** Draw the best candidates of the whole region, not only those of the selected place. */
  readonly candidates: boolean;
  /** Links around the selection that stay bright: 1, 2 or 3 steps. */
  readonly depth: Depth;
  readonly table: TableKind;
  readonly sort: Sort | null;
  readonly metric: string | null;
  /** Candidates in the table: none of their gates fails, at least one does, or both. */
  readonly gates: GateChoice;
  /** Table rows of the selected place only. */
  readonly selectedOnly: boolean;
  /** Exchanges, listings and candidates of one resource code. */
  readonly resource: string | null;
  readonly language: Language | null;
  readonly camera: Camera | null;
}

/** Centre in the stage's own coordinates and zoom ratio (smaller = nearer). */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
}

export const defaultView: ViewState = {
  tab: "map",
  filter: defaultFilter,
  selection: null,
  candidates: false,
  depth: 1,
  table: "parks",
  sort: null,
  metric: null,
  gates: "open",
  selectedOnly: false,
  resource: null,
  language: null,
  camera: null,
};

/** Text kept only where `schema` accepts it: an address from a newer or older program never breaks the page. */
const keptWhere = (schema: z.ZodType) =>
  z
    .string()
    .refine((text) => schema.safeParse(text).success)
    .optional()
    .catch(undefined);

const number = String.raw`-?\d{1,7}(?:\.\d{1,6})?`;
const sortText = z.string().regex(/^-?[A-Za-z][A-Za-z0-9.]{0,39}$/);
const cameraText = z.string().regex(new RegExp(`^${number},${number},${number}$`));
const selectionText = z
  .string()
  .max(300)
  .refine((text) => readSelection(text) !== null);

const filterSearch = {
  layer: keptWhere(filterQuery.layer),
  status: keptWhere(filterQuery.status),
  linkKind: keptWhere(filterQuery.linkKind),
  province: keptWhere(filterQuery.province),
  source: keptWhere(filterQuery.source),
  yearFrom: keptWhere(filterQuery.yearFrom),
  yearTo: keptWhere(filterQuery.yearTo),
  undated: keptWhere(filterQuery.undated),
  pooled: keptWhere(filterQuery.pooled),
  internal: keptWhere(filterQuery.internal),
  synthetic: keptWhere(filterQuery.synthetic),
};

const ViewSearch = z.object({
  ...filterSearch,
  tab: keptWhere(z.enum(tabs)),
  sel: keptWhere(selectionText),
  cand: keptWhere(z.literal("yes")),
  depth: keptWhere(z.enum(["2", "3"])),
  kind: keptWhere(z.enum(tableKinds)),
  sort: keptWhere(sortText),
  metric: keptWhere(z.string().regex(/^[a-z]+\.[a-zA-Z-]{1,50}$/)),
  gates: keptWhere(z.enum(gateChoices)),
  only: keptWhere(z.literal("yes")),
  res: keptWhere(ResourceCode),
  lang: keptWhere(z.enum(languages)),
  cam: keptWhere(cameraText),
});

/** The query string as the router holds it: known keys with valid text, nothing else. */
export type Search = { readonly [K in keyof z.output<typeof ViewSearch>]?: string };

/** Any query string → known and valid keys only. */
export function cleanSearch(raw: Record<string, unknown>): Search {
  const entries = Object.entries(ViewSearch.parse(raw)).filter(([, text]) => text !== undefined);
  return Object.fromEntries(entries);
}

const FilterSearch = z.object(filterQuery);

/** Address → view. */
export function toView(search: Search): ViewState {
  const { tab, sel, cand, depth, kind, sort, metric, gates, only, res, lang, cam, ...filter } = search;
  return {
    tab: tabs.find((one) => one === tab) ?? defaultView.tab,
    filter: toFilter(FilterSearch.parse(filter)),
    selection: sel === undefined ? null : readSelection(sel),
    candidates: cand === "yes",
    depth: depth === "3" ? 3 : depth === "2" ? 2 : defaultView.depth,
    table: tableKinds.find((one) => one === kind) ?? defaultView.table,
    sort: sort === undefined ? null : { column: sort.replace(/^-/, ""), descending: sort.startsWith("-") },
    metric: metric ?? null,
    gates: gateChoices.find((one) => one === gates) ?? defaultView.gates,
    selectedOnly: only === "yes",
    resource: res ?? null,
    language: languages.find((one) => one === lang) ?? null,
    camera: cam === undefined ? null : readCamera(cam),
  };
}

/** View → address, defaults left out, keys in a fixed order. */
export function toSearch(view: ViewState): Search {
  const search: Record<string, string> = {};
  const put = (key: keyof Search, text: string | null) => {
    if (text !== null) search[key] = text;
  };
  put("tab", view.tab === defaultView.tab ? null : view.tab);
  Object.assign(search, toQuery(view.filter));
  put("sel", view.selection === null ? null : writeSelection(view.selection));
  put("cand", view.candidates ? "yes" : null);
  put("depth", view.depth === defaultView.depth ? null : String(view.depth));
  put("kind", view.table === defaultView.table ? null : view.table);
  put("sort", view.sort === null ? null : (view.sort.descending ? "-" : "") + view.sort.column);
  put("metric", view.metric);
  put("gates", view.gates === defaultView.gates ? null : view.gates);
  put("only", view.selectedOnly ? "yes" : null);
  put("res", view.resource);
  put("lang", view.language);
  put("cam", view.camera === null ? null : writeCamera(view.camera));
  return search;
}

const separator = "~";

function readSelection(text: string): Selection | null {
  const [kind, first = "", second = "", ...rest] = text.split(separator);
  if (isPlaceId(text)) return { kind: "place", placeId: text };
  if (!isPlaceId(first)) return null;
  if (kind === "enterprise" && second !== "") return { kind, placeId: first, id: second };
  if (!isPlaceId(second)) return null;
  const layer = Layer.safeParse(rest[0]);
  if (kind === "corridor" && layer.success) return { kind, from: first, to: second, layer: layer.data };
  if (kind === "candidate" && rest.length > 0)
    return { kind, from: first, to: second, id: rest.join(separator) };
  return null;
}

/** Selection as one word of the address; also its identity where one is needed. */
export function writeSelection(selection: Selection): string {
  if (selection.kind === "place") return selection.placeId;
  if (selection.kind === "enterprise")
    return [selection.kind, selection.placeId, selection.id].join(separator);
  const last = selection.kind === "corridor" ? selection.layer : selection.id;
  return [selection.kind, selection.from, selection.to, last].join(separator);
}

const isPlaceId = (text: string) => PlaceId.safeParse(text).success;

function readCamera(text: string): Camera | null {
  const [x, y, ratio] = text.split(",").map(Number);
  return x === undefined || y === undefined || ratio === undefined || ratio <= 0 ? null : { x, y, ratio };
}

const rounded = (value: number) => String(Number(value.toFixed(4)));
const writeCamera = ({ x, y, ratio }: Camera) => [x, y, ratio].map(rounded).join(",");

/** The one place a selection speaks of, where there is one. */
export function placeOfSelection(selection: Selection | null): string | null {
  return selection?.kind === "place" || selection?.kind === "enterprise" ? selection.placeId : null;
}
