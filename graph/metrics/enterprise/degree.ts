import { onEnterprises } from "#graph/metrics/node-measure.ts";
import { inDegree, outDegree, totalDegree } from "#graph/metrics/park/degree.ts";

/** Degree on the graph of enterprises; the definition stands in `metrics/park/degree.ts`. */
export const enterpriseInDegree = onEnterprises(inDegree);
export const enterpriseOutDegree = onEnterprises(outDegree);
export const enterpriseDegree = onEnterprises(totalDegree);
