import type { FilteredNetwork } from "#graph/projection/filter/filtered-network.ts";
import type { exportFormats } from "#graph/schema/api/record-endpoints.ts";
import { writeGraphml } from "./graphml.ts";
import { writeEdgesCsv, writeNodesCsv } from "./csv.ts";
import type { Origin } from "#graph/schema/answers/origin.ts";
import { noteOf, type ExportNote } from "./rows.ts";
import { writeNodeLink } from "./node-link.ts";

export type NetworkFormat = (typeof exportFormats)[number];

/** A file being written: its pieces come one after the other, so that it is never whole in memory. */
export interface NetworkFile {
  /** ASCII, without a path; names the network version. */
  readonly name: string;
  readonly mediaType: string;
  readonly pieces: Iterable<string>;
}

const formats: Readonly<
  Record<
    NetworkFormat,
    {
      suffix: string;
      mediaType: string;
      write: (filtered: FilteredNetwork, note: ExportNote) => Iterable<string>;
    }
  >
> = {
  "nodes.csv": { suffix: "-nodes.csv", mediaType: "text/csv; charset=utf-8", write: writeNodesCsv },
  "edges.csv": { suffix: "-edges.csv", mediaType: "text/csv; charset=utf-8", write: writeEdgesCsv },
  graphml: { suffix: ".graphml", mediaType: "application/graphml+xml; charset=utf-8", write: writeGraphml },
  "node-link": {
    suffix: "-node-link.json",
    mediaType: "application/json; charset=utf-8",
    write: writeNodeLink,
  },
};

/** The filtered network as a file of one format: enterprises are nodes, exchanges are edges, with all their evidence. */
export function writeNetwork(format: NetworkFormat, filtered: FilteredNetwork, origin: Origin): NetworkFile {
  const { suffix, mediaType, write } = formats[format];
  return {
    name: `gongsheng-v${filtered.network.version}${suffix}`,
    mediaType,
    pieces: gather(write(filtered, noteOf(filtered, origin))),
  };
}

/** Characters a piece has at least: a stream pays for each piece, and rows are short. */
const pieceLength = 32_768;

function* gather(pieces: Iterable<string>): Generator<string> {
  let gathered = "";
  for (const piece of pieces) {
    gathered += piece;
    if (gathered.length < pieceLength) continue;
    yield gathered;
    gathered = "";
  }
  if (gathered !== "") yield gathered;
}
