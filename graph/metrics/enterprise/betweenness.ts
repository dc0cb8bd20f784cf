import { onEnterprises } from "#graph/metrics/node-measure.ts";
import { betweenness } from "#graph/metrics/park/betweenness.ts";

/** Betweenness on the graph of enterprises; the definition stands in `metrics/park/betweenness.ts`. */
export const enterpriseBetweenness = onEnterprises(betweenness);
