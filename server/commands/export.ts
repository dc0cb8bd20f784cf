import { mkdir } from "node:fs/promises";
import { dirname, join, relative, resolve } from "node:path";
import { writeNetwork, type NetworkFormat } from "#graph/formats/networks/write-network.ts";
import { applyFilter } from "#graph/projection/filter/filtered-network.ts";
import { inLanguage } from "./terminal.ts";
import { requiredOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { filterOptions, readFilter } from "./filter-options.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { writeWhole } from "./whole-file.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { hashNetwork } from "#graph/store/records/content-hash.ts";
import { exportFormats } from "#graph/schema/api/record-endpoints.ts";
import { readProductVersion } from "#server/product-version.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";

const formats = ["csv", ...exportFormats] as const;

export const exportCommand: Command = {
  name: "export",
  text: {
    zh: "导出筛选后的网络：csv 写节点与边两个文件",
    en: "write the filtered network to a file; csv makes two, nodes and edges",
  },
  operands: null,
  options: [
    {
      name: "format",
      placeholder: formats.join("|"),
      text: { zh: "格式（必填）", en: "format, must be given" },
    },
    {
      name: "out",
      placeholder: "<path>",
      text: {
        zh: "目标文件（必填）；csv：web.csv 得到 web.csv（边）和 web-nodes.csv，文件夹得到 nodes.csv 和 edges.csv",
        en: "file to write, must be given; csv: web.csv makes web.csv (edges) and web-nodes.csv, a folder gets nodes.csv and edges.csv",
      },
    },
    ...filterOptions,
    storeOption,
  ],
  run: runExport,
};

async function runExport(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const targets = listTargets(call);
  const filter = readFilter(call);
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const filtered = applyFilter(network, filter);
  await makeFolder(targets);
  const origin = { contentHash: hashNetwork(network), productVersion: await readProductVersion() };
  for (const { format, path } of targets) {
    await writeWhole(path, writeNetwork(format, filtered, origin).pieces, terminal);
    const shown = relative(terminal.cwd, path);
    terminal.out(
      inLanguage(terminal, {
        zh: `已写入 ${shown}（${filtered.exchanges.length} 条交换，网络版本 ${filtered.network.version}）`,
        en: `wrote ${shown} (${filtered.exchanges.length} exchanges, network version ${filtered.network.version})`,
      }),
    );
  }
  return 0;
}

interface Target {
  readonly format: NetworkFormat;
  readonly path: string;
}

function listTargets(call: Call): Target[] {
  const wanted = requiredOption(call, "format");
  const format = formats.find((format) => format === wanted);
  if (format === undefined)
    throw new UsageError({
      zh: `--format：应为 ${formats.join("、")} 之一`,
      en: `--format: expected one of ${formats.join(", ")}`,
    });
  const path = resolve(call.terminal.cwd, requiredOption(call, "out"));
  if (format !== "csv") return [{ format, path }];
  if (/\.csv$/i.test(path))
    return [
      { format: "edges.csv", path },
      { format: "nodes.csv", path: path.replace(/\.csv$/i, "-nodes.csv") },
    ];
  return [
    { format: "nodes.csv", path: join(path, "nodes.csv") },
    { format: "edges.csv", path: join(path, "edges.csv") },
  ];
}

/** The folder that two files of one name go into is made; one above it has to be there. */
async function makeFolder(targets: readonly Target[]): Promise<void> {
  const [first, second] = targets.map(({ path }) => dirname(path));
  if (first === undefined || first !== second) return;
  await mkdir(first).catch(() => {
    // It is there already, or writing into it says why it cannot be made.
  });
}
