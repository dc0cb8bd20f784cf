type Network = typeof import("./network/network-screen.tsx");
type Table = typeof import("./table/table-screen.tsx");

let network: Promise<Network> | null = null;
let table: Promise<Table> | null = null;

/** The stage with Sigma: its own chunk, fetched once; a failed fetch may be tried again. */
export function loadNetworkScreen(): Promise<Network> {
  network ??= import("./network/network-screen.tsx").catch((error: unknown) => {
    network = null;
    throw error;
  });
  return network;
}

/** The tables: their own chunk. */
export function loadTableScreen(): Promise<Table> {
  table ??= import("./table/table-screen.tsx").catch((error: unknown) => {
    table = null;
    throw error;
  });
  return table;
}
