import { describe, expect, it } from "vitest";
import { parseNetwork } from "#graph/formats/networks/read-network.ts";
import { analyseNetwork } from "#graph/metrics/analyse.ts";
import { fileMetrics } from "#graph/metrics/catalogue.ts";
import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import { MetricAnswer } from "#graph/schema/answers/analysis.ts";
import { NullReason } from "#graph/schema/answers/null-reason.ts";

type Edge = readonly [source: string, target: string, weight?: unknown];

/** A network as a program would send it, whatever its weights are. */
function webOf(
  edges: readonly Edge[],
  { alone = [] as readonly string[], directed = true } = {},
): PlainNetwork {
  const ids = new Set([...alone, ...edges.flatMap(([source, target]) => [source, target])]);
  return parseNetwork(
    {
      format: "json",
      text: JSON.stringify({
        directed,
        nodes: [...ids].map((id) => ({ id })),
        edges: edges.map(([source, target, weight]) => ({ source, target, weight })),
      }),
    },
    {},
  );
}

/** Between each two corners two ways of two links: 2^34 shortest paths from end to end. */
const diamonds = Array.from({ length: 34 }, (_, step): Edge[] =>
  ["u", "v"].flatMap((side): Edge[] => [
    [`s${step}`, `${side}${step}`],
    [`${side}${step}`, `s${step + 1}`],
  ]),
).flat();
const mixed = parseNetwork(
  {
    format: "gexf",
    text: `<gexf><graph defaultedgetype="directed"><nodes>${["a", "b", "c", "d"].map((id) => `<node id="${id}"/>`).join("")}</nodes>
      <edges><edge source="a" target="b" type="undirected" weight="2"/><edge source="b" target="c" weight="1"/>
      <edge source="c" target="c" weight="5"/><edge source="b" target="c" weight="4"/></edges></graph></gexf>`,
  },
  {},
);
const chain: readonly Edge[] = [
  ["a", "b", 2],
  ["b", "c", 1],
  ["c", "d", 4],
];
const ring: readonly Edge[] = [
  ["a", "b", 1],
  ["b", "c", 1],
  ["c", "a", 1],
];

const webs: readonly (readonly [name: string, network: PlainNetwork])[] = [
  ["nothing", webOf([])],
  ["one node", webOf([], { alone: ["a"] })],
  ["one node that supplies itself", webOf([["a", "a", 3]])],
  ["nodes without links", webOf([], { alone: ["a", "b", "c"] })],
  ["one pair", webOf([["a", "b", 1]])],
  ["an undirected pair", webOf([["a", "b", 1]], { directed: false })],
  [
    "parallel edges and self loops",
    webOf([
      ["x", "x", 1],
      ["a", "b", 1],
      ["a", "b", 2],
      ["b", "c", 1],
      ["b", "c", 5],
      ["c", "c", 9],
    ]),
  ],
  [
    "undirected parallel edges and self loops",
    webOf(
      [
        ["a", "b", 1],
        ["b", "a", 2],
        ["b", "b", 4],
        ["b", "c", 1],
      ],
      { directed: false },
    ),
  ],
  ["a mixed graph", mixed],
  [
    "weights missing, of text, none",
    webOf([
      ["a", "b", "12.5"],
      ["b", "c", null],
      ["c", "a"],
      ["a", "c", 3],
    ]),
  ],
  [
    "no weight that is known",
    webOf([
      ["a", "b", "x"],
      ["b", "a"],
    ]),
  ],
  [
    "weights of 0",
    webOf([
      ["a", "b", 0],
      ["b", "c", 0],
      ["c", "a", 0],
    ]),
  ],
  [
    "weights of all sizes",
    webOf([
      ["a", "b", 1e-300],
      ["b", "c", 1e300],
      ["c", "a", 1],
      ["a", "c", 1e-12],
    ]),
  ],
  ["a chain", webOf(chain)],
  ["a ring", webOf(ring)],
  [
    "two rings apart, one isolated node",
    webOf([...ring, ...ring.map(([a, b, w]): Edge => [`${a}2`, `${b}2`, w])], { alone: ["z"] }),
  ],
  ["a star of suppliers", webOf(["b", "c", "d"].map((id): Edge => [id, "a", 1]))],
  [
    "everybody with everybody",
    webOf(
      ["a", "b", "c", "d"].flatMap((a) =>
        ["a", "b", "c", "d"].flatMap((b): Edge[] => (a === b ? [] : [[a, b, 1]])),
      ),
    ),
  ],
  ["2^34 shortest paths", webOf(diamonds)],
  [
    "ids that objects have of their own",
    webOf([
      ["hasOwnProperty", "constructor", 1],
      ["constructor", "toString", 2],
      ["1", "hasOwnProperty", 1],
    ]),
  ],
];

/** Numbers that JSON cannot carry, anywhere in an answer. */
function wrongNumbers(value: unknown, path = ""): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} is ${value}`];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => wrongNumbers(each, `${path}.${key}`));
}

/** What of an answer is not as the schema says, has no known reason, or leaves a node out. */
function shapeFaults({ nodes }: PlainNetwork, id: string, answer: MetricAnswer): string[] {
  const faults = MetricAnswer.safeParse(answer).success ? [] : ["is no answer"];
  if ("undefined" in answer && !NullReason.safeParse(answer.undefined).success) faults.push("has no reason");
  if ("byNode" in answer && id.startsWith("node."))
    for (const node of nodes)
      if (!Object.hasOwn(answer.byNode, node.id)) faults.push(`leaves out ${node.id}`);
  return faults.map((fault) => `${id} ${fault}`);
}

describe.each(webs)("%s", (_name, network) => {
  const { metrics } = analyseNetwork(network, { ids: null, parameters: {} });

  it("has of every metric a value of finite numbers or a reason, the same when asked again", () => {
    expect(Object.keys(metrics)).toEqual(fileMetrics.map(({ description }) => description.id));
    expect(wrongNumbers(metrics)).toEqual([]);
    expect(Object.entries(metrics).flatMap(([id, answer]) => shapeFaults(network, id, answer))).toEqual([]);
    expect(JSON.stringify(analyseNetwork(network, { ids: null, parameters: {} }).metrics)).toBe(
      JSON.stringify(metrics),
    );
  });
});

describe("faults of other libraries", () => {
  const numbers = (network: PlainNetwork, id: string) => {
    const answer = analyseNetwork(network, { ids: [id], parameters: {} }).metrics[id];
    return answer !== undefined && "byNode" in answer ? answer.byNode : answer;
  };

  it("are not made: path counts beyond 32 bits of paths", () => {
    const found = numbers(webOf(diamonds), "node.betweenness") as Record<string, number>;
    const pairs = 102 * 101;
    // Before corner k lie 3k nodes, after it 99 − 3k + 3 of the other 102; a side of diamond k carries half of what passes.
    for (const corner of [0, 1, 17, 33, 34])
      expect((found[`s${corner}`] ?? -1) * pairs).toBeCloseTo(3 * corner * (102 - 3 * corner), 6);
    for (const side of [0, 16, 33])
      expect((found[`u${side}`] ?? -1) * pairs).toBeCloseTo(((3 * side + 1) * (100 - 3 * side)) / 2, 6);
  });

  it("are not made: ghost neighbours of multigraphs, weights of 1 for what is not known", () => {
    const doubled = webOf(
      [
        ["a", "b"],
        ["a", "b"],
        ["b", "c"],
        ["b", "c"],
      ],
      { alone: ["x"] },
    );
    expect(numbers(doubled, "node.betweenness")).toEqual({ x: 0, a: 0, b: 1 / 6, c: 0 });
    const vague = webOf([
      ["a", "b", "12.5"],
      ["a", "b", null],
      ["a", "b"],
      ["b", "c", 2],
    ]);
    expect(numbers(vague, "node.outStrength")).toEqual({ a: null, b: 2, c: 0 });
  });

  it("are not made: a node whose id objects have of their own keeps its number", () => {
    const found = numbers(webOf([["__proto__", "constructor", 1]]), "node.outDegree");
    expect(JSON.stringify(found)).toBe('{"__proto__":1,"constructor":0}');
  });

  it("are not made: no eigenvector without a cycle, no rank lost where nothing goes on", () => {
    expect(numbers(webOf(chain), "node.eigenvector")).toEqual({ undefined: "no-cycle" });
    expect(
      numbers(
        webOf([
          ["a", "b", 0],
          ["b", "c", 0],
          ["c", "a", 0],
          ["a", "d", 5],
        ]),
        "node.eigenvector",
      ),
    ).toEqual({
      undefined: "no-cycle",
    });
    const ranks = Object.values(
      numbers(webOf(chain, { alone: ["z"] }), "node.pagerank") as Record<string, number>,
    );
    expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 12);
    expect(
      numbers(
        webOf([
          ["a", "b", 0],
          ["b", "a", 0],
        ]),
        "node.pagerank",
      ),
    ).toEqual({ a: 0.5, b: 0.5 });
  });

  it("are not made: a path of 100,000 links overflows no stack", () => {
    const nodes = Array.from({ length: 100_001 }, (_, node) => ({ id: `n${node}`, attributes: {} }));
    const edges = nodes
      .slice(1)
      .map((_, source) => ({ source, target: source + 1, weight: 1, layer: null, resource: null }));
    const ids = [
      "network.strongComponents",
      "network.weakComponents",
      "network.largestComponentShare",
      "network.cyclicity",
      "network.triadCensus",
      "network.richClub",
      "network.attackCurve",
      "node.coreNumber",
      "node.articulationPoint",
      "link.bridge",
      "node.removalLoss",
      "node.eigenvector",
      "node.hub",
      "node.clustering",
      "node.constraint",
      "node.brokerage",
      "flow.ascendency",
    ];
    const { metrics } = analyseNetwork(
      { directed: true, weight: "weight", nodes, edges },
      { ids, parameters: {} },
    );
    expect(metrics["network.strongComponents"]).toMatchObject({ value: 100_001 });
    expect(metrics["network.weakComponents"]).toEqual({ value: 1 });
    expect(metrics["network.cyclicity"]).toEqual({ value: 0 });
    expect(metrics["node.eigenvector"]).toEqual({ undefined: "no-cycle" });
    expect(Object.keys(metrics).sort()).toEqual(ids.sort());
  });
});
