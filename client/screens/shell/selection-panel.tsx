import { lazy, Suspense } from "react";
import type { Selection } from "#client/model/view/selection.ts";
import { writeSelection } from "#client/model/view/view-state.ts";
import {
  loadCandidatePanel,
  loadCorridorPanel,
  loadEnterprisePanel,
  loadMaterialPanel,
  loadOverviewPanel,
  loadPlacePanel,
  loadUnknownEndsPanel,
  loadWhyNotPanel,
} from "#client/screens/load-screens.ts";
import { Progress } from "#client/ui/asked.tsx";
import { Boundary } from "#client/ui/boundary.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const Overview = lazy(async () => ({ default: (await loadOverviewPanel()).OverviewPanel }));
const Place = lazy(async () => ({ default: (await loadPlacePanel()).PlacePanel }));
const Corridor = lazy(async () => ({ default: (await loadCorridorPanel()).CorridorPanel }));
const Enterprise = lazy(async () => ({ default: (await loadEnterprisePanel()).EnterprisePanel }));
const Material = lazy(async () => ({ default: (await loadMaterialPanel()).MaterialPanel }));
const Candidate = lazy(async () => ({ default: (await loadCandidatePanel()).CandidatePanel }));
const WhyNot = lazy(async () => ({ default: (await loadWhyNotPanel()).WhyNotPanel }));
const UnknownEnds = lazy(async () => ({ default: (await loadUnknownEndsPanel()).UnknownEndsPanel }));

/** Right panel: the selected thing, or the overview. */
export function SelectionPanel() {
  const { t } = useWords();
  const { view } = useView();
  const { selection } = view;
  return (
    <Boundary key={selection === null ? "overview" : writeSelection(selection)} what={t("shell.details")}>
      <Suspense fallback={<Progress what={t("shell.details")} />}>
        <PanelOf selection={selection} />
      </Suspense>
    </Boundary>
  );
}

function PanelOf({ selection }: { readonly selection: Selection | null }) {
  if (selection === null) return <Overview />;
  if (selection.kind === "place") return <Place placeId={selection.placeId} />;
  if (selection.kind === "corridor") return <Corridor selection={selection} />;
  if (selection.kind === "enterprise") return <Enterprise selection={selection} />;
  if (selection.kind === "material") return <Material id={selection.id} />;
  if (selection.kind === "why-not") return <WhyNot selection={selection} />;
  if (selection.kind === "unknown-ends") return <UnknownEnds placeId={selection.placeId} />;
  return <Candidate selection={selection} />;
}
