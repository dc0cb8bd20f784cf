import { describe, expect, it } from "vitest";
import { SymbiosisError } from "#graph/errors.ts";
import { formatOf, parseNetwork, parseNetworkData } from "#graph/formats/networks/read-network.ts";
import { writeGraphml } from "#graph/formats/networks/graphml.ts";
import { writeNodeLink } from "#graph/formats/networks/node-link.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { noFilter } from "#graph/schema/filter/filter.ts";
import type { NetworkFormat } from "#graph/schema/answers/analysis.ts";
import { networkOfLinks } from "#test/fixtures/small-network.ts";

// One network in every format: a → b (2.5, twice), b → c of unknown weight, c → c (3), d alone; a stands in park p.
const nodeLink = {
  directed: true,
  multigraph: true,
  nodes: [{ id: "a", park: "p" }, { id: "b" }, { id: "c" }, { id: "d" }],
  edges: [
    { source: "a", target: "b", key: 0, weight: 2.5 },
    { source: "a", target: "b", key: 1, weight: 2.5 },
    { source: "b", target: "c", key: 0 },
    { source: "c", target: "c", key: 0, weight: 3 },
  ],
};
const { edges: links, ...withoutEdges } = nodeLink;
const graphology = {
  options: { type: "directed", multi: true, allowSelfLoops: true },
  attributes: {},
  nodes: nodeLink.nodes.map(({ id, ...attributes }) => ({ key: id, attributes })),
  edges: links.map(({ source, target, weight }) => ({ source, target, attributes: { weight } })),
};
const graphml = `<?xml version="1.0"?>
<!-- made by hand -->
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
<key id="d0" for="node" attr.name="park" attr.type="string"/>
<key id="d1" for="edge" attr.name="weight" attr.type="double"/>
<graph edgedefault="directed">
<node id="a"><data key="d0">p</data></node><node id="b"/><node id="c"/><node id="d"/>
<edge source="a" target="b"><data key="d1">2.5</data></edge>
<edge source="a" target="b"><data key="d1">2.5</data></edge>
<edge source="b" target="c"/>
<edge source="c" target="c"><data key="d1">3</data></edge>
</graph></graphml>`;
const gexf = `<gexf version="1.2"><graph defaultedgetype="directed">
<attributes class="node"><attribute id="0" title="park" type="string"/></attributes>
<nodes><node id="a"><attvalues><attvalue for="0" value="p"/></attvalues></node><node id="b"/><node id="c"/><node id="d"/></nodes>
<edges><edge source="a" target="b" weight="2.5"/><edge source="a" target="b" weight="2.5"/><edge source="b" target="c"/><edge source="c" target="c" weight="3"/></edges>
</graph></gexf>`;
const pajek = `*Vertices 4\r\n1 a 0.1 0.2\r\n2 "b"\r\n3 c\r\n4 d\r\n*Arcs\r\n1 2 2.5\r\n1 2 2.5\r\n2 3\r\n3 3 3\r\n`;
const edgeCsv = "source;target;weight\na;b;2.5\na;b;2.5\nb;c;\nc;c;3\n";
const nodeCsv = "id,park\na,p\nb,\nc,\nd,\n";

const edges = [
  { source: 0, target: 1, weight: 2.5, layer: null, resource: null },
  { source: 0, target: 1, weight: 2.5, layer: null, resource: null },
  { source: 1, target: 2, weight: null, layer: null, resource: null },
  { source: 2, target: 2, weight: 3, layer: null, resource: null },
];

describe("parseNetwork", () => {
  it.each([
    ["node-link with edges", "json", JSON.stringify(nodeLink)],
    ["node-link with links", "json", JSON.stringify({ ...withoutEdges, links })],
    ["graphology", "json", JSON.stringify(graphology)],
    ["GraphML", "graphml", graphml],
    ["GEXF", "gexf", gexf],
    ["Pajek", "pajek", pajek],
    ["CSV", "csv", edgeCsv],
  ] as const)("reads the same network from %s", (_name, format, text) => {
    const read = parseNetwork({ format, text, nodes: format === "csv" ? nodeCsv : null }, {});
    expect([read.directed, read.weight, read.nodes.map(({ id }) => id)]).toEqual([
      true,
      "weight",
      ["a", "b", "c", "d"],
    ]);
    expect(read.edges).toEqual(edges);
    // Pajek has no attributes of nodes.
    expect(read.nodes[0]?.attributes["park"]).toBe(format === "pajek" ? undefined : "p");
  });

  it("takes neither a text nor NaN nor nothing for a weight, and says which attribute it read", () => {
    const text = `{"directed": true, "nodes": [{"id": 1}, {"id": 2}], "edges": [
      {"source": 1, "target": 2, "weight": "12.5"}, {"source": 1, "target": 2, "weight": NaN},
      {"source": 1, "target": 2, "weight": null}, {"source": 1, "target": 2, "weight": 0}, {"source": 2, "target": 1, "weight": -Infinity}]}`;
    const read = parseNetwork({ format: "json", text }, {});
    expect(read.edges.map(({ weight }) => weight)).toEqual([null, null, null, 0, null]);
    const both =
      '{"nodes":[{"id":"NaN"}],"edges":[{"source":"NaN","target":"NaN","weight":1,"quantity":2,"mass":3}]}';
    expect(parseNetwork({ format: "json", text: both }, {}).weight).toBe("quantity");
    expect(parseNetwork({ format: "json", text: both }, { weight: "mass" }).edges[0]?.weight).toBe(3);
  });

  it("keeps ids apart that are too large to be exact as numbers, and refuses them where they came as numbers", () => {
    const text = `{"directed": true, "nodes": [{"id": 12345678901234567890, "mass": 12345678901234567890},
      {"id": 12345678901234567891}], "edges": [{"source": 12345678901234567890, "target": 12345678901234567891}]}`;
    const read = parseNetwork({ format: "json", text }, {});
    expect(read.nodes.map(({ id }) => id)).toEqual(["12345678901234567890", "12345678901234567891"]);
    expect(read.nodes[0]?.attributes["mass"]).toBe(1.2345678901234567e19);
    expect(read.edges.map(({ source, target }) => [source, target])).toEqual([[0, 1]]);
    expect(placeOf(() => parseNetworkData({ nodes: [{ id: 2 ** 60 }], edges: [] }, {}))).toBe("nodes[0].id");
  });

  it("reads the edge table of Gephi: Weight in capitals, and which edges have no direction", () => {
    const rows = (...types: string[]) =>
      [
        "Source,Target,Type,Id,Label,Weight",
        ...types.map((type, row) => `a,b${row},${type},${row},,1.5`),
      ].join("\r\n");
    const parse = (text: string) => parseNetwork({ format: "csv", text }, {});
    expect(parse(rows("Undirected", "Undirected"))).toMatchObject({ directed: false, weight: "Weight" });
    expect(parse(rows("Undirected", "Undirected")).edges.map(({ weight }) => weight)).toEqual([1.5, 1.5]);
    const mixed = parse(rows("Directed", "Undirected"));
    expect([mixed.directed, mixed.edges.length]).toEqual([true, 3]);
    expect(parse(rows("slag", "steam")).directed).toBe(true);
  });

  it("reads relations of Pajek as layers, matrices one after the other, and a file without vertices", () => {
    const text =
      '*Vertices 2\n1 a\n2 b\n*Arcs :1 "slag"\n1 2 5\n*Arcs :2\n2 1 3\n*Matrix :3 "steam"\n0 1\n0 0\n*Matrix:4\n0 0\n2 0\n';
    const read = parseNetwork({ format: "pajek", text }, {});
    expect(read.edges.map(({ source, target, weight, layer }) => [source, target, weight, layer])).toEqual([
      [0, 1, 5, "slag"],
      [1, 0, 3, "2"],
      [0, 1, 1, "steam"],
      [1, 0, 2, "4"],
    ]);
    expect(parseNetwork({ format: "pajek", text: "*Vertices 0\n*Edges\n" }, {}).nodes).toEqual([]);
  });

  it("goes both ways along an edge without direction in a network with directions", () => {
    const mixed = {
      options: { type: "mixed", multi: false, allowSelfLoops: true },
      nodes: [{ key: "a" }, { key: "b" }, { key: "c" }],
      edges: [
        { source: "a", target: "b", undirected: true, attributes: { weight: 2 } },
        { source: "b", target: "c", attributes: { weight: 1 } },
      ],
    };
    const read = parseNetwork({ format: "json", text: JSON.stringify(mixed) }, {});
    expect(read.edges.map(({ source, target, weight }) => [source, target, weight])).toEqual([
      [0, 1, 2],
      [1, 0, 2],
      [1, 2, 1],
    ]);
    const asUndirected = parseNetwork({ format: "json", text: JSON.stringify(mixed) }, { directed: false });
    expect([asUndirected.directed, asUndirected.edges.length]).toEqual([false, 2]);
  });

  it("reads back what the product itself writes", () => {
    const filtered = applyFilter(
      networkOfLinks([
        ["a", "b", 5],
        ["b", "c"],
      ]),
      noFilter,
    );
    const note = { title: "x" } as never;
    for (const [format, pieces] of [
      ["graphml", writeGraphml(filtered, note)],
      ["json", writeNodeLink(filtered, note)],
    ] as const) {
      const read = parseNetwork({ format, text: [...pieces].join("") }, {});
      expect(read.nodes.map(({ id }) => id)).toEqual(["a", "b", "c"]);
      expect(read.edges.map(({ source, target }) => [source, target])).toEqual([
        [0, 1],
        [1, 2],
      ]);
      expect(read.directed).toBe(true);
    }
  });

  it("tells the format by name, else by how the text begins", () => {
    const formats: [string, string, NetworkFormat][] = [
      ["web.GEXF", "", "gexf"],
      ["web.net", "", "pajek"],
      ["web.tsv", "", "csv"],
      ["web", ' {"nodes": []}', "json"],
      ["web", graphml, "graphml"],
      ["web.dat", gexf, "gexf"],
      ["web", pajek, "pajek"],
    ];
    for (const [name, text, format] of formats) expect(formatOf(name, text)).toBe(format);
    expect(placeOf(() => formatOf("web", "a b c"))).toBe("web");
  });

  it.each([
    ["json", "{", "line 1"],
    ["csv", "\uFEFF \n", "(root)"],
    ["json", '{"edges": []}', "nodes"],
    ["json", "[]", "(root)"],
    ["json", '{"nodes": [{"id": "a"}, {"id": "a"}], "edges": []}', "nodes[1]"],
    ["json", '{"nodes": [{}], "edges": []}', "nodes[0].id"],
    ["json", '{"nodes": [{"id": 1}], "links": [{"source": 1, "target": 2}]}', "links[0]"],
    ["json", '{"nodes": [{"id": 1}], "edges": [{"source": 1, "target": 1, "weight": -1}]}', "edges[0]"],
    ["graphml", "<graphml>\n<graph edgedefault='directed'>\n<node></node>", "line 3"],
    ["graphml", "<graphml></graphml>", "(root)"],
    ["graphml", "<graphml>\n<a></b>", "line 2"],
    ["graphml", "<!DOCTYPE x [<!ENTITY e 'boom'>]>\n<graphml>&e;</graphml>", "line 2"],
    ["gexf", "<gexf><graph>\n<edge source='a'/></graph></gexf>", "line 2"],
    ["pajek", "hello", "line 1"],
    ["pajek", "*Vertices 2\n*Arcs\n1 3", "line 3"],
    ["pajek", "*Vertices many", "line 1"],
    ["csv", "a,b\n1,2", "line 1"],
    ["csv", "source,target\na,\n", "line 2"],
    ["csv", 'source,target\na,"b\n', "line 2"],
  ] as const)("refuses %s %j and names the place", (format, text, place) => {
    expect(placeOf(() => parseNetwork({ format, text }, {}))).toBe(place);
  });
});

function placeOf(read: () => unknown): string | undefined {
  try {
    read();
    return undefined;
  } catch (error) {
    if (!(error instanceof SymbiosisError) || error.messageZh === null) throw error;
    return error.details[0]?.pointer;
  }
}
