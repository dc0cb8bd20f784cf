import { onEnterprises } from "#graph/metrics/node-measure.ts";
import { inStrength, outStrength } from "#graph/metrics/park/strength.ts";

/** Strength on the graph of enterprises; the definition stands in `metrics/park/strength.ts`. */
export const enterpriseOutStrength = onEnterprises(outStrength);
export const enterpriseInStrength = onEnterprises(inStrength);
