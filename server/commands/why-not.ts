import { openCandidateList } from "#graph/matching/candidate-list.ts";
import { whyNotQuery } from "#graph/schema/api/metric-endpoints.ts";
import { storeOwner } from "#graph/schema/api/viewer.ts";
import { dayInChina } from "#server/use-cases/day-in-china.ts";
import { createLoader } from "#server/use-cases/loaded-network.ts";
import { toWhyNotQuery } from "#server/use-cases/why-not-query.ts";
import { UsageError, type Call, type Command, type ExitCode } from "./command.ts";
import { openFilledStore, storeOption } from "./named-store.ts";
import { optionsOf, readQuery } from "./query-options.ts";
import { inLanguage } from "./terminal.ts";

export const whyNotCommand: Command = {
  name: "why-not",
  text: {
    zh: "为何没有：两家企业之间某种资源的链接被什么挡在候选之外，或它在名单里排第几",
    en: "why not: what keeps a link between two enterprises from being a candidate, or its place in its list",
  },
  operands: { placeholder: "<supplier> <receiver> <code>", required: true },
  options: [...optionsOf(whyNotQuery, { asOf: "<day>" }), storeOption],
  run: runWhyNot,
};

async function runWhyNot(call: Call): Promise<ExitCode> {
  const { terminal } = call;
  const [supplier, receiver, code, ...rest] = call.operands;
  if (supplier === undefined || receiver === undefined || code === undefined || rest.length > 0)
    throw new UsageError({
      zh: "应给出三项：供方、需方（编号或全名）和资源代码",
      en: "expected three operands: supplier, receiver (id or full name) and resource code",
    });
  const query = whyNotQuery.shape.code.safeParse(code);
  if (!query.success)
    throw new UsageError({
      zh: `${code}：不是资源代码，应如 SW02、HW08、EN10`,
      en: `${code}: no resource code; expected one such as SW02, HW08 or EN10`,
    });
  const { asOf } = readQuery(whyNotQuery.pick({ asOf: true }), call);
  await using store = await openFilledStore(call);
  const loaded = await createLoader(store, () => {})(storeOwner);
  const list = openCandidateList(loaded.network, asOf ?? dayInChina(new Date()));
  const answer = list.whyNot(toWhyNotQuery(loaded, { supplier, receiver, code: query.data }));
  const { cause, reason, remedy, outrankedBy, records } = answer;
  terminal.out(`${cause ?? answer.list ?? "existing"}  ${inLanguage(terminal, reason)}`);
  terminal.out(
    inLanguage(terminal, { zh: `怎样会变：${remedy.zh}`, en: `What would change it: ${remedy.en}` }),
  );
  for (const { candidateId, nameZh, nameEn } of outrankedBy)
    terminal.out(`  ${candidateId}  ${inLanguage(terminal, { zh: nameZh, en: nameEn })}`);
  const named = (language: "nameZh" | "nameEn") =>
    records.map((record) => `${record.kind} ${record.id} (${record[language]})`).join(", ");
  terminal.err(
    inLanguage(terminal, {
      zh: `依据的记录：${named("nameZh")}；按 ${list.asOf} 的法律与有效期`,
      en: `records behind it: ${named("nameEn")}; by the law and listings of ${list.asOf}`,
    }),
  );
  return 0;
}
