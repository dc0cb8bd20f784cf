import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseNetwork } from "#graph/metrics/analyse.ts";
import { fileMetrics } from "#graph/metrics/catalogue.ts";
import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { MetricAnswer } from "#graph/schema/answers/analysis.ts";
import { anyWeb, permuted } from "#test/fixtures/plain-webs.ts";

// Laws of every metric of the catalogue but for those that a law names: a new metric keeps them, or is named with a reason.

type Numbers = ReadonlyMap<string, number | string | null>;

const descriptions = fileMetrics.map(({ description }) => description);
const named = (scope: string, names: string) => names.split(" ").map((name) => `${scope}.${name}`);

/** Drawn at random node by node, so that another order of the nodes is another draw. */
const drawn = named("network", "communities randomFailureCurve smallWorld");
/** Of the largest component: where two are as large, the one with the first node counts. */
const ofLargest = named("network", "diameter radius meanPathLength");

/** The first number of each node, link, cell or of the network, under a name that no order changes; or why there is none. */
function headline(answer: MetricAnswer | undefined, directed: boolean): Numbers {
  const numbers = new Map<string, number | string | null>();
  const put = (name: string, value: unknown) => {
    const first = typeof value === "object" && value !== null ? Object.values(value)[0] : value;
    numbers.set(name, first as number | null);
  };
  if (answer === undefined) return numbers;
  if ("undefined" in answer) return new Map([["undefined", answer.undefined]]);
  if ("byNode" in answer) for (const [id, value] of Object.entries(answer.byNode)) put(id, value);
  else if ("byLink" in answer)
    for (const { source, target, value } of answer.byLink)
      put((directed ? [source, target] : [source, target].sort()).join(" "), value);
  else if ("matrix" in answer) {
    const { labels, rows } = answer.matrix;
    for (const [cell, value] of rows.flat().entries())
      put(`${labels[Math.floor(cell / labels.length)]} ${labels[cell % labels.length]}`, value);
  } else if (typeof answer.value === "object" && answer.value !== null)
    for (const [name, value] of Object.entries(answer.value)) put(name, value);
  else put("value", answer.value);
  return numbers;
}

function measure(network: PlainNetwork, ids: readonly string[]): ReadonlyMap<string, Numbers> {
  const { metrics } = analyseNetwork(network, { ids, parameters: {} });
  return new Map(ids.map((id) => [id, headline(metrics[id], network.directed && id !== "link.bridge")]));
}

/** What differs between what is found and what is expected: name by name, to 1e-9. */
function differences(found: Numbers | undefined, expected: Numbers | undefined, factor = 1): string[] {
  const names = new Set([...(found?.keys() ?? []), ...(expected?.keys() ?? [])]);
  return [...names].flatMap((name) => {
    const [left, right] = [found?.get(name), expected?.get(name)];
    const isSame =
      typeof left === "number" && typeof right === "number"
        ? Math.abs(left - factor * right) <= 1e-9 * Math.max(1, Math.abs(factor * right))
        : left === right;
    return isSame ? [] : [`${name}: ${left}, not ${right} × ${factor}`];
  });
}

interface Law {
  readonly directed: boolean;
  readonly ids: readonly string[];
  readonly change: (network: PlainNetwork) => PlainNetwork;
  /** The metric whose value before the change the metric has after it; default itself. */
  readonly partnerOf?: (id: string) => string;
  readonly factorOf?: (id: string) => number;
}

/** What breaks a law on the smallest of some random networks that do; empty where none does. */
function breaches({ directed, ids, change, partnerOf = (id) => id, factorOf = () => 1 }: Law): string[] {
  let last: string[] = [];
  const property = fc.property(anyWeb(directed), (network) => {
    const partners = [...new Set([...ids, ...ids.map(partnerOf)])];
    const before = measure(network, partners);
    const after = measure(change(network), partners);
    const faults = ids.flatMap((id) =>
      differences(after.get(id), before.get(partnerOf(id)), factorOf(id)).map((fault) => `${id} ${fault}`),
    );
    if (faults.length > 0) last = [...faults, JSON.stringify(network)];
    return faults.length === 0;
  });
  return fc.check(property, { numRuns: 60 }).failed ? last : [];
}

const idsWhere = (keep: (description: (typeof descriptions)[number]) => boolean) =>
  descriptions.filter(keep).map(({ id }) => id);

const turned = (network: PlainNetwork): PlainNetwork => ({
  ...network,
  edges: network.edges.map((edge) => ({ ...edge, source: edge.target, target: edge.source })),
});

const swapped = new Map(
  [
    ...named(
      "node",
      "inDegree outDegree inStrength outStrength closeness outwardCloseness hub authority supplierHhi receiverHhi",
    ),
    ...named(
      "network",
      "preyCount predatorCount generalization vulnerability inDegreeCentralization outDegreeCentralization",
    ),
  ].flatMap((id, index, all): [string, string][] => [[id, all[index ^ 1] ?? ""]]),
);

/** What two networks without a link between them have together, and what each part keeps. */
const added = [
  ...named("network", "nodes links weakComponents strongComponents preyCount predatorCount"),
  ...named("flow", "totalSystemThroughflow totalSystemThroughput boundaryFlow"),
];
const local = named(
  "node",
  "degree inDegree outDegree strength inStrength outStrength netStrength harmonicCloseness clustering coreNumber eccentricity " +
    "participation eiIndex constraint effectiveSize brokerage articulationPoint supplierHhi receiverHhi",
);

describe("every metric", () => {
  it.each([true, false])("does not depend on the order of nodes and edges, directed %s", (directed) => {
    const order = [3, 1, 4, 1.5, 9, 2.6, 5, 0];
    expect(
      breaches({
        directed,
        ids: idsWhere(({ id }) => !drawn.includes(id) && !ofLargest.includes(id)),
        change: (network) => permuted(network, order),
      }),
    ).toEqual([]);
  });

  it("grows with the weights where its unit is theirs, and stays where it is a pure number", () => {
    const units = new Map(descriptions.map(({ id, unit }) => [id, unit]));
    expect(
      breaches({
        directed: true,
        ids: idsWhere(() => true),
        change: (network) => ({
          ...network,
          edges: network.edges.map((edge) => ({
            ...edge,
            weight: edge.weight === null ? null : 4 * edge.weight,
          })),
        }),
        factorOf: (id) => (units.get(id) === "layer" ? 4 : 1),
      }),
    ).toEqual([]);
  });

  it("that ignores directions is the same for a network turned round, and the others change sides", () => {
    expect(
      breaches({
        directed: true,
        ids: [
          ...idsWhere(({ reads, id }) => reads === "tie" && !drawn.includes(id)),
          ...named(
            "node",
            "degree strength betweenness weightedBetweenness removalLoss participation eiIndex",
          ),
          ...named(
            "network",
            "links density reciprocity weightedReciprocity betweennessCentralization cyclicity",
          ),
          ...swapped.keys(),
        ],
        change: turned,
        partnerOf: (id) => swapped.get(id) ?? id,
      }),
    ).toEqual([]);
  });

  it("is the same where an edge is told in two halves, but for the share that counts edges", () => {
    expect(
      breaches({
        directed: true,
        ids: idsWhere(({ id }) => id !== "network.interParkShareByLinks"),
        change: (network) => ({
          ...network,
          edges: network.edges.flatMap((edge) => {
            const half = { ...edge, weight: edge.weight === null ? null : edge.weight / 2 };
            return [half, half];
          }),
        }),
      }),
    ).toEqual([]);
  });

  it("of links between nodes is the same with self loops or without them", () => {
    expect(
      breaches({
        directed: true,
        ids: idsWhere(({ reads }) => reads !== "raw"),
        change: (network) => ({
          ...network,
          edges: network.edges.filter(({ source, target }) => source !== target),
        }),
      }),
    ).toEqual([]);
  });

  it("of an undirected network is that of the network in which every edge runs both ways", () => {
    expect(
      breaches({
        directed: false,
        ids: [
          ...idsWhere(
            ({ reads, id }) => reads === "tie" && !drawn.includes(id) && id !== "network.modularity",
          ),
          ...named(
            "node",
            "inDegree outDegree inStrength outStrength betweenness weightedBetweenness closeness outwardCloseness " +
              "weightedCloseness harmonicCloseness eigenvector katz pagerank hub authority",
          ),
        ],
        change: (network) => ({
          ...network,
          directed: true,
          edges: [
            ...network.edges,
            ...turned(network).edges.filter(({ source, target }) => source !== target),
          ],
        }),
      }),
    ).toEqual([]);
  });

  it("that counts adds up over parts without a link between them, and one of a node's surroundings stays", () => {
    const copyOf = (network: PlainNetwork): PlainNetwork => ({
      ...network,
      nodes: [...network.nodes, ...network.nodes.map((node) => ({ ...node, id: `copy ${node.id}` }))],
      edges: [
        ...network.edges,
        ...network.edges.map((edge) => ({
          ...edge,
          source: edge.source + network.nodes.length,
          target: edge.target + network.nodes.length,
        })),
      ],
    });
    expect(breaches({ directed: true, ids: added, change: copyOf, factorOf: () => 2 })).toEqual([]);
    fc.assert(
      fc.property(anyWeb(true), (network) => {
        const before = measure(network, local);
        const after = measure(copyOf(network), local);
        const ofNodes = (numbers: Numbers | undefined, prefix: string) =>
          network.nodes.map(({ id }) => numbers?.get(prefix + id) ?? numbers?.get("undefined"));
        for (const id of local)
          for (const prefix of ["", "copy "])
            expect([id, ofNodes(after.get(id), prefix)]).toEqual([id, ofNodes(before.get(id), "")]);
      }),
      { numRuns: 60 },
    );
  });
});
