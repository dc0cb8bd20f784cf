import { unitByLayer, type Layer } from "#graph/schema/records/layer.ts";
import type { FlowSum } from "#graph/schema/answers/corridor.ts";
import { LayerName } from "./marks.tsx";
import { useWords } from "./use-words.ts";

/** Number of exchanges and the sum of what is known; steam by mass apart, it never adds to GJ. */
export function FlowCell({ flow }: { readonly flow: FlowSum | undefined }) {
  const { t, count, amount, fullAmount } = useWords();
  if (flow === undefined || flow.exchangeCount === 0) return <span className="none">–</span>;
  const unit = unitByLayer[flow.layer];
  return (
    <>
      <span className="flow-count">
        {t("flow.exchanges", { count: flow.exchangeCount, text: count(flow.exchangeCount) })}
      </span>
      {flow.perYear !== null && (
        <span className="flow-sum" title={fullAmount(flow.perYear, unit)}>
          {amount(flow.perYear, unit)}
        </span>
      )}
      {flow.steamTonnesPerYear !== null && (
        <span className="flow-sum" title={fullAmount(flow.steamTonnesPerYear, "t/a")}>
          {t("flow.steam", { text: amount(flow.steamTonnesPerYear, "t/a") })}
        </span>
      )}
      {flow.perYear === null && flow.steamTonnesPerYear === null && (
        <span className="flow-sum unknown">{t("quantity.unknown")}</span>
      )}
    </>
  );
}

/** Exchanges that carry a quantity, of all: how much the sums stand on. */
export function coverageOf(flows: readonly (FlowSum | undefined)[]): { known: number; all: number } {
  return flows.reduce(
    (sum, flow) => ({
      known: sum.known + (flow?.quantifiedCount ?? 0) + (flow?.steamCount ?? 0),
      all: sum.all + (flow?.exchangeCount ?? 0),
    }),
    { known: 0, all: 0 },
  );
}

interface FlowTableProps {
  readonly caption: string;
  readonly layers: readonly Layer[];
  readonly outgoing: readonly FlowSum[];
  readonly incoming: readonly FlowSum[];
  readonly inside: readonly FlowSum[];
}

/** Totals of a place, one row a layer; layers never add, so there is no total row. */
export function FlowTable({ caption, layers, outgoing, incoming, inside }: FlowTableProps) {
  const { t } = useWords();
  const of = (flows: readonly FlowSum[], layer: Layer) => flows.find((flow) => flow.layer === layer);
  return (
    <table className="flow-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t("flow.layer")}</th>
          <th scope="col">{t("flow.out")}</th>
          <th scope="col">{t("flow.in")}</th>
          <th scope="col">{t("flow.inside")}</th>
          <th scope="col">{t("flow.quantified")}</th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => {
          const row = [of(outgoing, layer), of(incoming, layer), of(inside, layer)];
          const { known, all } = coverageOf(row);
          return (
            <tr key={layer}>
              <th scope="row">
                <LayerName layer={layer} />
              </th>
              {(["out", "in", "inside"] as const).map((side, index) => (
                <td key={side}>
                  <FlowCell flow={row[index]} />
                </td>
              ))}
              <td className="number">{all === 0 ? "–" : `${known} / ${all}`}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
