import type { Attribute } from "#graph/projection/graphs/file-view.ts";
import type { DraftNetwork } from "./draft-network.ts";
import { numberFrom, typedValue } from "./typed-value.ts";
import { descendants, graphOf, readXml, required, type XmlElement } from "./xml-elements.ts";

interface Declared {
  readonly title: string;
  readonly type: string;
  readonly standard: string | null;
}

/** GEXF 1.1 to 1.3: nodes, edges, their attribute values and weights; dynamics and drawing are left out. */
export function readGexf(text: string): DraftNetwork {
  const graph = graphOf(readXml(text), "GEXF");
  const [ofNodes, ofEdges] = ["node", "edge"].map((owner) => declaredFor(graph, owner));
  return {
    directed: graph.attributes["defaultedgetype"] === "directed",
    endsAreNodes: false,
    nodes: [...descendants(graph, "node")].map((node) => ({
      id: required(node, "id"),
      attributes: { label: node.attributes["label"] ?? null, ...valuesOf(node, ofNodes) },
      spot: `line ${node.line}`,
    })),
    edges: [...descendants(graph, "edge")].map((edge) => {
      const { type, weight } = edge.attributes;
      return {
        source: required(edge, "source"),
        target: required(edge, "target"),
        directed: type === undefined ? null : type === "directed",
        attributes: {
          ...valuesOf(edge, ofEdges),
          ...(weight === undefined ? {} : { weight: numberFrom(weight) }),
        },
        spot: `line ${edge.line}`,
      };
    }),
  };
}

/** The attributes that a graph declares for nodes or edges, by id. */
function declaredFor(graph: XmlElement, owner: string): ReadonlyMap<string, Declared> {
  const lists = [...descendants(graph, "attributes")].filter(
    ({ attributes }) => attributes["class"] === owner,
  );
  return new Map(
    lists.flatMap((list) =>
      [...descendants(list, "attribute")].map(({ attributes, children }): [string, Declared] => {
        const id = attributes["id"] ?? "";
        const standard = children.find(({ name }) => name === "default")?.text ?? null;
        return [id, { title: attributes["title"] ?? id, type: attributes["type"] ?? "string", standard }];
      }),
    ),
  );
}

function valuesOf({ children }: XmlElement, declared: ReadonlyMap<string, Declared> = new Map()) {
  const values: Record<string, Attribute> = {};
  for (const { title, type, standard } of declared.values())
    if (standard !== null) values[title] = typedValue(standard, type);
  for (const list of children.filter(({ name }) => name === "attvalues"))
    for (const { attributes } of list.children) {
      const id = attributes["for"] ?? attributes["id"] ?? "";
      const { title, type } = declared.get(id) ?? { title: id, type: "string" };
      values[title] = typedValue(attributes["value"] ?? "", type);
    }
  return values;
}
