import { communities } from "./communities/communities.ts";
import { modularity } from "./communities/modularity.ts";
import { totalSystemThroughflow } from "./flow/total-system-throughflow.ts";
import { totalSystemThroughput } from "./flow/total-system-throughput.ts";
import { boundaryFlow } from "./flow/boundary-flow.ts";
import { averagePathLength } from "./flow/average-path-length.ts";
import { finnCyclingIndex } from "./flow/finn-cycling-index.ts";
import { boundaryFlowIntensity } from "./flow/boundary-flow-intensity.ts";
import { directFlowIntensity } from "./flow/direct-flow-intensity.ts";
import { indirectFlowIntensity } from "./flow/indirect-flow-intensity.ts";
import { indirectDirectRatio } from "./flow/indirect-direct-ratio.ts";
import { flowDiversity } from "./flow/flow-diversity.ts";
import { averageMutualInformation } from "./flow/average-mutual-information.ts";
import { developmentCapacity } from "./flow/development-capacity.ts";
import { ascendency } from "./flow/ascendency.ts";
import { overhead } from "./flow/overhead.ts";
import { ascendencyRatio } from "./flow/ascendency-ratio.ts";
import { flowRobustness } from "./flow/flow-robustness.ts";
import { effectiveRoles } from "./flow/effective-roles.ts";
import { effectiveConnectivity } from "./flow/effective-connectivity.ts";
import { homogenization } from "./flow/homogenization.ts";
import { amplification } from "./flow/amplification.ts";
import { synergism } from "./flow/synergism.ts";
import { mutualism } from "./flow/mutualism.ts";
import { utilitySpectralRadius } from "./flow/utility-spectral-radius.ts";
import { totalDependency } from "./flow/total-dependency.ts";
import { totalContribution } from "./flow/total-contribution.ts";
import { nodeBalance } from "./flow/node-balance.ts";
import { linkageDensity } from "./food-web/linkage-density.ts";
import { connectance } from "./food-web/connectance.ts";
import { connectanceNoSelf } from "./food-web/connectance-no-self.ts";
import { connectanceUndirected } from "./food-web/connectance-undirected.ts";
import { preyCount } from "./food-web/prey-count.ts";
import { predatorCount } from "./food-web/predator-count.ts";
import { predatorPreyRatio } from "./food-web/predator-prey-ratio.ts";
import { generalization } from "./food-web/generalization.ts";
import { vulnerability } from "./food-web/vulnerability.ts";
import { cyclicity } from "./food-web/cyclicity.ts";
import { pathwayProliferation } from "./food-web/pathway-proliferation.ts";
import { specialisedPredatorFraction } from "./food-web/specialised-predator-fraction.ts";
import { linkBetweenness } from "./link/betweenness.ts";
import { bridge } from "./link/bridge.ts";
import type { Metric } from "./metric.ts";
import { attributeAssortativity, degreeAssortativity } from "./network/assortativity.ts";
import {
  betweennessCentralization,
  closenessCentralization,
  degreeCentralization,
  inDegreeCentralization,
  outDegreeCentralization,
} from "./network/centralization.ts";
import { layerOverlap } from "./layers/layer-overlap.ts";
import { multiplexParticipation } from "./layers/multiplex-participation.ts";
import { attackCurve } from "./network/attack-curve.ts";
import { meanClustering, transitivity } from "./network/clustering.ts";
import { weakComponents, largestComponentShare } from "./network/components.ts";
import { corePeriphery } from "./network/core-periphery.ts";
import { density } from "./network/density.ts";
import { diameter, globalEfficiency, meanPathLength, radius } from "./network/distances.ts";
import { networkEiIndex } from "./network/ei-index.ts";
import { randomFailureCurve } from "./network/random-failure-curve.ts";
import { reciprocity } from "./network/reciprocity.ts";
import { links, nodes } from "./network/size.ts";
import { richClub } from "./network/rich-club.ts";
import { smallWorld } from "./network/small-world.ts";
import { strongComponents } from "./network/strong-components.ts";
import { thresholdCascade } from "./network/threshold-cascade.ts";
import { triadCensus } from "./network/triad-census.ts";
import { weightedReciprocity } from "./network/weighted-reciprocity.ts";
import { everyScope, inScope, type NodeMeasure } from "./node-measure.ts";
import { articulationPoint } from "./node/articulation-point.ts";
import { betweenness } from "./node/betweenness.ts";
import { brokerage } from "./node/brokerage.ts";
import { inwardCloseness, outwardCloseness } from "./node/closeness.ts";
import { clustering } from "./node/clustering.ts";
import { receiverHhi, supplierHhi } from "./node/concentration.ts";
import { coreNumber } from "./node/core-number.ts";
import { inDegree, outDegree, totalDegree } from "./node/degree.ts";
import { eccentricity } from "./node/eccentricity.ts";
import { nodeEiIndex } from "./node/ei-index.ts";
import { eigenvector } from "./node/eigenvector.ts";
import { harmonicCloseness } from "./node/harmonic-closeness.ts";
import { authority, hub } from "./node/hits.ts";
import { katz } from "./node/katz.ts";
import { pagerank } from "./node/pagerank.ts";
import { participation } from "./node/participation.ts";
import { removalLoss } from "./node/removal-loss.ts";
import { inStrength, netStrength, outStrength, strength } from "./node/strength.ts";
import { constraint, effectiveSize } from "./node/structural-holes.ts";
import { weightedBetweenness } from "./node/weighted-betweenness.ts";
import { weightedCloseness } from "./node/weighted-closeness.ts";
import { withinModuleDegree } from "./node/within-module-degree.ts";
import { corridorBottleneck } from "./region/corridor-bottleneck.ts";
import { distanceDecay } from "./region/distance-decay.ts";
import { interParkShareByFlow, interParkShareByLinks } from "./region/inter-park-share.ts";
import { parkDependency } from "./region/park-dependency.ts";
import { cityFlow, parkFlow } from "./region/park-flow.ts";
import { meanHaul } from "./region/mean-haul.ts";
import { provinceFlow } from "./region/province-flow.ts";
import { resourceGap } from "./region/resource-gap.ts";

/** Measures of single nodes: each becomes one metric in each of its scopes. */
const nodeMeasures: readonly NodeMeasure[] = [
  inDegree,
  outDegree,
  totalDegree,
  inStrength,
  outStrength,
  strength,
  netStrength,
  betweenness,
  weightedBetweenness,
  inwardCloseness,
  outwardCloseness,
  weightedCloseness,
  harmonicCloseness,
  eigenvector,
  katz,
  pagerank,
  hub,
  authority,
  clustering,
  coreNumber,
  eccentricity,
  participation,
  withinModuleDegree,
  nodeEiIndex,
  constraint,
  effectiveSize,
  brokerage,
  articulationPoint,
  supplierHhi,
  receiverHhi,
  removalLoss,
];

/** The web of suppliers and receivers read as a food web. */
const ofFoodWeb: readonly Metric[] = [
  linkageDensity,
  connectance,
  connectanceNoSelf,
  connectanceUndirected,
  preyCount,
  predatorCount,
  predatorPreyRatio,
  generalization,
  vulnerability,
  specialisedPredatorFraction,
  cyclicity,
  pathwayProliferation,
];

/** Ecological network analysis of the flows of one layer. */
const ofFlow: readonly Metric[] = [
  totalSystemThroughflow,
  totalSystemThroughput,
  boundaryFlow,
  averagePathLength,
  finnCyclingIndex,
  boundaryFlowIntensity,
  directFlowIntensity,
  indirectFlowIntensity,
  indirectDirectRatio,
  flowDiversity,
  averageMutualInformation,
  developmentCapacity,
  ascendency,
  overhead,
  ascendencyRatio,
  flowRobustness,
  effectiveRoles,
  effectiveConnectivity,
  homogenization,
  amplification,
  synergism,
  mutualism,
  utilitySpectralRadius,
  totalDependency,
  totalContribution,
  nodeBalance,
];

const ofNodes = everyScope.flatMap((scope) =>
  nodeMeasures.filter(({ scopes }) => scopes.includes(scope)).map((measure) => inScope(measure, scope)),
);

const ofWhole: readonly Metric[] = [
  linkBetweenness,
  bridge,
  nodes,
  links,
  density,
  reciprocity,
  weightedReciprocity,
  transitivity,
  meanClustering,
  degreeAssortativity,
  attributeAssortativity,
  weakComponents,
  strongComponents,
  largestComponentShare,
  diameter,
  radius,
  meanPathLength,
  globalEfficiency,
  degreeCentralization,
  inDegreeCentralization,
  outDegreeCentralization,
  betweennessCentralization,
  closenessCentralization,
  networkEiIndex,
  triadCensus,
  richClub,
  corePeriphery,
  smallWorld,
  attackCurve,
  randomFailureCurve,
  thresholdCascade,
  interParkShareByLinks,
  interParkShareByFlow,
  provinceFlow,
  cityFlow,
  parkFlow,
  parkDependency,
  meanHaul,
  distanceDecay,
  resourceGap,
  corridorBottleneck,
  multiplexParticipation,
  layerOverlap,
  communities,
  modularity,
];

const isOfFiles = ({ description: { scope } }: Metric) => scope === "node";

/** Metrics of records: what API, screens, exports and documents draw from. */
export const metrics: readonly Metric[] = [
  ...ofNodes.filter((metric) => !isOfFiles(metric)),
  ...ofWhole,
  ...ofFoodWeb,
  ...ofFlow,
];

/** Metrics of a network that comes from a file: its nodes have one scope. */
export const fileMetrics: readonly Metric[] = [
  ...ofNodes.filter(isOfFiles),
  ...ofWhole,
  ...ofFoodWeb,
  ...ofFlow,
];
