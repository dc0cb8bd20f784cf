import { SymbiosisError } from "#graph/errors.ts";
import type { GraphStore } from "#graph/store/graph-store.ts";
import { portText, publicUrlText } from "#server/config.ts";
import { ensureClientBuilt } from "#server/pages/client-build.ts";
import { assertAddressIsFree } from "#server/http/graceful-server.ts";
import { readAndCheck, storeChecked } from "#server/use-cases/import-files.ts";
import type { Service } from "#server/main.ts";
import { distFolder, packageRoot, seedsFolder } from "#server/paths.ts";
import { showProgress } from "./progress.ts";
import { watchForStop } from "#server/stop-signals.ts";
import { inLanguage, type Terminal } from "./terminal.ts";
import { textOption, UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { issueLine } from "./issue-line.ts";
import { isEmpty, openNamedStore, storeOption } from "./named-store.ts";

export const serveCommand: Command = {
  name: "serve",
  text: {
    zh: "启动网页与接口；空的存储先装入随附的山东、江苏数据",
    en: "serve the pages and the API; an empty store is first filled with the data shipped for Shandong and Jiangsu",
  },
  operands: null,
  options: [
    {
      name: "port",
      placeholder: "<port>",
      text: { zh: "端口，默认 8080；0 为任意空闲端口", en: "port, default 8080; 0 = any free one" },
    },
    {
      name: "host",
      placeholder: "<host>",
      text: { zh: "监听地址，默认 127.0.0.1", en: "address to listen on, default 127.0.0.1" },
    },
    {
      name: "public-url",
      placeholder: "<url,…>",
      text: {
        zh: "对外地址（经由代理时），逗号分隔；其他主机名一律拒绝",
        en: "addresses under which people reach it, as through a proxy, comma separated; other host names are refused",
      },
    },
    {
      name: "dev",
      placeholder: null,
      text: {
        zh: "开发模式：页面由源码即时生成",
        en: "development: the pages come straight from the sources",
      },
    },
    {
      name: "api-only",
      placeholder: null,
      text: { zh: "只提供接口，不提供页面", en: "the API alone, without the pages" },
    },
    storeOption,
  ],
  run: runServe,
};

async function runServe(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const settings = readSettings(call);
  const { startService } = await import("#server/main.ts");
  await assertAddressIsFree(settings.host, settings.port);
  if (settings.pages === "built") await buildClient(terminal);
  const store = await openNamedStore(call);
  const service = await startService({
    ...settings,
    store,
    queue: call.config.queue,
    fill: () => fillIfEmpty(store, terminal),
  }).catch(async (error: unknown) => {
    // An open connection would keep the process alive with nothing to do.
    await store.close();
    throw error;
  });
  const stopped = runUntilStopped(service, call);
  const fault = service.waitsFor();
  if (fault instanceof Error)
    terminal.err(
      inLanguage(terminal, {
        zh: `存储暂无响应，服务等待其恢复：${fault.message}`,
        en: `the store does not answer yet, the service waits for it: ${fault.message}`,
      }),
    );
  announce(settings.host, service.port, terminal);
  return await stopped;
}

interface Settings {
  readonly host: string;
  readonly port: number;
  readonly publicUrls: readonly URL[];
  readonly pages: "built" | "development" | "none";
  readonly logLevel: string;
}

function readSettings(call: Call): Settings {
  const { config, terminal } = call;
  if (call.options["dev"] === true && call.options["api-only"] === true)
    throw new UsageError({
      zh: "--dev 与 --api-only 不能同时使用",
      en: "--dev and --api-only exclude each other",
    });
  const port = textOption(call, "port");
  const publicUrls = textOption(call, "public-url");
  return {
    host: textOption(call, "host") ?? config.host,
    port: port === undefined ? config.port : readPort(port),
    publicUrls: publicUrls === undefined ? config.publicUrls : readPublicUrls(publicUrls),
    pages:
      call.options["dev"] === true ? "development" : call.options["api-only"] === true ? "none" : "built",
    // On a screen the address should stay in sight; a supervisor wants every request.
    logLevel: config.logLevel ?? (terminal.isScreen ? "warn" : "info"),
  };
}

function readPort(text: string): number {
  const parsed = portText().safeParse(text);
  if (!parsed.success)
    throw new UsageError({
      zh: "--port：应为 0 至 65535 的端口",
      en: "--port: expected a port from 0 to 65535",
    });
  return parsed.data;
}

function readPublicUrls(text: string): readonly URL[] {
  const parsed = publicUrlText().safeParse(text);
  if (!parsed.success)
    throw new UsageError({
      zh: `--public-url：应为以逗号分隔的 http(s) 地址，例如 https://name.example`,
      en: `--public-url: ${parsed.error.issues[0]?.message ?? "not valid"}`,
    });
  return parsed.data;
}

async function buildClient(terminal: Terminal): Promise<void> {
  await ensureClientBuilt({
    packageRoot,
    distFolder,
    onStart: () =>
      terminal.err(
        inLanguage(terminal, { zh: "正在构建页面，约几秒…", en: "building the client, a few seconds…" }),
      ),
  });
}

/** An empty store gets the shipped records through the same door as anybody's import. */
async function fillIfEmpty(store: GraphStore, terminal: Terminal): Promise<void> {
  if (!(await isEmpty(store))) return;
  terminal.err(
    inLanguage(terminal, {
      zh: "存储为空，装入随附数据…",
      en: "the store is empty, filling it with the shipped data…",
    }),
  );
  const checked = await readAndCheck({ paths: [seedsFolder], cwd: packageRoot, store });
  const fault = checked.log.issues().find(({ severity }) => severity === "error");
  if (fault !== undefined)
    throw new SymbiosisError("seed-unreadable", `the shipped data has a fault: ${issueLine(fault, "en")}`, {
      zh: `随附数据有错误：${issueLine(fault, "zh")}`,
    });
  const progress = showProgress(
    terminal,
    inLanguage(terminal, { zh: "写入", en: "storing" }),
    checked.records.length,
  );
  await storeChecked(store, checked, (stored) => progress.update(stored));
  progress.end();
}

function announce(host: string, port: number, terminal: Terminal): void {
  const isLocal = host === "127.0.0.1" || host === "localhost" || host === "::1";
  const name = isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host;
  terminal.out(`共生网已启动：http://${name}:${port}`);
  terminal.out(`Gongsheng is ready: http://${name}:${port}`);
}

async function runUntilStopped(service: Service, { terminal, config }: Call): Promise<ExitCode> {
  const watch = watchForStop(config.startedByNpm, () => process.exit(1));
  const reason = await watch.reason;
  if (reason.kind === "crash") service.reportCrash(reason.error);
  terminal.err(inLanguage(terminal, { zh: "正在停止…", en: "stopping…" }));
  await service.close();
  watch.dispose();
  return reason.kind === "crash" ? 1 : 0;
}
