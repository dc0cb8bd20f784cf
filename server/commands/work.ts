import { shownAddress } from "#server/jobs/redis/redis-address.ts";
import { Failure } from "#server/failure.ts";
import { watchForStop } from "#server/stop-signals.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { inLanguage } from "./terminal.ts";

export const workCommand: Command = {
  name: "work",
  text: {
    zh: "计算任务队列（GONGSHENG_QUEUE）中的任务，可在多台机器上运行；存储须与服务相同",
    en: "work on the jobs of the queue in GONGSHENG_QUEUE, on any number of machines; the store is that of the services",
  },
  operands: null,
  options: [storeOption],
  run: runWork,
};

async function runWork(call: Call): Promise<ExitCode> {
  const { terminal, config } = call;
  const address = config.queue;
  if (address === null)
    throw new Failure({
      zh: "没有任务队列：请在环境变量 GONGSHENG_QUEUE 中写出其地址，例如 redis://host:6379",
      en: "there is no queue: name it in GONGSHENG_QUEUE, such as redis://host:6379",
    });
  const { startWorker } = await import("#server/worker.ts");
  const store = await openFilledStore(call);
  const worker = await startWorker({ store, address, logLevel: config.logLevel ?? "info" });
  terminal.out(
    inLanguage(terminal, {
      zh: `正在等待 ${shownAddress(address)} 上的任务`,
      en: `Gongsheng works on the jobs of ${shownAddress(address)}`,
    }),
  );
  const watch = watchForStop(config.startedByNpm, () => process.exit(1));
  const reason = await watch.reason;
  await worker[Symbol.asyncDispose]();
  watch.dispose();
  if (reason.kind === "crash") throw reason.error;
  return 0;
}
