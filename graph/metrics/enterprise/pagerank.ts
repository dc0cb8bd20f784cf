import { onEnterprises } from "#graph/metrics/node-measure.ts";
import { pagerank } from "#graph/metrics/park/pagerank.ts";

/** PageRank on the graph of enterprises; the definition stands in `metrics/park/pagerank.ts`. */
export const enterprisePagerank = onEnterprises(pagerank);
