import type { PlainNetwork } from "#graph/projection/graphs/file-view.ts";
import type { NetworkFormat } from "#graph/schema/answers/analysis.ts";
import { finishNetwork, unreadable, type DraftNetwork, type ReadOptions } from "./draft-network.ts";
import { readEdgeCsv } from "./read-edge-csv.ts";
import { readGexf } from "./read-gexf.ts";
import { readGraphml } from "./read-graphml.ts";
import { readNetworkJson } from "./read-json.ts";
import { readPajek } from "./read-pajek.ts";

const formatByEnding: Readonly<Record<string, NetworkFormat>> = {
  json: "json",
  gexf: "gexf",
  graphml: "graphml",
  net: "pajek",
  paj: "pajek",
  csv: "csv",
  tsv: "csv",
  txt: "csv",
};

/** The format of a network file by its name, else by how it begins. Throws `invalid-request` where neither says it. */
export function formatOf(name: string, text: string): NetworkFormat {
  const byName = formatByEnding[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ""];
  if (byName !== undefined) return byName;
  const start = text.slice(0, 2000);
  if (/^\uFEFF?\s*\{/.test(start)) return "json";
  if (/<gexf\b/.test(start)) return "gexf";
  if (/<graphml\b/.test(start)) return "graphml";
  if (/^\s*\*(?:network|vertices)/im.test(start)) return "pajek";
  throw unreadable(name, {
    zh: `看不出文件格式；可用的扩展名：${Object.keys(formatByEnding).join("、")}`,
    en: `the format cannot be told; endings that can: ${Object.keys(formatByEnding).join(", ")}`,
  });
}

export interface NetworkText {
  readonly format: NetworkFormat;
  readonly text: string;
  /** A CSV of nodes beside a CSV of edges. */
  readonly nodes?: string | null | undefined;
}

/** The text of a network file → the network. Throws `invalid-request` with place and remedy. */
export function parseNetwork(
  { format, text, nodes = null }: NetworkText,
  options: ReadOptions,
): PlainNetwork {
  if (/^\uFEFF?\s*$/.test(text))
    throw unreadable("(root)", {
      zh: "文件是空的；请用原程序重新导出",
      en: "the file is empty; export it anew",
    });
  return finishNetwork(readDraft(format, text, nodes), options);
}

/** A network that came as JSON already. */
export function parseNetworkData(data: unknown, options: ReadOptions): PlainNetwork {
  return finishNetwork(readNetworkJson(data), options);
}

function readDraft(format: NetworkFormat, text: string, nodes: string | null): DraftNetwork {
  if (format === "json") return readNetworkJson(parseJson(text));
  if (format === "gexf") return readGexf(text);
  if (format === "graphml") return readGraphml(text);
  return format === "pajek" ? readPajek(text) : readEdgeCsv(text, nodes);
}

/**
 * NaN and Infinity, which Python writes without being asked, are no numbers of JSON: such a value is not known. A whole
 * number that is too large to be exact is kept as it is written, for it is an id.
 */
function parseJson(text: string): unknown {
  const clean = text.replace(/^\uFEFF/, "");
  try {
    return JSON.parse(clean, keepDigits);
  } catch (first) {
    const outside = /("(?:[^"\\]|\\.)*")|-?\b(?:NaN|Infinity)\b/g;
    try {
      return JSON.parse(
        clean.replace(outside, (whole, quoted: string | undefined) =>
          quoted === undefined ? "null" : whole,
        ),
        keepDigits,
      );
    } catch {
      throw unreadable(placeOf(first, clean), {
        zh: "不是有效的 JSON；请用原程序重新导出",
        en: "not valid JSON; export the file anew",
      });
    }
  }
}

const idNames = new Set(["id", "key", "source", "target"]);

function keepDigits(
  this: unknown,
  name: string,
  value: unknown,
  context?: { readonly source?: string },
): unknown {
  const isVague = typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
  return isVague && idNames.has(name) ? (context?.source ?? value) : value;
}

function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  return position === undefined ? "(root)" : `line ${text.slice(0, Number(position)).split("\n").length}`;
}
