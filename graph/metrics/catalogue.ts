import { communities } from "./communities/louvain.ts";
import type { Metric } from "./metric.ts";
import { weakComponents, largestComponentShare } from "./network/components.ts";
import { density } from "./network/density.ts";
import { reciprocity } from "./network/reciprocity.ts";
import { links, nodes } from "./network/size.ts";
import { onEnterprises, onParks, type NodeMeasure } from "./node-measure.ts";
import { betweenness } from "./node/betweenness.ts";
import { inwardCloseness, outwardCloseness } from "./node/closeness.ts";
import { inDegree, outDegree, totalDegree } from "./node/degree.ts";
import { pagerank } from "./node/pagerank.ts";
import { inStrength, outStrength } from "./node/strength.ts";
import { interParkShareByFlow, interParkShareByLinks } from "./region/inter-park-share.ts";
import { provinceFlow } from "./region/province-flow.ts";

/** Measures of single nodes: each becomes one metric a scope. */
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

/** All metrics: what API, screens, exports and documents draw from. */
export const metrics: readonly Metric[] = [
  ...nodeMeasures.map(onParks),
  ...nodeMeasures.map(onEnterprises),
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
