import type { Attribute } from "#graph/projection/graphs/file-view.ts";
import { unreadable, type DraftNetwork } from "./draft-network.ts";
import { typedValue } from "./typed-value.ts";
import { descendants, graphOf, readXml, required, type XmlElement } from "./xml-elements.ts";

interface Key {
  readonly name: string;
  readonly type: string;
  readonly standard: string | null;
}

/** GraphML: nodes, edges and their data; nested graphs are read flat, hyperedges are refused, ports are left out. */
export function readGraphml(text: string): DraftNetwork {
  const document = readXml(text);
  const graph = graphOf(document, "GraphML");
  const [hyperedge] = descendants(graph, "hyperedge");
  if (hyperedge !== undefined)
    throw unreadable(`line ${hyperedge.line}`, {
      zh: "不支持超边；请拆成两端之间的边",
      en: "hyperedges cannot be read; split them into edges between two ends",
    });
  const [nodeKeys, edgeKeys] = ["node", "edge"].map((owner) => keysOf(document, owner));
  return {
    directed: graph.attributes["edgedefault"] !== "undirected",
    endsAreNodes: false,
    nodes: [...descendants(graph, "node")].map((node) => ({
      id: required(node, "id"),
      attributes: dataOf(node, nodeKeys),
      spot: `line ${node.line}`,
    })),
    edges: [...descendants(graph, "edge")].map((edge) => {
      const { directed } = edge.attributes;
      return {
        source: required(edge, "source"),
        target: required(edge, "target"),
        directed: directed === undefined ? null : directed === "true",
        attributes: dataOf(edge, edgeKeys),
        spot: `line ${edge.line}`,
      };
    }),
  };
}

/** What the keys of a document declare for nodes or edges, by id. */
function keysOf(document: XmlElement, owner: string): ReadonlyMap<string, Key> {
  const keys = [...descendants(document, "key")].filter(({ attributes }) =>
    [owner, "all", undefined].includes(attributes["for"]),
  );
  return new Map(
    keys.map(({ attributes, children }) => {
      const id = attributes["id"] ?? "";
      const name = attributes["attr.name"] ?? id;
      const standard = children.find((child) => child.name === "default")?.text ?? null;
      return [id, { name, type: attributes["attr.type"] ?? "string", standard }];
    }),
  );
}

function dataOf(
  { children }: XmlElement,
  keys: ReadonlyMap<string, Key> = new Map(),
): Record<string, Attribute> {
  const values: Record<string, Attribute> = {};
  for (const { name, type, standard } of keys.values())
    if (standard !== null) values[name] = typedValue(standard, type);
  for (const { name, attributes, text } of children) {
    if (name !== "data") continue;
    const id = attributes["key"] ?? "";
    const key = keys.get(id) ?? { name: id, type: "string" };
    values[key.name] = typedValue(text, key.type);
  }
  return values;
}
