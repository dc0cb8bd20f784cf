import type { Exchange } from "#graph/schema/records/exchange.ts";
import { flowOf } from "#graph/schema/records/exchange.ts";
import type { Layer } from "#graph/schema/records/layer.ts";
import { isInLayerUnit } from "#graph/schema/records/quantity.ts";
import type { FlowSum } from "#graph/schema/answers/corridor.ts";

/**
 * Sums the yearly flows of one layer: the only place where quantities are added.
 *
 * Exchanges of other layers are passed over. What is not known is counted, not guessed: `perYear` is the sum of the
 * `quantifiedCount` known flows, null (not 0) where none is known; steam known by mass only is summed apart, in tonnes.
 * Capacities are no flows (`flowOf`). Cost: one pass.
 */
export function sumFlows(exchanges: Iterable<Exchange>, layer: Layer): FlowSum {
  const sum = { layer, exchangeCount: 0, quantifiedCount: 0, steamCount: 0, assumedCount: 0 };
  let inLayerUnit = 0;
  let steamTonnes = 0;
  for (const exchange of exchanges) {
    if (exchange.layer !== layer) continue;
    sum.exchangeCount++;
    const flow = flowOf(exchange);
    if (flow === null) continue;
    if (isInLayerUnit(flow, layer)) {
      sum.quantifiedCount++;
      inLayerUnit += flow.perYear;
    } else {
      sum.steamCount++;
      steamTonnes += flow.perYear;
    }
    if (flow.assumption !== null) sum.assumedCount++;
  }
  return {
    ...sum,
    perYear: sum.quantifiedCount === 0 ? null : inLayerUnit,
    steamTonnesPerYear: sum.steamCount === 0 ? null : steamTonnes,
  };
}
