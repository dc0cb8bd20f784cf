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
import { classRanges } from "./legend-classes.tsx";
import { headText } from "./stage-head.tsx";
import type { DrawnNetwork } from "./use-network.ts";
import type { StageHandle } from "./use-stage.ts";

/** Lets the rest of the page save the drawn network as a picture, and puts the same sheet on paper. */
export function usePicture(
  { container, stage: drawn }: Pick<StageHandle, "container" | "stage">,
  network: DrawnNetwork,
): void {
  const words = useWords();
  const { view, setStageActions } = useView();
  const meta = useQuery(metaQuery());
  useEffect(() => {
    const version = meta.data?.networkVersion ?? 0;
    const textNow = (): SnapshotText => ({
      title: words.t("product.title"),
      head: [
        ...(network.facts === null || network.spec === null
          ? []
          : [headText(network.facts, network.spec.legend, words)]),
        `${words.t("filter.title")}: ${words.say(filterSentence(view.filter))}`,
      ],
      legend: (network.spec?.legend.rows ?? []).flatMap((row) => linesOf(row, words)),
      foot: [
        [
          words.t("state.version", { version }),
          words.t("state.asOf", { month: meta.data?.asOf ?? "–" }),
          words.t("about.credit"),
        ].join(" · "),
        location.href,
      ],
    });
    setStageActions({
      takeFocus: () => container.current?.focus(),
      savePicture: async () => {
        const picture = await drawn.current?.snapshotPng(textNow());
        if (picture !== undefined) saveFile(picture, fileName([view.tab, `v${version}`], "png"));
      },
    });
    const stop = new AbortController();
    let sheet: HTMLCanvasElement | null = null;
    const toPaper = () => {
      // A browser may tell of one print twice, as it shows a preview.
      sheet?.remove();
      sheet = drawn.current?.snapshot(textNow()) ?? null;
      if (sheet === null) return;
      sheet.className = "paper-sheet";
      container.current?.closest(".stage")?.append(sheet);
    };
    globalThis.addEventListener("beforeprint", toPaper, { signal: stop.signal });
    globalThis.addEventListener("afterprint", () => sheet?.remove(), { signal: stop.signal });
    return () => {
      stop.abort();
      sheet?.remove();
      setStageActions(null);
    };
  }, [setStageActions, container, drawn, network.facts, network.spec, meta.data, view, words]);
}

type SheetLine = SnapshotText["legend"][number];

/** One row of the legend as the sheet draws it: the same rows as on screen. */
function linesOf(row: LegendRow, words: Words): readonly SheetLine[] {
  if (row.kind === "classes") return classLines(row, words);
  if (row.kind === "hulls") {
    const { t, count } = words;
    const text = t("legend.hulls", { shown: count(row.hulls.length), text: count(row.communities) });
    return [{ swatch: { kind: "none" }, text }];
  }
  return [lineOf(row, words)];
}

function classLines(row: Extract<LegendRow, { kind: "classes" }>, words: Words): readonly SheetLine[] {
  const { t, name, count } = words;
  const { metric, carried, classes } = row;
  const { ranges, exponent } = classRanges(row, words);
  const power = exponent === 0 ? "" : ` × 1e${exponent}`;
  const title = [name(metric) + power, t(`measure.by-${classes.method}`), t(`measure.carried-${carried}`)];
  return [
    { swatch: { kind: "none" }, text: title.join(" · ") },
    ...classes.classes.map(({ level, colour, count: marks }, place) => ({
      swatch: { kind: "class", level, colour } as const,
      text: t("measure.class", { range: ranges[place] ?? "", text: count(marks) }),
    })),
    ...(classes.withoutValue === 0
      ? []
      : [
          {
            swatch: { kind: "class", level: null, colour: "" } as const,
            text: t("measure.noValue", { text: count(classes.withoutValue) }),
          },
        ]),
  ];
}

function lineOf(
  row: Exclude<LegendRow, { kind: "classes" | "hulls" }>,
  { t, name, count, measure, unit, amount }: Words,
): SheetLine {
  switch (row.kind) {
    case "width": {
      const values = row.samples.map(({ value }) =>
        row.unit === null ? count(value) : amount(value, row.unit),
      );
      const title = t(row.by === "flow" ? "legend.widthFlow" : "legend.widthExchanges");
      return {
        swatch: { kind: "widths", samples: row.samples },
        text: `${title}: ${values.join(" / ")}; ${t("legend.arrow")}`,
      };
    }
    case "size":
      return {
        swatch: { kind: "areas", samples: row.samples },
        text:
          row.metric === null
            ? `${t("legend.size")}: ${row.samples.map(({ value }) => count(value)).join(" / ")}`
            : `${t("measure.sizeBy", { name: name(row.metric) })}: ${row.samples.map(({ value }) => measure(value)).join(" / ")}`,
      };
    case "mark":
      return {
        swatch: { kind: "mark", mark: row.mark },
        text: t(`legend.${row.mark}`, { text: count(row.count) }),
      };
    case "stub":
      return { swatch: { kind: "arrow", length: 18 }, text: t("legend.stub", { text: count(row.count) }) };
    case "stale":
      return {
        swatch: { kind: "line", colour: colours.secondary, dash: [5, 4] },
        text: t("legend.stale", { text: count(row.count) }),
      };
    case "candidate":
      return {
        swatch: { kind: "line", colour: row.colour, dash: [2, 3] },
        text: t("legend.candidate", { text: count(row.count) }),
      };
    case "layer":
    default:
      return {
        swatch: { kind: "line", colour: row.colour, dash: [] },
        text: `${t(`layer.${row.layer}`)} ${unit(row.unit)}`,
      };
  }
}
