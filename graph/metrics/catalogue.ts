import { enterpriseBetweenness } from "./enterprise/betweenness.ts";
import { enterpriseCloseness, enterpriseOutwardCloseness } from "./enterprise/closeness.ts";
import { enterpriseDegree, enterpriseInDegree, enterpriseOutDegree } from "./enterprise/degree.ts";
import { enterprisePagerank } from "./enterprise/pagerank.ts";
import { enterpriseInStrength, enterpriseOutStrength } from "./enterprise/strength.ts";
import type { Metric } from "./metric.ts";
import { communities } from "./network/communities.ts";
import { largestComponentShare, weakComponents } from "./network/components.ts";
import { density } from "./network/density.ts";
import { interParkShareByFlow, interParkShareByLinks } from "./network/inter-park-share.ts";
import { provinceFlow } from "./network/province-flow.ts";
import { reciprocity } from "./network/reciprocity.ts";
import { links, nodes } from "./network/size.ts";
import { parkBetweenness } from "./park/betweenness.ts";
import { parkCloseness, parkOutwardCloseness } from "./park/closeness.ts";
import { parkDegree, parkInDegree, parkOutDegree } from "./park/degree.ts";
import { parkPagerank } from "./park/pagerank.ts";
import { parkInStrength, parkOutStrength } from "./park/strength.ts";

/** All metrics: what API, screens, exports and documents draw from. */
export const metrics: readonly Metric[] = [
  parkInDegree,
  parkOutDegree,
  parkDegree,
  parkInStrength,
  parkOutStrength,
  parkBetweenness,
  parkCloseness,
  parkOutwardCloseness,
  parkPagerank,
  enterpriseInDegree,
  enterpriseOutDegree,
  enterpriseDegree,
  enterpriseInStrength,
  enterpriseOutStrength,
  enterpriseBetweenness,
  enterpriseCloseness,
  enterpriseOutwardCloseness,
  enterprisePagerank,
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
