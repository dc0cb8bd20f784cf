import { onEnterprises } from "#graph/metrics/node-measure.ts";
import { inwardCloseness, outwardCloseness } from "#graph/metrics/park/closeness.ts";

/** Closeness on the graph of enterprises; the definition stands in `metrics/park/closeness.ts`. */
export const enterpriseCloseness = onEnterprises(inwardCloseness);
export const enterpriseOutwardCloseness = onEnterprises(outwardCloseness);
