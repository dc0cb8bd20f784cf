import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { analyseNetwork } from "#graph/metrics/analyse.ts";
import { parseNetworkData } from "#graph/formats/networks/read-network.ts";
import type { MetricAnswer } from "#graph/schema/answers/analysis.ts";

/** 46 published webs with values by NetworkX 3.6.1: for checking only, and not part of the repository. */
const folder = "../shared/reference/is-networks";
const isThere = existsSync(folder);

interface Reference {
  readonly directed: boolean;
  readonly nodes: readonly { readonly id: string }[];
  readonly edges: readonly (readonly [string, string, number])[];
  readonly reference: Readonly<Record<string, unknown>>;
}

/** Ids of metrics by the name of their value in the reference. */
const idOf: Readonly<Record<string, string>> = {
  order: "network.nodes",
  size: "network.links",
  density: "network.density",
  degree: "node.degree",
  strength: "node.strength",
  inDegree: "node.inDegree",
  outDegree: "node.outDegree",
  inStrength: "node.inStrength",
  outStrength: "node.outStrength",
  reciprocity: "network.reciprocity",
  weightedReciprocitySquartini: "network.weightedReciprocity",
  betweenness: "node.betweenness",
  betweennessInverseWeightAsCost: "node.weightedBetweenness",
  closeness_inward_wfImproved: "node.closeness",
  closeness_outward_wfImproved: "node.outwardCloseness",
  closeness_inward_inverseWeightAsCost: "node.weightedCloseness",
  harmonic_inward: "node.harmonicCloseness",
  "pagerank_weighted_0.85": "node.pagerank",
  coreNumber_undirected: "node.coreNumber",
  clustering_undirected: "node.clustering",
  averageClustering_undirected: "network.meanClustering",
  transitivity_undirected: "network.transitivity",
  globalEfficiency_undirected: "network.globalEfficiency",
  burtConstraint_undirected_unweighted: "node.constraint",
  effectiveSize_undirected_unweighted: "node.effectiveSize",
  degreeAssortativity_out_in: "network.degreeAssortativity",
};

describe.skipIf(!isThere)(
  `published webs of industrial symbiosis, read from ${folder} where that is present`,
  () => {
    const files = isThere ? readdirSync(folder).filter((name) => name !== "index.json") : [];

    test.each(files)("%s, when measured, then has the values of its reference", (name) => {
      const { directed, nodes, edges, reference } = JSON.parse(
        readFileSync(join(folder, name), "utf8"),
      ) as Reference;
      const links = edges.map(([source, target, weight]) => ({ source, target, weight }));
      const network = parseNetworkData({ directed, multigraph: true, nodes, links }, {});
      const { metrics } = analyseNetwork(network, { ids: null, parameters: {} });
      const faults = Object.entries(idOf).flatMap(([key, id]) =>
        differences(key, metrics[id], reference[key]),
      );
      expect([...faults, ...furtherFaults(metrics, reference)]).toEqual([]);
    });
  },
);

type Metrics = Readonly<Record<string, MetricAnswer>>;

/** Values that the reference keeps in another form. */
function furtherFaults(metrics: Metrics, reference: Reference["reference"]): string[] {
  const { inDegree, outDegree, betweenness } = reference["freemanCentralization"] as Record<string, number>;
  const undirected = reference["freemanCentralization_undirected"] as Record<string, number | null>;
  const largest = reference["largestComponentUndirected"] as Record<string, number>;
  const cuts = reference["articulationPoints"] as string[];
  const nodes = Object.keys(reference["degree"] as Record<string, number>);
  const hits = reference["hits_weighted_sumTo1"] as {
    hubs: Record<string, number>;
    authorities: Record<string, number>;
  } | null;
  const eigenvector = reference["eigenvector_weighted_L2"] as { values: Record<string, number> } | null;
  const scalars: readonly (readonly [id: string, expected: unknown])[] = [
    ["network.weakComponents", (reference["weakComponents"] as string[][]).length],
    ["network.strongComponents", (reference["strongComponents"] as string[][]).length],
    ["network.diameter", largest["diameter"]],
    ["network.radius", largest["radius"]],
    ["network.meanPathLength", largest["averageShortestPath"]],
    ["network.inDegreeCentralization", inDegree],
    ["network.outDegreeCentralization", outDegree],
    ["network.betweennessCentralization", betweenness],
    ["network.degreeCentralization", undirected["degree"]],
    ["node.articulationPoint", Object.fromEntries(nodes.map((id) => [id, Number(cuts.includes(id))]))],
    ["node.hub", hits?.hubs ?? null],
    ["node.authority", hits?.authorities ?? null],
    ["node.eigenvector", eigenvector?.values ?? null],
  ];
  return [
    ...curveFaults(metrics, reference),
    ...scalars.flatMap(([id, expected]) => differences(id, metrics[id], expected)),
  ];
}

/** The attack, removal by removal, and the census, class by class. */
function curveFaults(metrics: Metrics, reference: Reference["reference"]): string[] {
  const attack = reference["attack_degreeAdaptive_undirected"] as {
    R: number;
    largestComponentShare: number[];
  };
  const curve = metrics["network.attackCurve"];
  const shares = curve !== undefined && "curve" in curve ? curve.curve?.columns["share"] : undefined;
  const shareFaults = (shares ?? []).flatMap((share, q) =>
    differences(`attack ${q + 1}`, { value: share }, attack.largestComponentShare[q]),
  );
  const census = metrics["network.triadCensus"];
  const triads = census !== undefined && "value" in census ? census.value : null;
  const censusFaults = Object.entries(reference["triadCensus"] as Record<string, number>).flatMap(
    ([name, count]) =>
      differences(
        `triad ${name}`,
        { value: (triads as Record<string, number> | null)?.[name] ?? null },
        count,
      ),
  );
  const scalarFaults = differences(
    "network.attackCurve",
    { value: curve !== undefined && "curve" in curve ? curve.value : null },
    attack.R,
  );
  return [...shareFaults, ...censusFaults, ...scalarFaults];
}

/** Counts exact, closed forms to 1e-8; 1e-12 in absolute terms, for where the reference has a rounded 0. */
function differences(key: string, answer: MetricAnswer | undefined, expected: unknown): string[] {
  if (expected === undefined) return [];
  const near = (own: unknown, wanted: unknown) =>
    typeof own === "number" && typeof wanted === "number"
      ? Math.abs(own - wanted) <= 1e-8 * Math.max(1, Math.abs(wanted))
      : own === (wanted ?? null);
  if (answer === undefined || "undefined" in answer) return expected === null ? [] : [`${key} is undefined`];
  if ("value" in answer)
    return near(answer.value, expected) ? [] : [`${key}: ${JSON.stringify(answer.value)}`];
  if (!("byNode" in answer)) return [`${key} is no value`];
  return Object.entries(expected as Record<string, number | null>).flatMap(([id, wanted]) =>
    near(answer.byNode[id], wanted)
      ? []
      : [`${key} ${id}: ${JSON.stringify(answer.byNode[id])}, not ${String(wanted)}`],
  );
}
