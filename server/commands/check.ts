import { checkNetwork } from "#graph/schema/checks/check-network.ts";
import { inLanguage } from "./terminal.ts";
import type { Call, Command, ExitCode } from "./command.ts";
import { issueLine } from "./issue-line.ts";
import { totalLines } from "./total-lines.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { yearInChina } from "#server/use-cases/day-in-china.ts";
import { readNetworkAs } from "#server/use-cases/loaded-network.ts";

export const checkCommand: Command = {
  name: "check",
  text: {
    zh: "检查存储的完整性与记录之间的关系",
    en: "check the integrity of the store and of the records in it",
  },
  operands: null,
  options: [
    {
      name: "totals",
      placeholder: null,
      text: {
        zh: "再将公布的总量和申报的流量与估算逐项对照",
        en: "then set published totals and reported flows beside the estimates, kind by kind",
      },
    },
    storeOption,
  ],
  run: runCheck,
};

async function runCheck(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  await using store = await openFilledStore(call);
  const { network } = await readNetworkAs(storeOwner, store);
  const issues = [...(await store.check()), ...checkNetwork(network, yearInChina(new Date()))];
  for (const issue of issues) terminal.err(issueLine(issue, terminal.language));
  const { counts } = await store.info();
  const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const errors = issues.filter(({ severity }) => severity === "error").length;
  if (errors > 0) {
    terminal.err(
      inLanguage(terminal, {
        zh: `存储有 ${errors} 处错误（网络版本 ${network.version}）`,
        en: `the store has ${errors} ${errors === 1 ? "fault" : "faults"} (network version ${network.version})`,
      }),
    );
    return 1;
  }
  terminal.out(
    inLanguage(terminal, {
      zh: `完好：${records} 条记录，${issues.length} 条提示，网络版本 ${network.version}`,
      en: `sound: ${records} records, ${issues.length} warnings, network version ${network.version}`,
    }),
  );
  if (call.options["totals"] === true)
    for (const line of totalLines(network)) terminal.out(inLanguage(terminal, line));
  return 0;
}
