import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import type { LegendRow } from "#client/model/drawing/stage-spec.ts";
import { colours } from "#client/model/tokens.ts";
import { metaQuery } from "#client/queries.ts";
import type { SnapshotText } from "#client/stage/stage.ts";
import { fileName, saveFile } from "#client/ui/download.ts";
import { filterSentence } from "#graph/schema/filter/sentence.ts";
import { useWords, type Words } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import type { DrawnNetwork } from "./use-network.ts";
import type { StageHandle } from "./use-stage.ts";

/** Lets the rest of the page save the drawn network as a picture with title, legend, filter and credits. */
export function usePicture(
  { container, stage: drawn }: Pick<StageHandle, "container" | "stage">,
  network: DrawnNetwork,
): void {
  const words = useWords();
  const { view, setStageActions } = useView();
  const meta = useQuery(metaQuery());
  useEffect(() => {
    setStageActions({
      takeFocus: () => container.current?.focus(),
      savePicture: async () => {
        const stage = drawn.current;
        const version = meta.data?.networkVersion ?? 0;
        if (stage === null) return;
        const picture = await stage.snapshotPng({
          title: words.t("product.title"),
          filterText: words.say(filterSentence(view.filter)),
          legend: (network.spec?.legend.rows ?? []).flatMap((row) => lineOf(row, words)),
          footer: [
            words.t("state.version", { version }),
            words.t("state.asOf", { month: meta.data?.asOf ?? "–" }),
            words.t("about.credit"),
          ].join(" · "),
        });
        saveFile(picture, fileName([view.tab, `v${version}`], "png"));
      },
    });
    return () => setStageActions(null);
  }, [setStageActions, container, drawn, network.spec, meta.data, view, words]);
}

function lineOf(row: LegendRow, { t, count, unit }: Words): SnapshotText["legend"] {
  if (row.kind === "size") return [];
  if (row.kind === "layer")
    return [{ swatch: "line", colour: row.colour, text: `${t(`layer.${row.layer}`)} ${unit(row.unit)}` }];
  if (row.kind === "candidate")
    return [
      { swatch: "dotted", colour: row.colour, text: t("legend.candidate", { text: count(row.count) }) },
    ];
  if (row.kind === "mark") {
    const text = t(`legend.${row.mark}`, { text: count(row.count) });
    return [{ swatch: swatchOf[row.mark], colour: colours.park, text }];
  }
  const text = t(row.by === "flow" ? "legend.widthFlow" : "legend.widthExchanges");
  return [{ swatch: "none", colour: colours.ink, text }];
}

const swatchOf = {
  park: "disc",
  "park-empty": "ring",
  place: "square",
  margin: "square",
  inside: "ring",
} as const;
