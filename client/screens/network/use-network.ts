import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Place } from "#graph/schema/answers/place.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import { layoutByForce } from "#client/model/drawing/force-layout.ts";
import { buildGraphSpec } from "#client/model/drawing/graph-spec.ts";
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
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const none: readonly never[] = [];

/** Candidates to draw: those of the selected place, the selected one itself, and the best of the region when asked for. */
function useDrawnCandidates(): readonly Candidate[] {
  const { view } = useView();
  const { selection, filter } = view;
  const placeId = placeOfSelection(selection);
  const chosen = selection?.kind === "candidate" ? selection : null;
  const top = useQuery({ ...topCandidatesQuery(filter, candidatesDrawn), enabled: view.candidates });
  const ofPlace = useQuery({
    ...candidatesOfPlaceQuery(placeId ?? "outside:unknown", filter, candidatesOfPlace),
    enabled: placeId !== null,
  });
  const itself = useQuery({
    ...candidateQuery(chosen ?? { from: "", to: "", id: "" }),
    enabled: chosen !== null,
  });
  return useMemo(() => {
    const picked = chosen === null ? none : (itself.data?.items ?? none);
    const near = placeId === null ? none : (ofPlace.data?.items ?? none);
    const best = view.candidates ? (top.data?.items ?? none) : none;
    return [...new Map([...picked, ...near, ...best].map((one) => [one.id, one])).values()];
  }, [chosen, placeId, itself.data, ofPlace.data, top.data, view.candidates]);
}

export interface DrawnNetwork {
  readonly spec: GraphSpec | null;
  readonly places: readonly Place[];
  readonly corridors: readonly Corridor[];
  /** What is asked for, for progress and failure. */
  readonly failure: { readonly error: Error; readonly retry: () => void } | null;
}

/** Answers of the server and the view → what the stage draws. */
export function useNetwork(): DrawnNetwork {
  const { language } = useWords();
  const { view } = useView();
  const { filter, selection, depth } = view;
  const placesAnswer = useQuery(placesQuery(filter));
  const corridorsAnswer = useQuery(corridorsQuery(filter));
  const insideAnswer = useQuery(insideCorridorsQuery(filter));
  const candidates = useDrawnCandidates();
  const places = placesAnswer.data?.items;
  const corridors = corridorsAnswer.data?.items;
  const inside = insideAnswer.data?.items ?? none;
  const corridorTotal = corridorsAnswer.data?.total ?? 0;
  const locale: Locale = language === "en" ? "en" : "zh";
  const isGraph = view.tab === "graph";
  const forcePositions = useMemo(
    () =>
      isGraph && places !== undefined && corridors !== undefined
        ? relationLayout(places, corridors)
        : undefined,
    [isGraph, places, corridors],
  );
  const spec = useMemo(
    () =>
      places === undefined || corridors === undefined
        ? null
        : buildGraphSpec({
            places,
            corridors: [...corridors, ...inside],
            corridorTotal,
            candidates,
            selection,
            depth,
            locale,
            ...(forcePositions === undefined ? {} : { forcePositions }),
          }),
    [places, corridors, inside, corridorTotal, candidates, selection, depth, locale, forcePositions],
  );
  const failed = [placesAnswer, corridorsAnswer, insideAnswer].find((answer) => answer.error !== null);
  return {
    spec,
    places: places ?? none,
    corridors: corridors ?? none,
    failure: failed?.error == null ? null : { error: failed.error, retry: () => void failed.refetch() },
  };
}

function relationLayout(places: readonly Place[], corridors: readonly Corridor[]) {
  const nodes = buildGraphSpec({
    places,
    corridors,
    candidates: [],
    selection: null,
    depth: 0,
    locale: "zh",
  }).nodes;
  const links = corridors.map(({ from, to, flow }) => ({ from, to, weight: flow.exchangeCount }));
  return layoutByForce(nodes, links);
}
