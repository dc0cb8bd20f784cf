import { readFile } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { decodeText } from "#graph/formats/records/decode-text.ts";
import { formatOf, parseNetwork } from "#graph/formats/networks/read-network.ts";
import { analyseNetwork } from "#graph/metrics/analyse.ts";
import { fileMetrics } from "#graph/metrics/catalogue.ts";
import type { Text } from "#graph/schema/text.ts";
import { readProductVersion } from "#server/product-version.ts";
import { Failure, systemReason } from "#server/failure.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { givenParameters, parameterOptions } from "./parameter-options.ts";
import { inLanguage } from "./terminal.ts";
import { writeWhole } from "./whole-file.ts";

export const analyseCommand: Command = {
  name: "analyse",
  text: {
    zh: "计算自己网络文件的指标：graphology 或 NetworkX JSON、GEXF、GraphML、Pajek、边 CSV（可另附节点 CSV）",
    en: "measure a network file of your own: graphology or NetworkX JSON, GEXF, GraphML, Pajek, edge CSV (and node CSV)",
  },
  operands: { placeholder: "<file> [nodes.csv]", required: true },
  options: [
    {
      name: "metrics",
      placeholder: "<id,…|all>",
      text: {
        zh: "要计算的指标编号，逗号分隔；默认 all",
        en: "ids of metrics, comma separated; default all",
      },
    },
    {
      name: "directed",
      placeholder: null,
      text: { zh: "按有方向的网络读取", en: "read the network as directed" },
    },
    {
      name: "undirected",
      placeholder: null,
      text: { zh: "按无方向的网络读取", en: "read the network as undirected" },
    },
    {
      name: "weight",
      placeholder: "<attribute>",
      text: {
        zh: "作为权重的边属性；默认 quantity，否则 weight",
        en: "edge attribute that is the weight; default quantity, else weight",
      },
    },
    {
      name: "layer",
      placeholder: "<layer>",
      text: {
        zh: "只计算属性 layer 为该值的边；默认全部",
        en: "measure only the edges whose attribute layer says this; default all",
      },
    },
    ...parameterOptions,
    {
      name: "out",
      placeholder: "<file.json>",
      text: { zh: "将结果写入该文件", en: "write the answer to this file" },
    },
  ],
  run: runAnalyse,
};

async function runAnalyse(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const [path = "", nodePath, ...others] = call.operands;
  if (others.length > 0)
    throw new UsageError({ zh: `多余的参数 ${others[0]}`, en: `one operand too many: ${others[0]}` });
  const text = await readText(call, path);
  const nodes = nodePath === undefined ? null : await readText(call, nodePath);
  const network = parseNetwork(
    { format: formatOf(basename(path), text), text, nodes },
    { directed: directionOf(call), weight: textOption(call, "weight"), layer: textOption(call, "layer") },
  );
  const request = { ids: idsOf(call), parameters: givenParameters(call) };
  const { libraries, metrics, ...described } = analyseNetwork(network, request);
  const versions = { gongsheng: await readProductVersion(), ...libraries };
  const answer = `${JSON.stringify({ ...described, versions, metrics }, null, 2)}\n`;
  const out = textOption(call, "out");
  if (out === undefined) terminal.out(answer.trimEnd());
  else {
    await writeWhole(resolve(terminal.cwd, out), [answer], terminal);
    const count = Object.keys(metrics).length;
    terminal.out(
      inLanguage(terminal, { zh: `${count} 项指标已写入 ${out}`, en: `${count} metrics written to ${out}` }),
    );
  }
  return 0;
}

async function readText({ terminal }: Call, path: string): Promise<string> {
  const bytes = await readFile(resolve(terminal.cwd, path)).catch((cause: unknown) => {
    throw cannotRead(path, systemReason(cause), cause);
  });
  const decoded = decodeText(bytes);
  if ("text" in decoded) return decoded.text;
  throw cannotRead(path, decoded.reason);
}

function cannotRead(path: string, reason: Text, cause?: unknown): Failure {
  return new Failure(
    { zh: `无法读取 ${path}（${reason.zh}）`, en: `${path} cannot be read (${reason.en})` },
    { cause },
  );
}

function directionOf({ options }: Call): boolean | undefined {
  const { directed, undirected } = options;
  if (directed !== undefined && undirected !== undefined)
    throw new UsageError({
      zh: "--directed 与 --undirected 不能同时使用",
      en: "--directed and --undirected exclude each other",
    });
  if (directed !== undefined) return true;
  return undirected === undefined ? undefined : false;
}

function idsOf(call: Call): readonly string[] | null {
  const text = textOption(call, "metrics") ?? "all";
  if (text === "all") return null;
  const ids = text.split(",").map((id) => id.trim());
  const known = new Set(fileMetrics.map(({ description }) => description.id));
  const unknown = ids.find((id) => !known.has(id));
  if (unknown === undefined) return ids;
  throw new UsageError({
    zh: `--metrics：没有编号为 ${JSON.stringify(unknown)} 的指标；编号形如 node.betweenness、network.density，all 为全部`,
    en: `--metrics: there is no metric ${JSON.stringify(unknown)}; ids are like node.betweenness and network.density, all = all`,
  });
}
