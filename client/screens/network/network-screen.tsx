import { useRef } from "react";
import { FailureNote, Progress } from "#client/ui/asked.tsx";
import { ViewLink } from "#client/ui/links.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { HoverNote } from "./hover-note.tsx";
import { SetNote } from "./set-note.tsx";
import { StageHead } from "./stage-head.tsx";
import { StageLegend } from "./stage-legend.tsx";
import { MeasureControl } from "./measure-control.tsx";
import { StageButtons } from "./stage-buttons.tsx";
import { usePicture } from "./use-picture.ts";
import { StageSteps } from "./stage-steps.tsx";
import { useAspect } from "./use-aspect.ts";
import { useNetwork, type DrawnNetwork } from "./use-network.ts";
import { useStageKeys } from "./use-stage-keys.ts";
import { useStage } from "./use-stage.ts";

interface NetworkScreenProps {
  readonly onHelp: () => void;
}

/** Map and relation view: one stage for both, with its legend, its buttons and its keys. */
export function NetworkScreen({ onHelp }: NetworkScreenProps) {
  const { t, count } = useWords();
  const { view } = useView();
  const container = useRef<HTMLDivElement>(null);
  const network = useNetwork(useAspect(container));
  const { stage, hovered, isLost } = useStage(container, network.spec);
  useStageKeys({ container, stage }, network, onHelp);
  usePicture({ container, stage }, network);
  const legend = network.spec?.legend;
  const parks = network.places.filter((place) => place.kind === "park").length;
  return (
    <section className="stage" aria-label={t(view.tab === "graph" ? "tab.graph" : "tab.map")}>
      <p id="stage-summary" className="visually-hidden">
        {t("stage.summary", {
          parks: count(parks),
          shown: count(legend?.corridorsShown ?? 0),
          total: count(legend?.corridorsTotal ?? 0),
        })}
      </p>
      <ViewLink patch={{ tab: "table" }} className="skip-link">
        {t("stage.asTable")}
      </ViewLink>
      <div className="stage-top">
        {legend !== undefined && network.facts !== null && (
          <StageHead
            facts={network.facts}
            legend={legend}
            quietParks={view.tab === "graph" ? quietParks(network) : 0}
          />
        )}
        <SetNote />
        <MeasureControl measures={network.measures} />
      </div>
      <div className="stage-field">
        {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- role application is interactive: it takes the arrow keys */}
        <div
          ref={container}
          className="stage-canvas"
          role="application"
          tabIndex={0}
          aria-label={t("stage.label")}
          aria-describedby="stage-summary"
        />
        {/* oxlint-enable jsx-a11y/no-noninteractive-tabindex */}
        <StageNotes network={network} isLost={isLost} />
        {hovered !== null && <HoverNote hovered={hovered} network={network} />}
        {legend !== undefined && <StageLegend legend={legend} />}
        <div className="stage-controls">
          {network.spec?.selectedId != null && <StageSteps />}
          <StageButtons stage={stage} onHelp={onHelp} />
        </div>
      </div>
    </section>
  );
}

const quietParks = ({ places }: DrawnNetwork) =>
  places.filter(({ kind, exchangeCount }) => kind === "park" && exchangeCount === 0).length;

/** What stands in the middle of the picture while it is not there. */
function StageNotes({ network, isLost }: { readonly network: DrawnNetwork; readonly isLost: boolean }) {
  const { t } = useWords();
  return (
    <>
      {network.failure !== null ? (
        <div className="stage-note">
          <FailureNote what={t("what.network")} error={network.failure.error} retry={network.failure.retry} />
        </div>
      ) : (
        network.spec === null && (
          <div className="stage-note">
            <Progress what={t("what.network")} />
          </div>
        )
      )}
      {isLost && (
        <output className="stage-note">
          <span className="note">{t("stage.lost")}</span>
        </output>
      )}
    </>
  );
}
