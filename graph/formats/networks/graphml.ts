import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import {
  cellOf,
  edgeColumns,
  edgeRows,
  nodeColumns,
  nodeRows,
  type ExportNote,
  type Cell,
  type Column,
} from "./rows.ts";
import { escapeXml } from "./xml-text.ts";

const head = `<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
`;

/**
 * GraphML 1.0 (Brandes et al., http://graphml.graphdrawing.org): a directed multigraph, enterprises as nodes, exchanges as
 * edges with their own ids. The graph's own data say records, program and filter. Null is left out, but
 * where a truth is not known: readers take a missing boolean for false (python-igraph), so it is text, yes, no or unknown.
 */
export function* writeGraphml(filtered: FilteredNetwork, note: ExportNote): Generator<string> {
  yield head;
  for (const [name, value] of Object.entries(note))
    yield keyLine("graph", name, typeof value === "number" ? "int" : "string");
  for (const { name, type } of nodeColumns) yield keyLine("node", name, type);
  for (const { name, type } of edgeColumns) yield keyLine("edge", name, type);
  yield `<graph id="gongsheng" edgedefault="directed">\n`;
  for (const [name, value] of Object.entries(note) as [string, string | number][])
    yield dataOf("graph", name, value);
  for (const row of nodeRows(filtered))
    yield `<node id="${escapeXml(row.enterprise.id)}">${allData("node", nodeColumns, row)}</node>\n`;
  for (const row of edgeRows(filtered)) {
    const { id, supplierId, receiverId } = row.exchange;
    const ends = `source="${escapeXml(supplierId)}" target="${escapeXml(receiverId)}"`;
    yield `<edge id="${escapeXml(id)}" ${ends}>${allData("edge", edgeColumns, row)}</edge>\n`;
  }
  yield "</graph>\n</graphml>\n";
}

type Owner = "graph" | "node" | "edge";

function keyLine(owner: Owner, name: string, columnType: Column<never>["type"]): string {
  const type = columnType === "truth" ? "string" : columnType;
  return `<key id="${owner}.${name}" for="${owner}" attr.name="${name}" attr.type="${type}"/>\n`;
}

function allData<Row>(owner: Owner, columns: readonly Column<Row>[], row: Row): string {
  return columns
    .map((column) => {
      const cell = cellOf(column, row);
      return dataOf(owner, column.name, column.type === "truth" ? truthWord(cell) : cell);
    })
    .join("");
}

function dataOf(owner: Owner, name: string, value: Cell): string {
  return value === null ? "" : `<data key="${owner}.${name}">${escapeXml(String(value))}</data>`;
}

function truthWord(cell: Cell): string {
  if (cell === null) return "unknown";
  return cell === true ? "yes" : "no";
}
