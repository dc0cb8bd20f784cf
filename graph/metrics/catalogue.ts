import { communities } from "./communities/louvain.ts";
import type { Metric } from "./metric.ts";
import { weakComponents, largestComponentShare } from "./network/components.ts";
import { density } from "./network/density.ts";
import { reciprocity } from "./network/reciprocity.ts";
import { links, nodes } from "./network/size.ts";
import { everyScope, inScope, type NodeMeasure } from "./node-measure.ts";
import { betweenness } from "./node/betweenness.ts";
import { inwardCloseness, outwardCloseness } from "./node/closeness.ts";
import { inDegree, outDegree, totalDegree } from "./node/degree.ts";
import { pagerank } from "./node/pagerank.ts";
import { inStrength, outStrength } from "./node/strength.ts";
import { interParkShareByFlow, interParkShareByLinks } from "./region/inter-park-share.ts";
import { provinceFlow } from "./region/province-flow.ts";

/** Measures of single nodes: each becomes one metric in each of its scopes. */
const nodeMeasures: readonly NodeMeasure[] = [
  inDegree,
  outDegree,
  totalDegree,
  inStrength,
  outStrength,
  betweenness,
  inwardCloseness,
  outwardCloseness,
  pagerank,
];

const ofWhole: readonly Metric[] = [
  nodes,
  links,
  density,
  reciprocity,
  weakComponents,
  largestComponentShare,
  interParkShareByLinks,
  interParkShareByFlow,
  provinceFlow,
  communities,
];

const ofNodes = everyScope.flatMap((scope) =>
  nodeMeasures.filter(({ scopes }) => scopes.includes(scope)).map((measure) => inScope(measure, scope)),
);

/** All metrics of records: what API, screens, exports and documents draw from. */
export const metrics: readonly Metric[] = [...ofNodes, ...ofWhole];
