import { parse } from "csv-parse/sync";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guardText, unguardText } from "#graph/schema/csv-guard.ts";
import { writeNetwork, type NetworkFormat } from "#graph/formats/networks/write-network.ts";
import { escapeXml } from "#graph/formats/networks/xml-text.ts";
import { applyFilter, layerFlowOf, type FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import { noteOf } from "#graph/formats/networks/rows.ts";
import { anyFilter } from "#test/fixtures/any-filter.ts";
import { z } from "zod";
import { defaultFilter, filterQuery, noFilter, sameFilter, toFilter } from "#graph/schema/filter/filter.ts";
import { emptyNetwork, type Network } from "#graph/schema/records/network.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";
import { makeEnterprise, makeExchange } from "#test/fixtures/small-network.ts";
import { parseStrictXml, type Element } from "./strict-xml.ts";

const origin = { contentHash: "0123456789abcdef".repeat(4), productVersion: "1.2.3" };

const textOf = (format: NetworkFormat, filtered: FilteredNetwork) =>
  [...writeNetwork(format, filtered, origin).pieces].join("");

/** The filter that a query string says, read as the service reads it. */
const readFilter = (text: string) =>
  toFilter(z.strictObject(filterQuery).parse(Object.fromEntries(new URLSearchParams(text))));

test("any filter, when written out in full, then names its defaults and reads back as the same", () => {
  fc.assert(
    fc.property(anyFilter, (filter) => {
      const text = noteOf(applyFilter(emptyNetwork, filter), origin).filter;
      expect(sameFilter(readFilter(text), filter)).toBe(true);
    }),
  );
  const text = noteOf(applyFilter(emptyNetwork, defaultFilter), origin).filter;
  expect(text).toContain("status=operating&");
  expect(text).toContain("linkKind=by-product,utility");
  expect(text).toContain("internal=no");
});

type Row = Record<string, string>;

function readCsv(format: "nodes.csv" | "edges.csv", filtered: FilteredNetwork): Row[] {
  return parse(textOf(format, filtered), { bom: true, columns: true, record_delimiter: "\r\n" });
}

interface NodeLink {
  readonly directed: boolean;
  readonly multigraph: boolean;
  readonly graph: Readonly<Record<string, unknown>>;
  readonly nodes: readonly Record<string, unknown>[];
  readonly edges: readonly Record<string, unknown>[];
}

const readNodeLink = (filtered: FilteredNetwork) => JSON.parse(textOf("node-link", filtered)) as NodeLink;

interface Graphml {
  readonly graph: Element;
  readonly nodes: readonly Row[];
  readonly edges: readonly Row[];
}

function readGraphml(filtered: FilteredNetwork): Graphml {
  const root = parseStrictXml(textOf("graphml", filtered));
  const keys = new Map(
    root.children
      .filter(({ name }) => name === "key")
      .map(({ attributes }) => [attributes["id"], attributes["attr.name"] ?? ""]),
  );
  const graph = root.children.find(({ name }) => name === "graph");
  if (graph === undefined) throw new Error("no graph");
  const rowOf = ({ attributes, children }: Element): Row => ({
    ...attributes,
    ...Object.fromEntries(children.map((data) => [keys.get(data.attributes["key"]), data.text])),
  });
  const rows = (what: string) => graph.children.filter(({ name }) => name === what).map(rowOf);
  return { graph, nodes: rows("node"), edges: rows("edge") };
}

const real = applyFilter(readSeedNetwork(), noFilter);

describe("the real network, when written in every format and read back by other readers", () => {
  const csvNodes = readCsv("nodes.csv", real);
  const csvEdges = readCsv("edges.csv", real);
  const nodeLink = readNodeLink(real);
  const graphml = readGraphml(real);

  test("then every format holds the same 691 enterprises and 390 exchanges", () => {
    const { enterprises, exchanges } = real.network;
    expect([enterprises.length, exchanges.length]).toEqual([691, 390]);
    const ids = enterprises.map(({ id }) => id);
    expect(csvNodes.map((row) => row["Id"])).toEqual(ids);
    expect(nodeLink.nodes.map((row) => row["id"])).toEqual(ids);
    expect(graphml.nodes.map((row) => row["id"])).toEqual(ids);
    const links = exchanges.map(({ id, supplierId, receiverId }) => [id, supplierId, receiverId]);
    expect(csvEdges.map((row) => [row["Id"], row["Source"], row["Target"]])).toEqual(links);
    expect(nodeLink.edges.map((row) => [row["key"], row["source"], row["target"]])).toEqual(links);
    expect(graphml.edges.map((row) => [row["id"], row["source"], row["target"]])).toEqual(links);
  });

  test.each(["material", "energy", "water"] as const)("then flows of %s sum to the same figure", (layer) => {
    const sum = (rows: readonly Record<string, unknown>[]) =>
      rows
        .filter((row) => row["layer"] === layer)
        .reduce((total, row) => total + Number(row["flowPerYear"] ?? 0), 0);
    const expected = real.exchanges
      .filter((exchange) => exchange.layer === layer)
      .reduce((total, exchange) => total + (layerFlowOf(exchange) ?? 0), 0);
    expect(expected).toBeGreaterThan(0);
    expect(sum(csvEdges)).toBeCloseTo(expected, 6);
    expect(sum(nodeLink.edges)).toBeCloseTo(expected, 6);
    expect(sum(graphml.edges)).toBeCloseTo(expected, 6);
  });

  test("then names and evidence are the ones that went in, in every format", () => {
    real.network.enterprises.forEach(({ nameZh, evidence }, at) => {
      const expected = [nameZh, evidence.sourceKind, evidence.sourceUrl ?? ""];
      const csv = csvNodes[at] ?? {};
      expect([unguardText(csv["label"] ?? ""), csv["sourceKind"], csv["sourceUrl"]]).toEqual(expected);
      const json = nodeLink.nodes[at] ?? {};
      expect([json["label"], json["sourceKind"], json["sourceUrl"] ?? ""]).toEqual(expected);
      const xml = graphml.nodes[at] ?? {};
      expect([xml["label"], xml["sourceKind"], xml["sourceUrl"] ?? ""]).toEqual(expected);
    });
  });

  test("then a truth that is not known is no missing boolean in GraphML", () => {
    const words = new Map([
      [true, "yes"],
      [false, "no"],
      [null, "unknown"],
    ]);
    for (const name of ["hazardous", "sameCompany"] as const) {
      const expected = real.exchanges.map((exchange) => words.get(exchange[name]));
      expect(new Set(expected)).toContain("unknown");
      expect(graphml.edges.map((row) => row[name])).toEqual(expected);
    }
  });

  test("then the file says which records, program and filter it is from, and the filter reads back as it was", () => {
    const said = { networkVersion: 1, ...origin, filter: String(nodeLink.graph["filter"]) };
    expect(nodeLink.graph).toEqual({ name: "gongsheng", ...said });
    const inText = Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
    for (const row of [csvEdges[0], csvNodes[0]]) expect(row).toMatchObject(inText);
    expect(graphml.graph.children.slice(0, 4).map(({ text }) => text)).toEqual(Object.values(inText));
    expect(readFilter(said.filter)).toEqual(noFilter);
    expect(nodeLink).toMatchObject({ directed: true, multigraph: true });
    expect(graphml.graph.attributes["edgedefault"]).toBe("directed");
    expect(writeNetwork("graphml", real, origin).name).toBe("gongsheng-v1.graphml");
  });
});

test("a filter, when set, then only what it leaves is written, and ends of exchanges are never missing", () => {
  const filtered = applyFilter(readSeedNetwork(), { ...defaultFilter, layers: ["energy"], pooled: false });
  const { nodes, edges } = readNodeLink(filtered);
  const ids = new Set(nodes.map(({ id }) => id));
  expect(edges.length).toBe(filtered.exchanges.length);
  expect(edges.length).toBeGreaterThan(0);
  expect(edges.every((edge) => edge["layer"] === "energy")).toBe(true);
  expect(edges.every((edge) => ids.has(edge["source"]) && ids.has(edge["target"]))).toBe(true);
  expect(nodes.some(({ kind }) => kind === "pooled")).toBe(false);
});

test("an empty network, when written, then every format is still valid", () => {
  const filtered = applyFilter(emptyNetwork, defaultFilter);
  expect(readCsv("nodes.csv", filtered)).toEqual([]);
  expect(readCsv("edges.csv", filtered)).toEqual([]);
  expect(readNodeLink(filtered)).toMatchObject({ nodes: [], edges: [] });
  expect(readGraphml(filtered).nodes).toEqual([]);
});

/** Two enterprises and an exchange that carry the text everywhere. */
function networkWith(text: string): Network {
  const named = { nameZh: text, nameEn: text, noteZh: text };
  return {
    ...emptyNetwork,
    version: 3,
    enterprises: [makeEnterprise("a", named), makeEnterprise("b", named)],
    exchanges: [makeExchange("x", { resourceZh: text, quantityNoteZh: text })],
  };
}

const nasty = fc.oneof(
  fc.string({ unit: "binary", minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    "=1+1",
    "＝SUM(A1)",
    "-2",
    "'=1",
    "''",
    "\t=1",
    "a\r\nb",
    '"',
    "]]>",
    "<!--",
    "&amp;",
    "\u202E",
  ),
);

/** Production 2 of XML 1.0: what a document may hold. */
function isXmlCharacter(character: string): boolean {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0xfffd) || code >= 0x10000;
}

test("any text, when written as a name, then comes back the same from every format: whole, save what XML cannot carry", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const filtered = applyFilter(networkWith(text), defaultFilter);
      const inXml = Array.from(text).filter(isXmlCharacter).join("");
      expect(unguardText(readCsv("nodes.csv", filtered)[0]?.["label"] ?? "")).toBe(inXml);
      expect(unguardText(readCsv("edges.csv", filtered)[0]?.["quantityNoteZh"] ?? "")).toBe(inXml);
      expect(readNodeLink(filtered).nodes[0]?.["label"]).toBe(inXml);
      expect(readGraphml(filtered).nodes[0]?.["label"]).toBe(inXml);
    }),
    { numRuns: 300 },
  );
});

describe("the formula guard", () => {
  const leads = ["=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"];

  test.each(leads)("text that starts with %j, when guarded, then starts with an apostrophe", (lead) => {
    expect(guardText(`${lead}1`)).toBe(`'${lead}1`);
  });

  test("any text, when guarded, then is inert and comes back as it was", () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const guarded = guardText(text);
        expect(leads.some((lead) => guarded.startsWith(lead))).toBe(false);
        expect(unguardText(guarded)).toBe(text);
      }),
    );
  });
});

test("XML text, when escaped, then keeps tabs and line ends through a reader that normalises them", () => {
  expect(escapeXml('a\t\r\n<&>"')).toBe("a&#9;&#13;&#10;&lt;&amp;&gt;&quot;");
});
