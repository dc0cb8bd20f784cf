import type { Attribute } from "#graph/projection/graphs/file-view.ts";
import { unreadable, type DraftEdge, type DraftNetwork, type Spot } from "./draft-network.ts";

type Plain = Readonly<Record<string, unknown>>;

/**
 * A network as graphology exports it (`nodes: [{key, attributes}]`, `edges: [{source, target, attributes, undirected}]`) or
 * as NetworkX writes it (node-link: `nodes: [{id, …}]`, `edges` or `links: [{source, target, …}]`).
 */
export function readNetworkJson(data: unknown): DraftNetwork {
  if (!isPlain(data))
    throw unreadable("(root)", {
      zh: "应为对象，含 nodes 和 edges（或 links）",
      en: "expected an object with nodes and edges (or links)",
    });
  const nodes = listAt(data, "nodes");
  const isGraphology = nodes.some((node) => "key" in node && !("id" in node)) || isPlain(data["options"]);
  return isGraphology ? fromGraphology(data, nodes) : fromNodeLink(data, nodes);
}

function fromGraphology(data: Plain, nodes: readonly Plain[]): DraftNetwork {
  const options = isPlain(data["options"]) ? data["options"] : {};
  return {
    // Mixed and directed graphs: each edge says whether it has no direction.
    directed: options["type"] !== "undirected",
    endsAreNodes: false,
    nodes: nodes.map((node, index) => ({
      id: idAt(node, "key", `nodes[${index}]`),
      attributes: attributesOf(isPlain(node["attributes"]) ? node["attributes"] : {}, []),
      spot: `nodes[${index}]`,
    })),
    edges: listAt(data, "edges").map((edge, index) => ({
      ...endsOf(edge, `edges[${index}]`),
      directed: edge["undirected"] === true ? false : null,
      attributes: attributesOf(isPlain(edge["attributes"]) ? edge["attributes"] : {}, []),
    })),
  };
}

function fromNodeLink(data: Plain, nodes: readonly Plain[]): DraftNetwork {
  const key = data["edges"] === undefined && data["links"] !== undefined ? "links" : "edges";
  return {
    directed: data["directed"] === true,
    endsAreNodes: false,
    nodes: nodes.map((node, index) => ({
      id: idAt(node, "id", `nodes[${index}]`),
      attributes: attributesOf(node, ["id"]),
      spot: `nodes[${index}]`,
    })),
    edges: listAt(data, key).map((edge, index) => ({
      ...endsOf(edge, `${key}[${index}]`),
      directed: null,
      attributes: attributesOf(edge, ["source", "target", "key"]),
    })),
  };
}

function endsOf(edge: Plain, spot: Spot): Pick<DraftEdge, "source" | "target" | "spot"> {
  return { source: idAt(edge, "source", spot), target: idAt(edge, "target", spot), spot };
}

/** An id is a text, a number, a truth or, as NetworkX writes tuples, a list of these. */
function idAt(item: Plain, key: string, spot: Spot): string {
  const value = item[key];
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw unreadable(`${spot}.${key}`, {
      zh: `编号 ${value} 过大，作为数字已不精确；请写成文本（加引号）`,
      en: `the id ${value} is too large to be exact as a number; write it as a text, in quotes`,
    });
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean")
    return String(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  throw unreadable(`${spot}.${key}`, {
    zh: `缺少 ${key}；应为文本或数字`,
    en: `${key} is missing; expected a text or a number`,
  });
}

/** Values that are lists or objects say nothing to a measure and are left out. */
function attributesOf(item: Plain, without: readonly string[]): Record<string, Attribute> {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, value]): [string, Attribute][] => {
      if (without.includes(name)) return [];
      const isAttribute =
        value === null ||
        typeof value === "string" ||
        typeof value === "number" ||
        typeof value === "boolean";
      return isAttribute ? [[name, value]] : [];
    }),
  );
}

function listAt(data: Plain, key: string): Plain[] {
  const list = data[key];
  if (!Array.isArray(list))
    throw unreadable(key, { zh: `缺少 ${key}；应为列表`, en: `${key} is missing; expected a list` });
  return list.map((item: unknown, index) => {
    if (isPlain(item)) return item;
    throw unreadable(`${key}[${index}]`, { zh: "应为对象", en: "expected an object" });
  });
}

function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
