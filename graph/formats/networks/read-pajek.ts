import { unreadable, type DraftEdge, type DraftNetwork, type DraftNode } from "./draft-network.ts";
import { numberFrom } from "./typed-value.ts";

/** Words of a line: quoted text is one word. */
const word = /"([^"]*)"|(\S+)/g;

/**
 * Pajek (.net): *Vertices, then *Arcs and *Edges, *Arcslist and *Edgeslist, or *Matrix; relations (`*Arcs :2 "steam"`)
 * are layers. A vertex is called by its label; by its number where it has none or another one has the same. A line without a
 * value has no known weight.
 */
export function readPajek(text: string): DraftNetwork {
  const pajek: Pajek = { vertices: [], lines: [], section: "", layer: null, matrixRow: 0 };
  let hasVertices = false;
  for (const [index, raw] of text
    .replace(/^\uFEFF/, "")
    .split(/\r\n?|\n/)
    .entries()) {
    const line = raw.trim();
    const spot = `line ${index + 1}`;
    if (line === "" || line.startsWith("%")) continue;
    const words = [...line.matchAll(word)].map(([, quoted, bare]) => quoted ?? bare ?? "");
    const [first = ""] = words;
    if (!first.startsWith("*")) {
      readLine(pajek, words, spot);
      continue;
    }
    openSection(pajek, words);
    if (pajek.section !== "vertices") continue;
    declareVertices(pajek.vertices, words[1], spot);
    hasVertices = true;
  }
  if (!hasVertices) throw noVertices("line 1");
  const { vertices, lines } = pajek;
  return { directed: lines.some(({ directed }) => directed), ...named(vertices, lines), endsAreNodes: false };
}

interface Vertex {
  readonly label: string | null;
  readonly spot: string;
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly directed: boolean;
  readonly weight: number | null;
  readonly layer: string | null;
  readonly spot: string;
}

interface Pajek {
  readonly vertices: Vertex[];
  readonly lines: Line[];
  section: string;
  /** The relation of the section, by its name or else its number; null where there is only one. */
  layer: string | null;
  matrixRow: number;
}

/** `*Arcs`, `*Arcs :2` or `*Arcs :2 "steam"`. */
function openSection(pajek: Pajek, [first = "", ...rest]: readonly string[]): void {
  const [name = "", joined] = first.slice(1).toLowerCase().split(":", 2);
  const [number, label] = joined === undefined ? rest : [`:${joined}`, ...rest];
  pajek.section = name;
  pajek.layer = /^:\d+$/.test(number ?? "") ? (label ?? (number ?? "").slice(1)) : null;
  pajek.matrixRow = 0;
}

/** One line of a section; sections of other names say nothing to a measure. */
function readLine(pajek: Pajek, words: readonly string[], spot: string): void {
  const { vertices, lines, section, layer } = pajek;
  const number = (text: string | undefined) => vertexNumber(text, vertices.length, spot);
  const [first, second, third] = words;
  const directed = !section.startsWith("edges");
  if (section === "vertices") vertices[number(first) - 1] = { label: second ?? null, spot };
  else if (section === "arcs" || section === "edges") {
    const weight = third === undefined ? null : numberFrom(third);
    lines.push({ from: number(first), to: number(second), directed, weight, layer, spot });
  } else if (section === "arcslist" || section === "edgeslist") {
    for (const other of words.slice(1))
      lines.push({ from: number(first), to: number(other), directed, weight: null, layer, spot });
  } else if (section === "matrix") {
    const from = number(String(++pajek.matrixRow));
    for (const [column, cell] of words.entries()) {
      const weight = numberFrom(cell);
      if (weight !== 0) lines.push({ from, to: number(String(column + 1)), directed, weight, layer, spot });
    }
  } else if (vertices.length === 0) throw noVertices(spot);
}

function named(
  vertices: readonly Vertex[],
  lines: readonly Line[],
): { nodes: DraftNode[]; edges: DraftEdge[] } {
  const labels = vertices.map(({ label }) => label);
  const counts = new Map<string, number>();
  for (const label of labels) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const ids = labels.map((label, index) =>
    label !== null && label !== "" && counts.get(label) === 1 ? label : String(index + 1),
  );
  return {
    nodes: ids.map((id, index) => ({ id, attributes: {}, spot: vertices[index]?.spot ?? "" })),
    edges: lines.map(({ from, to, directed, weight, layer, spot }) => ({
      source: ids[from - 1] ?? "",
      target: ids[to - 1] ?? "",
      directed,
      attributes: { ...(weight === null ? {} : { weight }), ...(layer === null ? {} : { layer }) },
      spot,
    })),
  };
}

function declareVertices(vertices: Vertex[], count: string | undefined, spot: string) {
  const declared = Number(count);
  if (!Number.isInteger(declared) || declared < 0 || declared > 10_000_000)
    throw unreadable(spot, {
      zh: "*Vertices 后应为节点数",
      en: "expected the number of vertices after *Vertices",
    });
  for (let index = 0; index < declared; index++) vertices.push({ label: null, spot });
}

function vertexNumber(text: string | undefined, count: number, spot: string): number {
  const number = Number(text);
  if (text !== undefined && Number.isInteger(number) && number >= 1 && number <= count) return number;
  throw unreadable(spot, {
    zh: `${JSON.stringify(text ?? "")} 不是 1 到 ${count} 的节点号`,
    en: `${JSON.stringify(text ?? "")} is no vertex from 1 to ${count}`,
  });
}

function noVertices(spot: string) {
  return unreadable(spot, {
    zh: "没有 *Vertices；这不是 Pajek 文件",
    en: "there is no *Vertices; the file is not Pajek",
  });
}
