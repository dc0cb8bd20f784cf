import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import { noFilter, type NetworkFilter } from "#graph/schema/filter/filter.ts";
import { layoutNetwork } from "#client/model/drawing/network-layout.ts";
import { nameWidth } from "#client/model/drawing/labels.ts";
import { buildGraphSpec } from "#client/model/drawing/graph-spec.ts";
import { narrowed, type PlaceSet } from "#client/model/drawing/narrowed.ts";
import { pictureFacts, type PictureFacts } from "#client/model/drawing/picture-facts.ts";
import { candidatesDrawn, candidatesOfPlace } from "#client/model/limits.ts";
import type { Locale } from "#client/model/locale.ts";
import type { GraphSpec } from "#client/model/drawing/stage-spec.ts";
import { placeOfSelection } from "#client/model/view/view-state.ts";
import {
  candidateQuery,
  candidatesOfPlaceQuery,
  corridorsQuery,
  insideCorridorsQuery,
  placesQuery,
  topCandidatesQuery,
} from "#client/queries.ts";
import { useKept } from "#client/ui/use-kept.ts";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { useStageMeasures, type StageMeasures } from "./use-stage-measures.ts";

const none: readonly never[] = [];

/** Candidates to draw: those of the selected place, the selected one itself, and the best of the region when asked for. */
function useDrawnCandidates(): readonly Candidate[] {
  const { view } = useView();
  const { selection } = view;
  const placeId = placeOfSelection(selection);
  const chosen = selection?.kind === "candidate" ? selection : null;
  const top = useQuery({ ...topCandidatesQuery(view, candidatesDrawn), enabled: view.candidates });
  const ofPlace = useQuery({
    ...candidatesOfPlaceQuery(placeId ?? "outside:unknown", view, { limit: candidatesOfPlace }),
    enabled: placeId !== null,
  });
  const itself = useQuery({
    ...candidateQuery(chosen ?? { from: "", to: "", id: "" }, view),
    enabled: chosen !== null,
  });
  return useMemo(() => {
    const picked = chosen === null ? none : (itself.data?.items ?? none);
    const near = placeId === null ? none : (ofPlace.data?.items ?? none);
    const best = view.candidates ? (top.data?.items ?? none) : none;
    return [...new Map([...picked, ...near, ...best].map((one) => [one.id, one])).values()];
  }, [chosen, placeId, itself.data, ofPlace.data, top.data, view.candidates]);
}

/** Places of which any exchange is recorded, whatever the filter leaves out; asked for once the picture stands. */
function useRecordedIds(isDrawn: boolean): ReadonlySet<string> | undefined {
  const everything = useQuery({ ...placesQuery(noFilter), enabled: isDrawn });
  const places = everything.data?.items;
  return useMemo(
    () =>
      places === undefined
        ? undefined
        : new Set(places.flatMap(({ id, exchangeCount }) => (exchangeCount > 0 ? [id] : []))),
    [places],
  );
}

export interface DrawnNetwork {
  readonly spec: GraphSpec | null;
  /** The same in numbers, for the sentence over the picture. */
  readonly facts: PictureFacts | null;
  readonly places: readonly Place[];
  readonly corridors: readonly Corridor[];
  /** What is asked for, for progress and failure. */
  readonly failure: { readonly error: Error; readonly retry: () => void } | null;
  /** Layers of the filter. */
  readonly layers: readonly Layer[];
  /** Measures that marks carry. */
  readonly measures: StageMeasures;
}

interface NetworkAnswers {
  readonly data: {
    readonly places: readonly Place[];
    /** Between places; those inside one place follow apart. */
    readonly corridors: readonly Corridor[];
    readonly all: readonly Corridor[];
    readonly notSent: number;
  } | null;
  readonly failure: DrawnNetwork["failure"];
}

/** What the server says of places and corridors under the filter; null until both are here. */
function useNetworkAnswers(filter: NetworkFilter): NetworkAnswers {
  const placesAnswer = useKept(placesQuery(filter));
  const corridorsAnswer = useKept(corridorsQuery(filter));
  const insideAnswer = useKept(insideCorridorsQuery(filter));
  const places = placesAnswer.data?.items;
  const page = corridorsAnswer.data;
  const inside = insideAnswer.data?.items ?? none;
  const data = useMemo(() => {
    if (places === undefined || page === undefined) return null;
    const corridors = page.items;
    return { places, corridors, all: [...corridors, ...inside], notSent: page.total - corridors.length };
  }, [places, page, inside]);
  const failed = [placesAnswer, corridorsAnswer, insideAnswer].find((answer) => answer.error !== null);
  return {
    data,
    failure: failed?.error == null ? null : { error: failed.error, retry: () => void failed.refetch() },
  };
}

/** Places that are chosen together; null where none are. */
function usePlaceSet(): PlaceSet | null {
  const { view } = useView();
  const { set, setAlone } = view;
  return useMemo(() => (set.length === 0 ? null : { ids: new Set(set), isAlone: setAlone }), [set, setAlone]);
}

/** The picture in numbers: of the chosen places alone where only they are drawn. */
function useFacts(data: NetworkAnswers["data"], set: PlaceSet | null): PictureFacts | null {
  return useMemo(() => {
    if (data === null) return null;
    const drawn = narrowed({ places: data.places, corridors: data.all }, set ?? undefined);
    return pictureFacts(drawn.places, drawn.corridors);
  }, [data, set]);
}

/** Answers of the server and the view → what the stage draws. `aspect`: of the stage, width by height. */
export function useNetwork(aspect: number): DrawnNetwork {
  const { language } = useWords();
  const { view } = useView();
  const { filter, selection, depth } = view;
  const { data, failure } = useNetworkAnswers(filter);
  const candidates = useDrawnCandidates();
  const recordedIds = useRecordedIds(data !== null);
  const measures = useStageMeasures(data?.places ?? none);
  const locale: Locale = language === "en" ? "en" : "zh";
  const isGraph = view.tab === "graph";
  const hidesQuiet = isGraph && !view.quietParks;
  const forcePositions = useMemo(
    () => (isGraph && data !== null ? relationLayout(data, { hidesQuiet, aspect, locale }) : undefined),
    [isGraph, hidesQuiet, data, aspect, locale],
  );
  const set = usePlaceSet();
  const spec = useMemo(
    () =>
      data === null
        ? null
        : buildGraphSpec({
            places: data.places,
            corridors: data.all,
            corridorsNotSent: data.notSent,
            candidates,
            selection,
            depth,
            locale,
            hidesQuiet,
            widthBy: filter.layers.length === 1 ? "flow" : "exchanges",
            ...measures.looks,
            ...(set === null ? {} : { set }),
            ...(recordedIds === undefined ? {} : { recordedIds }),
            ...(forcePositions === undefined ? {} : { forcePositions }),
          }),
    [
      data,
      candidates,
      selection,
      depth,
      locale,
      hidesQuiet,
      filter,
      recordedIds,
      forcePositions,
      measures.looks,
      set,
    ],
  );
  const facts = useFacts(data, set);
  return {
    spec,
    facts,
    places: data?.places ?? none,
    corridors: data?.corridors ?? none,
    failure,
    layers: filter.layers,
    measures,
  };
}

function relationLayout(
  { places, all }: NonNullable<NetworkAnswers["data"]>,
  { hidesQuiet, aspect, locale }: { hidesQuiet: boolean; aspect: number; locale: Locale },
) {
  const input = { places, corridors: all, candidates: [], selection: null } as const;
  const { nodes, edges } = buildGraphSpec({ ...input, hidesQuiet, depth: 0, locale });
  const links = edges.map(({ from, to, width }) => ({ from, to, weight: width }));
  const named = nodes.map((node) => ({ ...node, nameWidth: nameWidth(node.label) }));
  return layoutNetwork(named, links, aspect);
}
