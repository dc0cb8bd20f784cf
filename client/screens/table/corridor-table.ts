import { unitByLayer } from "#graph/schema/records/layer.ts";
import type { Corridor } from "#graph/schema/answers/corridor.ts";
import type { Words } from "#client/ui/use-words.ts";
import { fileOnly, text, type TableOf } from "./column.ts";

export function corridorTable(words: Words): TableOf<Corridor> {
  const { t, pick, amount } = words;
  return {
    keyOf: ({ from, to, flow }) => `${from}${to}${flow.layer}`,
    selectionOf: ({ from, to, flow }) => ({ kind: "corridor", from, to, layer: flow.layer }),
    columns: [
      text("from", t("column.from"), 200, (row) => pick(row.fromNameZh, row.fromNameEn)),
      text("to", t("column.to"), 200, (row) => pick(row.toNameZh, row.toNameEn)),
      text("layer", t("column.layer"), 82, (row) => t(`layer.${row.flow.layer}`)),
      {
        id: "exchanges",
        title: t("column.exchanges"),
        isNumber: true,
        width: 84,
        value: (row) => row.flow.exchangeCount,
      },
      {
        id: "quantified",
        title: t("column.quantified"),
        isNumber: true,
        width: 92,
        value: (row) => row.flow.quantifiedCount,
      },
      {
        id: "perYear",
        title: t("column.perYear"),
        isNumber: true,
        width: 130,
        value: (row) => row.flow.perYear,
        show: ({ flow }) =>
          flow.perYear === null ? t("quantity.unknown") : amount(flow.perYear, unitByLayer[flow.layer]),
      },
      fileOnly("unit", t("column.unit"), (row) => unitByLayer[row.flow.layer]),
      {
        id: "steam",
        title: t("column.steam"),
        isNumber: true,
        width: 130,
        value: (row) => row.flow.steamTonnesPerYear,
        show: ({ flow }) => (flow.steamTonnesPerYear === null ? "–" : amount(flow.steamTonnesPerYear, "t/a")),
      },
      text("crossProvince", t("column.crossProvince"), 70, (row) =>
        t(row.crossProvince ? "word.yes" : "word.no"),
      ),
    ],
  };
}
