import { SymbiosisError } from "#graph/errors.ts";
import type { Attribute, PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { Text } from "#graph/schema/text.ts";

/** Where something stands in a file, for a person: `line 3`, `edges[7]`. */
export type Spot = string;

/** A network file that cannot be read: place and remedy in both languages. */
export function unreadable(spot: Spot, { zh, en }: Text): SymbiosisError {
  return new SymbiosisError("invalid-request", `${spot}: ${en}`, {
    zh: `${spot}：${zh}`,
    details: [{ pointer: spot, message: en }],
  });
}

export interface DraftEdge {
  readonly source: string;
  readonly target: string;
  /** Null = as the file says of all edges. */
  readonly directed: boolean | null;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly spot: Spot;
}

export interface DraftNode {
  readonly id: string;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly spot: Spot;
}

/** What a reader found; ends are ids. */
export interface DraftNetwork {
  readonly directed: boolean;
  readonly nodes: readonly DraftNode[];
  readonly edges: readonly DraftEdge[];
  /** Whether an end that is no node of its own makes one. */
  readonly endsAreNodes: boolean;
}

export interface ReadOptions {
  /** Overrules what the file says of direction. */
  readonly directed?: boolean | undefined;
  /** Edge attribute that holds the weight; default `quantity`, else `weight`, whichever the file has. */
  readonly weight?: string | undefined;
  /** Leaves only the edges of this layer; all nodes stay. Default all layers. */
  readonly layer?: string | undefined;
}

/**
 * The draft as measures read it. Throws `invalid-request` for ids that are missing or given twice, weights below 0, and an
 * attribute or a layer that is asked for and no edge has.
 */
export function finishNetwork(whole: DraftNetwork, options: ReadOptions): PlainNetwork {
  const draft = ofLayer(whole, options.layer);
  const directed = options.directed ?? (draft.directed || draft.edges.some((edge) => edge.directed === true));
  const weight = weightAttribute(draft, options.weight);
  const { nodes, positions } = collectNodes(draft);
  const edges = draft.edges.flatMap((edge) => {
    const end = (id: string) => {
      const position = positions.get(id);
      if (position !== undefined) return position;
      throw unreadable(edge.spot, {
        zh: `没有编号为 ${JSON.stringify(id)} 的节点；请在节点中加入它，或更正这一端`,
        en: `there is no node ${JSON.stringify(id)}; add it to the nodes or correct this end`,
      });
    };
    const made = {
      source: end(edge.source),
      target: end(edge.target),
      weight: weight === null ? null : weightOf(edge, weight),
      layer: nameAt(edge, "layer"),
      resource: nameAt(edge, "resource"),
    };
    const goesBothWays = directed && !(edge.directed ?? draft.directed) && made.source !== made.target;
    return goesBothWays ? [made, { ...made, source: made.target, target: made.source }] : [made];
  });
  return { directed, nodes, edges, weight };
}

/** The edges of one layer. Ends that are no nodes of their own are nodes still: they are there, and alone. */
function ofLayer(draft: DraftNetwork, layer: string | undefined): DraftNetwork {
  if (layer === undefined) return draft;
  const edges = draft.edges.filter((edge) => nameAt(edge, "layer") === layer);
  const known = [...new Set(draft.edges.flatMap((edge) => nameAt(edge, "layer") ?? []))].sort();
  if (edges.length === 0)
    throw unreadable("layer", {
      zh: `没有链接属于层 ${JSON.stringify(layer)}；现有的层：${known.join("、") || "无"}`,
      en: `no edge is of the layer ${JSON.stringify(layer)}; there are ${known.join(", ") || "none"}`,
    });
  const { nodes } = collectNodes(draft);
  return { ...draft, edges, nodes: nodes.map((node) => ({ spot: "", ...node })), endsAreNodes: false };
}

function collectNodes({ nodes: stated, edges, endsAreNodes }: DraftNetwork) {
  const positions = new Map<string, number>();
  const nodes: { id: string; attributes: DraftNode["attributes"] }[] = [];
  for (const { id, attributes, spot } of stated) {
    if (positions.has(id))
      throw unreadable(spot, {
        zh: `节点编号 ${JSON.stringify(id)} 重复；每个节点只写一次`,
        en: `the node ${JSON.stringify(id)} is there twice; list each node once`,
      });
    positions.set(id, nodes.length);
    nodes.push({ id, attributes });
  }
  if (endsAreNodes)
    for (const { source, target } of edges)
      for (const id of [source, target]) {
        if (positions.has(id)) continue;
        positions.set(id, nodes.length);
        nodes.push({ id, attributes: {} });
      }
  return { nodes, positions };
}

/** The attribute that is asked for, else `quantity`, else `weight`, in letters of any size: Gephi writes `Weight`. */
function weightAttribute({ edges }: DraftNetwork, asked: string | undefined): string | null {
  const known = [...new Set(edges.flatMap(({ attributes }) => Object.keys(attributes)))].sort();
  if (asked === undefined)
    return (
      ["quantity", "weight"].flatMap(
        (usual) => known.find((name) => name.toLowerCase() === usual) ?? [],
      )[0] ?? null
    );
  if (known.includes(asked) || edges.length === 0) return asked;
  throw unreadable("weight", {
    zh: `没有链接带有属性 ${JSON.stringify(asked)}；现有属性：${known.join("、") || "无"}`,
    en: `no edge has an attribute ${JSON.stringify(asked)}; they have ${known.join(", ") || "none"}`,
  });
}

function nameAt({ attributes }: DraftEdge, attribute: string): string | null {
  const value = attributes[attribute] ?? "";
  return value === "" ? null : String(value);
}

/** A weight that is no finite number is not known: neither 0 nor 1. */
function weightOf({ attributes, spot }: DraftEdge, name: string): number | null {
  const value = attributes[name];
  if (typeof value !== "number" || !Number.isFinite(value)) return null;
  if (value < 0)
    throw unreadable(spot, {
      zh: `权重 ${value} 小于 0；流量不能为负，请改用另一属性（--weight）或更正`,
      en: `the weight ${value} is below 0; a flow cannot be, so name another attribute (--weight) or correct it`,
    });
  return value;
}
