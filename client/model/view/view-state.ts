import { z } from "zod";
import {
  defaultFilter,
  filterQuery,
  reversedRange,
  toFilter,
  toQuery,
  withMembers,
  type NetworkFilter,
} from "#graph/schema/filter/filter.ts";
import { candidateSections } from "#graph/schema/answers/candidate.ts";
import { Day } from "#graph/schema/day.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { MaterialId } from "#graph/schema/answers/material.ts";
import { PlaceId } from "#graph/schema/answers/place.ts";
import {
  readAskedMetric,
  readAskedMetrics,
  writeAskedMetric,
  writeAskedMetrics,
  type AskedMetric,
} from "./asked-metric.ts";
import type { Selection } from "./selection.ts";
import { readPlaceSet, writePlaceSet } from "./place-set.ts";
import { readSort, writeSort, type Sort } from "./sort.ts";
import { readRanges, writeRanges } from "./value-range.ts";
import type { ValueRange } from "#client/model/metric-rows.ts";
import { classMethods, type ClassMethod } from "#client/model/drawing/classes.ts";
import type { QueryText } from "#client/model/query-text.ts";

export const tabs = ["map", "graph", "table"] as const;
export type Tab = (typeof tabs)[number];

export const tableKinds = [
  "parks",
  "corridors",
  "exchanges",
  "listings",
  "candidates",
  "metrics",
  "estimates",
  "potential",
  "totals",
] as const;
export type TableKind = (typeof tableKinds)[number];

/** The lists of the candidates page: of candidates, and what the totals of cities leave over. */
export const listSections = [...candidateSections, "gaps"] as const;
export type ListSection = (typeof listSections)[number];

export const charts = ["none", "scatter", "distribution"] as const;
export type Chart = (typeof charts)[number];

export const languages = ["zh-CN", "en"] as const;
export type Language = (typeof languages)[number];

export type Depth = 1 | 2 | 3;

/** Everything the address says. Two equal views have equal addresses. */
export interface ViewState {
  readonly tab: Tab;
  readonly filter: NetworkFilter;
  readonly selection: Selection | null;
  /** Draw the best candidates of the whole region, not only those of the selected place. */
  readonly candidates: boolean;
  /** Links around the selection that stay bright: 1, 2 or 3 steps. */
  readonly depth: Depth;
  /** The relation view shows parks without an exchange under the filter too. */
  readonly quietParks: boolean;
  readonly table: TableKind;
  /** Columns by which rows are sorted, the first one first; empty for the order of the table. */
  readonly sort: readonly Sort[];
  /** Column by whose values the rows of the table stand together. */
  readonly group: string | null;
  /** Measures of the table, side by side. */
  readonly metrics: readonly AskedMetric[];
  /** Values that rows of measures must have. */
  readonly ranges: readonly ValueRange[];
  /** Places chosen together, and whether nothing else is drawn. */
  readonly set: readonly string[];
  readonly setAlone: boolean;
  /** What is drawn over the table of measures. */
  readonly chart: Chart;
  /** Measure that colours the marks; null for none. */
  readonly colour: AskedMetric | null;
  /** Measure that gives the marks their size; null for the number of exchanges. */
  readonly size: AskedMetric | null;
  readonly classes: ClassMethod;
  /** Partition whose groups are outlined; null for none. */
  readonly hulls: AskedMetric | null;
  /** Which list the candidates page shows. */
  readonly section: ListSection;
  /** ISO date by which candidates are judged; null for today. */
  readonly asOf: string | null;
  /** Table rows of the selected place only. */
  readonly selectedOnly: boolean;
  /** Exchanges, listings and candidates of one material: a code, or a name as records write it. */
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
  quietParks: false,
  table: "parks",
  sort: [],
  group: null,
  metrics: [],
  ranges: [],
  set: [],
  setAlone: false,
  chart: "none",
  colour: null,
  size: null,
  classes: "quantile",
  hulls: null,
  section: "between-parks",
  asOf: null,
  selectedOnly: false,
  resource: null,
  language: null,
  camera: null,
};

/** A view with some members changed. Map and relation view have each their own places, so a camera never goes from one to the other. */
export function changed(view: ViewState, patch: Partial<ViewState>): ViewState {
  const next = { ...view, ...patch };
  const isGraph = (tab: Tab) => tab === "graph";
  return isGraph(next.tab) === isGraph(view.tab) ? next : { ...next, camera: patch.camera ?? null };
}

/** One member of the view as text: null where the text is no value of it; null is written where it is the default. */
interface Codec<V> {
  readonly key: string;
  readonly read: (text: string) => V | null;
  readonly write: (value: V) => string | null;
}

const oneOf = <const V extends string>(key: string, values: readonly V[], standard: V): Codec<V> => ({
  key,
  read: (text) => values.find((value) => value === text) ?? null,
  write: (value) => (value === standard ? null : value),
});

const yes = (key: string): Codec<boolean> => ({
  key,
  read: (text) => (text === "yes" ? true : null),
  write: (isOn) => (isOn ? "yes" : null),
});

const textOf = (key: string, schema: z.ZodType<string>): Codec<string | null> => ({
  key,
  read: (text) => schema.safeParse(text).data ?? null,
  write: (text) => text,
});

const optional = <V>(
  key: string,
  read: (text: string) => V | null,
  write: (value: V) => string,
): Codec<V | null> => ({ key, read, write: (value) => (value === null ? null : write(value)) });

type OwnMember = Exclude<keyof ViewState, "filter">;

/** The address of the view, member by member, in this order; the filter follows in the words of its own table. */
const codecs: { readonly [M in OwnMember]: Codec<ViewState[M]> } = {
  tab: oneOf("tab", tabs, defaultView.tab),
  selection: optional("sel", readSelection, writeSelection),
  candidates: yes("cand"),
  depth: {
    key: "depth",
    read: (text) => (text === "2" ? 2 : text === "3" ? 3 : null),
    write: (depth) => (depth === defaultView.depth ? null : String(depth)),
  },
  quietParks: yes("quiet"),
  table: oneOf("kind", tableKinds, defaultView.table),
  sort: {
    key: "sort",
    read: readSort,
    write: (sort) => (sort.length === 0 ? null : writeSort(sort)),
  },
  group: textOf("group", z.string().regex(/^[A-Za-z]{1,40}$/)),
  metrics: {
    key: "metric",
    read: readAskedMetrics,
    write: (metrics) => (metrics.length === 0 ? null : writeAskedMetrics(metrics)),
  },
  ranges: {
    key: "range",
    read: readRanges,
    write: (ranges) => (ranges.length === 0 ? null : writeRanges(ranges)),
  },
  set: {
    key: "set",
    read: readPlaceSet,
    write: (ids) => (ids.length === 0 ? null : writePlaceSet(ids)),
  },
  setAlone: yes("alone"),
  chart: oneOf("chart", charts, defaultView.chart),
  colour: optional("colour", readAskedMetric, writeAskedMetric),
  size: optional("size", readAskedMetric, writeAskedMetric),
  classes: oneOf("classes", classMethods, defaultView.classes),
  hulls: optional("hulls", readAskedMetric, writeAskedMetric),
  section: oneOf("list", listSections, defaultView.section),
  asOf: optional("asOf", (text) => Day.safeParse(text).data ?? null, String),
  selectedOnly: yes("only"),
  resource: textOf("res", MaterialId),
  language: optional("lang", (text) => languages.find((one) => one === text) ?? null, String),
  camera: optional("cam", readCamera, writeCamera),
};

const ownMembers = Object.keys(codecs) as OwnMember[];

/** Key and value of an address that mean nothing here: of another version of the program, or mistyped. */
export type IgnoredText = readonly [key: string, value: string];

/**
 * Address → view. Total: what cannot be read is left at its default and named, the rest is kept. A key that is given
 * twice is not read at all, and neither is a range whose ends are in the wrong order.
 */
export function readAddress(query: QueryText): { view: ViewState; ignored: readonly IgnoredText[] } {
  const given = Object.entries(query).flatMap(([key, values]) =>
    [values].flat().map((value) => [key, value] as const),
  );
  const read = new Map<string, unknown>();
  const ignored: IgnoredText[] = [];
  for (const [key, text] of given) {
    const value = typeof query[key] === "string" ? valueOf(key, text) : null;
    if (value === null) ignored.push([key, text]);
    else read.set(key, value);
  }
  const own = ownMembers.map((member) => [member, read.get(codecs[member].key) ?? defaultView[member]]);
  const filter = toFilter(Object.fromEntries([...read].filter(([key]) => Object.hasOwn(filterQuery, key))));
  const reversed = reversedRange(filter) ?? [];
  return {
    view: {
      ...(Object.fromEntries(own) as Omit<ViewState, "filter">),
      filter: withMembers(
        filter,
        reversed.map((parameter) => [parameter, parameter.standard]),
      ),
    },
    ignored: [...ignored, ...reversed.map(({ key }) => [key, String(query[key])] as const)],
  };
}

const codecByKey = new Map<string, Codec<unknown>>(
  ownMembers.map((member) => [codecs[member].key, codecs[member] as Codec<unknown>]),
);

/** The value a text stands for under a key; null where either is not known. */
function valueOf(key: string, text: string): unknown {
  const codec = codecByKey.get(key);
  if (codec !== undefined) return codec.read(text);
  if (!Object.hasOwn(filterQuery, key)) return null;
  return filterQuery[key as keyof typeof filterQuery].safeParse(text).data ?? null;
}

/** View → address, defaults left out, keys in a fixed order. */
export function toSearch(view: ViewState): Readonly<Record<string, string>> {
  const own = ownMembers.flatMap((member) => {
    const { key, write } = codecs[member] as Codec<unknown>;
    const text = write(view[member]);
    return text === null ? [] : [[key, text] as const];
  });
  return { ...Object.fromEntries(own), ...toQuery(view.filter) };
}

const separator = "~";

function readUnknownEnds(text: string): Selection | null {
  const [, placeId = null, ...rest] = text.split(separator);
  if (rest.length > 0 || (placeId !== null && !isPlaceId(placeId))) return null;
  return { kind: "unknown-ends", placeId };
}

function readSelection(text: string): Selection | null {
  if (text.length > 300) return null;
  if (isPlaceId(text)) return { kind: "place", placeId: text };
  const [kind, ...parts] = text.split(separator);
  if (kind === "material") return readMaterial(parts.join(separator));
  if (kind === "unknown-ends") return readUnknownEnds(text);
  if (kind === "why-not") return readWhyNot(parts);
  const [first = "", second = "", ...rest] = parts;
  if (!isPlaceId(first)) return null;
  if (kind === "enterprise" && second !== "") return { kind, placeId: first, id: second };
  return isPlaceId(second) ? readPair(kind, first, second, rest) : null;
}

function readPair(kind: string | undefined, from: string, to: string, rest: string[]): Selection | null {
  const layer = Layer.safeParse(rest[0]);
  if (kind === "corridor" && layer.success) return { kind, from, to, layer: layer.data };
  if (kind === "candidate" && rest.length > 0) return { kind, from, to, id: rest.join(separator) };
  return null;
}

/** Supplier, receiver and code, each empty where it is still to be chosen. */
function readWhyNot(parts: readonly string[]): Selection | null {
  if (parts.length !== 3) return null;
  const [supplierId = null, receiverId = null, code = null] = parts.map((part) =>
    part === "" ? null : part,
  );
  const isId = (id: string | null) => id === null || Identifier.safeParse(id).success;
  const isWhole =
    isId(supplierId) && isId(receiverId) && (code === null || ResourceCode.safeParse(code).success);
  return isWhole ? { kind: "why-not", supplierId, receiverId, code } : null;
}

function readMaterial(id: string): Selection | null {
  return MaterialId.safeParse(id).data === id ? { kind: "material", id } : null;
}

/** Selection as one word of the address; also its identity where one is needed. */
export function writeSelection(selection: Selection): string {
  if (selection.kind === "place") return selection.placeId;
  if (selection.kind === "material") return [selection.kind, selection.id].join(separator);
  if (selection.kind === "why-not")
    return [selection.kind, selection.supplierId, selection.receiverId, selection.code].join(separator);
  if (selection.kind === "enterprise")
    return [selection.kind, selection.placeId, selection.id].join(separator);
  if (selection.kind === "unknown-ends")
    return selection.placeId === null ? selection.kind : [selection.kind, selection.placeId].join(separator);
  const last = selection.kind === "corridor" ? selection.layer : selection.id;
  return [selection.kind, selection.from, selection.to, last].join(separator);
}

function isPlaceId(text: string): boolean {
  return PlaceId.safeParse(text).success;
}

const number = String.raw`-?\d{1,7}(?:\.\d{1,6})?`;
const cameraText = new RegExp(`^${number},${number},${number}$`);

function readCamera(text: string): Camera | null {
  if (!cameraText.test(text)) return null;
  const [x, y, ratio] = text.split(",").map(Number);
  return x === undefined || y === undefined || ratio === undefined || ratio <= 0 ? null : { x, y, ratio };
}

function writeCamera({ x, y, ratio }: Camera): string {
  return [x, y, ratio].map((value) => String(Number(value.toFixed(4)))).join(",");
}

/** The one place a selection speaks of, where there is one. */
export function placeOfSelection(selection: Selection | null): string | null {
  return selection !== null && "placeId" in selection ? selection.placeId : null;
}
