import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import {
  cellOf,
  edgeColumns,
  edgeRows,
  nodeColumns,
  nodeRows,
  type Cell,
  type Column,
  type ExportNote,
} from "./rows.ts";

/**
 * Node-link JSON as NetworkX ≥ 3.4 reads it with `node_link_graph(data, edges="edges")`: a directed multigraph whose edge
 * keys are exchange ids. One node or edge a line; null stays null. `graph` says records, program and filter.
 */
export function* writeNodeLink(filtered: FilteredNetwork, note: ExportNote): Generator<string> {
  const graph = { name: "gongsheng", ...note };
  yield `{"directed": true, "multigraph": true, "graph": ${JSON.stringify(graph)},\n"nodes": [`;
  yield* lines(nodeRows(filtered), (row) => ({ id: row.enterprise.id, ...record(nodeColumns, row) }));
  yield `\n],\n"edges": [`;
  yield* lines(edgeRows(filtered), (row) => {
    const { id, supplierId, receiverId } = row.exchange;
    return { source: supplierId, target: receiverId, key: id, ...record(edgeColumns, row) };
  });
  yield "\n]}\n";
}

function* lines<Row>(rows: Iterable<Row>, toObject: (row: Row) => object): Generator<string> {
  let separator = "\n";
  for (const row of rows) {
    yield separator + JSON.stringify(toObject(row));
    separator = ",\n";
  }
}

function record<Row>(columns: readonly Column<Row>[], row: Row): Record<string, Cell> {
  return Object.fromEntries(columns.map((column) => [column.name, cellOf(column, row)]));
}
