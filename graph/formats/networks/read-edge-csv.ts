import { csvRows } from "#graph/formats/records/csv-rows.ts";
import type { Attribute } from "#graph/projection/graphs/file-view.ts";
import { unreadable, type DraftEdge, type DraftNetwork, type DraftNode } from "./draft-network.ts";
import { numberFrom } from "./typed-value.ts";

const sourceNames = ["source", "from", "supplier", "供方", "源"];
const targetNames = ["target", "to", "receiver", "需方", "目标"];
const idNames = ["id", "node", "key", "编号", "节点"];

interface Table {
  readonly header: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly line: number }[];
}

/**
 * Edges as CSV: a header with `source` and `target`, further columns are attributes; nodes are the ends, and the rows of a
 * second table with `id`. Cells that are plain numbers are numbers, blank ones are not known. Directed, unless a column
 * `Type`, which Gephi writes, says Undirected of every edge.
 */
export function readEdgeCsv(edgeText: string, nodeText: string | null): DraftNetwork {
  const edges = readTable(edgeText, "");
  const [from, to] = [sourceNames, targetNames].map((names) => columnOf(edges, names, ""));
  const directions = directionsOf(edges);
  return {
    directed: directions.length === 0 || directions.some((isDirected) => isDirected !== false),
    endsAreNodes: true,
    nodes: nodeText === null ? [] : readNodes(nodeText),
    edges: edges.rows.map(({ cells, line }, row): DraftEdge => {
      const spot = `line ${line}`;
      const end = (column: number, name: string) => filled(cells[column], name, spot);
      return {
        source: end(from ?? 0, "source"),
        target: end(to ?? 1, "target"),
        directed: directions[row] ?? null,
        attributes: attributesOf(edges.header, cells, [from ?? 0, to ?? 1]),
        spot,
      };
    }),
  };
}

/** By row: what a column `Type` says of the direction, null where it is blank; none where it is about something else. */
function directionsOf({ header, rows }: Table): readonly (boolean | null)[] {
  const column = header.findIndex((title) => title.toLowerCase() === "type");
  const words = rows.map(({ cells }) => (cells[column] ?? "").toLowerCase());
  if (column < 0 || words.some((word) => !["directed", "undirected", ""].includes(word))) return [];
  return words.map((word) => (word === "" ? null : word === "directed"));
}

function readNodes(text: string): DraftNode[] {
  const table = readTable(text, "nodes ");
  const column = columnOf(table, idNames, "nodes ");
  return table.rows.map(({ cells, line }) => {
    const spot = `nodes line ${line}`;
    const id = filled(cells[column], "id", spot);
    return { id, attributes: attributesOf(table.header, cells, [column]), spot };
  });
}

function readTable(text: string, file: string): Table {
  const clean = text.replace(/^\uFEFF/, "");
  const [head = ""] = clean.split(/\r\n?|\n/, 1);
  const separator = [",", "\t", ";"].reduce((best, each) =>
    head.split(each).length > head.split(best).length ? each : best,
  );
  const rows: { cells: readonly string[]; line: number }[] = [];
  let header: readonly string[] | null = null;
  for (const row of csvRows(clean, separator)) {
    if ("fault" in row) throw unreadable(`${file}line ${row.line}`, row.fault);
    if (header === null) header = row.cells.map((cell) => cell.trim());
    else rows.push({ cells: row.cells.map((cell) => cell.trim()), line: row.line });
  }
  return { header: header ?? [], rows };
}

function columnOf({ header }: Table, names: readonly string[], file: string): number {
  const column = header.findIndex((title) => names.includes(title.toLowerCase()));
  if (column >= 0) return column;
  throw unreadable(`${file}line 1`, {
    zh: `表头中没有 ${names[0]} 列；现为 ${header.join("、")}`,
    en: `the header has no column ${names[0]}; it has ${header.join(", ")}`,
  });
}

function filled(cell: string | undefined, name: string, spot: string): string {
  if (cell !== undefined && cell !== "") return cell;
  throw unreadable(spot, {
    zh: `${name} 为空；请填写节点编号`,
    en: `${name} is blank; write the id of a node`,
  });
}

function attributesOf(
  header: readonly string[],
  cells: readonly string[],
  without: readonly number[],
): Record<string, Attribute> {
  return Object.fromEntries(
    header.flatMap((title, column): [string, Attribute][] => {
      const cell = cells[column] ?? "";
      return without.includes(column) || title === ""
        ? []
        : [[title, cell === "" ? null : (numberFrom(cell) ?? cell)]];
    }),
  );
}
