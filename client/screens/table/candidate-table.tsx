import type { Candidate } from "#graph/schema/answers/candidate.ts";
import {
  countGates,
  distanceText,
  permissionOf,
  resourceOf,
  selectionOf,
  slotNames,
} from "#client/screens/candidate/candidate-words.ts";
import { FoldButton } from "#client/screens/candidate/fold-button.tsx";
import type { Words } from "#client/ui/use-words.ts";
import { economicsColumns } from "./economics-columns.ts";
import { fileOnly, grouping, text, type Column, type TableOf } from "./column.ts";

/** English names of the parts are longer than Chinese ones. */
const englishWidths = {
  resourceFit: 98,
  practice: 150,
  quantityCover: 124,
  distance: 84,
  evidence: 88,
} as const;

export function candidateTable(words: Words): TableOf<Candidate> {
  const { t, name, percent, language } = words;
  const part = (id: keyof Candidate["scoreParts"]): Column<Candidate> => ({
    id,
    title: t(`scorePart.${id}`),
    isNumber: true,
    width: language === "en" ? englishWidths[id] : 74,
    value: (row) => row.scoreParts[id],
    show: ({ scoreParts }) => {
      const value = scoreParts[id];
      return value === null ? t("quantity.unknown") : percent(value);
    },
  });
  return {
    keyOf: ({ id }) => id,
    selectionOf,
    columns: [
      grouping(text("resource", t("column.resource"), 110, (row) => resourceOf(words, row))),
      grouping(text("supplier", t("column.supplier"), 145, (row) => name(row.supplier))),
      grouping(text("receiver", t("column.receiver"), 145, (row) => name(row.receiver))),
      {
        id: "folded",
        title: t("column.folded"),
        isNumber: true,
        width: language === "en" ? 84 : 96,
        value: ({ folded }) => folded?.count ?? null,
        show: (row) => (row.folded === null ? "" : <FoldButton candidate={row} />),
      },
      part("resourceFit"),
      part("practice"),
      part("quantityCover"),
      part("distance"),
      part("evidence"),
      {
        id: "road",
        title: t("column.road"),
        isNumber: true,
        width: language === "en" ? 108 : 90,
        value: ({ distance }) =>
          distance.roadKmEstimate === null ? null : Math.round(distance.roadKmEstimate),
      },
      text("gates", t("column.gates"), language === "en" ? 158 : 130, (row) => gateText(words, row)),
      grouping(
        text("permission", t("column.permission"), language === "en" ? 160 : 110, (row) =>
          permissionOf(words, row),
        ),
      ),
      ...fileColumns(words),
    ],
  };
}

/** What the file holds beside the columns of the screen. */
function fileColumns(words: Words): readonly Column<Candidate>[] {
  const { t, pick, say } = words;
  return [
    fileOnly("list", t("column.list"), (row) => t(`section.${row.list}`)),
    fileOnly("layer", t("column.layer"), (row) => t(`layer.${row.layer}`)),
    fileOnly("code", t("column.code"), (row) => row.resourceCode),
    fileOnly("from", t("column.from"), ({ supplier }) => pick(supplier.placeNameZh, supplier.placeNameEn)),
    fileOnly("to", t("column.to"), ({ receiver }) => pick(receiver.placeNameZh, receiver.placeNameEn)),
    fileOnly("coverable", t("candidate.coverable"), (row) => row.coverablePerYear),
    fileOnly("unit", t("column.unit"), (row) => row.unit),
    fileOnly("distanceText", t("candidate.distance"), ({ distance }) => distanceText(words, distance)),
    fileOnly("inferred", t("candidate.inferred"), (row) => t(row.inferred ? "word.yes" : "word.no")),
    ...slotNames.map((name) =>
      fileOnly<Candidate>(name, t(`slot.${name}`), ({ slots }) => {
        const text = slots[name];
        return text === null ? null : say(text);
      }),
    ),
    fileOnly("unknowns", t("candidate.open"), (row) =>
      row.unknowns.map((one) => pick(one.zh, one.en)).join("; "),
    ),
    ...economicsColumns(words),
    fileOnly("rule", t("candidate.rule"), (row) => row.rule?.id ?? null),
    fileOnly("precedent", t("candidate.precedent"), (row) => row.precedent?.exchangeId ?? null),
    fileOnly("notFact", t("column.notFact"), () => t("candidate.notFact")),
  ];
}

function gateText({ t }: Words, candidate: Candidate): string {
  return (["pass", "fail", "unknown"] as const)
    .map((verdict) => [verdict, countGates(candidate, verdict)] as const)
    .filter(([, gates]) => gates > 0)
    .map(([verdict, gates]) => `${t(`verdict.${verdict}`)} ${gates}`)
    .join(" · ");
}
