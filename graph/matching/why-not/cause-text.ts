import type { WhyNotCause } from "#graph/schema/answers/why-not.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Text } from "#graph/schema/text.ts";
import { industryOf, nameOfEnterprise } from "#graph/matching/explanation/ends-in-words.ts";
import type { Because, Finding } from "./find-cause.ts";

/** A cause as a sentence, and what would change it. */
export interface CauseText {
  readonly reason: Text;
  readonly remedy: Text;
}

/** What a finding is told with: the thing in words. */
interface Telling extends Finding {
  readonly from: Text;
  readonly to: Text;
  readonly thing: Text;
}

/** The words of a cause; each language written for itself. */
export function causeText(cause: WhyNotCause, finding: Finding, thing: Text): CauseText {
  const telling = {
    ...finding,
    thing,
    from: nameOfEnterprise(finding.supplier),
    to: nameOfEnterprise(finding.receiver),
  };
  return byCause[cause](telling);
}

const byCause: Readonly<Record<WhyNotCause, (telling: Telling) => CauseText>> = {
  company: ({ from, to, supplier }) => ({
    reason: {
      zh: `${from.zh}和${to.zh}同属${supplier.companyZh ?? "一家公司"}，公司内部的利用不作候选`,
      en: `${from.en} and ${to.en} both belong to ${supplier.companyEn ?? "one company"}; use inside a company is no candidate`,
    },
    remedy: {
      zh: "所属企业登记有误时，改正其中一家的所属企业",
      en: "If the company is recorded wrongly, correct it on one of the two",
    },
  }),
  ground: ({ from }) => ({
    reason: { zh: `供方和需方都是${from.zh}`, en: `Supplier and receiver are both ${from.en}` },
    remedy: { zh: "另选一家作需方", en: "Choose another receiver" },
  }),
  "not-castable": notCastable,
  code: ({ code, because, thing }) =>
    because === "family-only"
      ? {
          reason: {
            zh: `${thing.zh}：双方至少一方只写了危险废物大类，是待问的问题，不是候选`,
            en: `${thing.en}: at least one side names only the family of the hazardous waste, which is a question and no candidate`,
          },
          remedy: {
            zh: "在供需信息里补上八位废物代码",
            en: "Record the eight-digit waste code on the listing",
          },
        }
      : {
          reason:
            code === ""
              ? { zh: "没有给出资源代码", en: "No resource code is given" }
              : {
                  zh: `资源代码表、供需信息和利用规则里都没有${code}`,
                  en: `Neither the code list nor any listing or rule knows ${code}`,
                },
          remedy: {
            zh: "改用资源代码表里的代码，例如粉煤灰是SW02",
            en: "Use a code of the list; fly ash, for one, is SW02",
          },
        },
  rule: noRule,
  process: noProcess,
  served: alreadyServed,
  reach: (telling) => byGate(telling, farRemedy),
  grade: (telling) => byGate(telling, gradeRemedy),
  licence: (telling) => byGate(telling, licenceRemedy),
  outranked: ({ rivals, to, from, thing }) => ({
    reason: {
      zh: `${from.zh}的${thing.zh}可以给${to.zh}，但比它合适的还有${rivals.length}家，每条供需只留最好的几家`,
      en: `${thing.en} of ${from.en} could go to ${to.en}, but ${rivals.length} better ones stand before it, and each offer or need keeps the best few`,
    },
    remedy: {
      zh: `登记${to.zh}的需求、数量或准确位置，名次会上升`,
      en: `Record what ${to.en} needs, how much, or where it stands exactly, and it moves up`,
    },
  }),
};

const end = ({ side, from, to }: Telling): Text => (side === "supplier" ? from : to);

function notCastable(telling: Telling): CauseText {
  const name = end(telling);
  const said: Partial<Record<Because, CauseText>> = {
    outside: {
      reason: {
        zh: `${name.zh}不在山东、江苏两省内，或所在省份没有记录`,
        en: `${name.en} stands outside Shandong and Jiangsu, or its province is not recorded`,
      },
      remedy: {
        zh: "地点有误时，改正它的省市代码",
        en: "If the place is wrong, correct its province and city codes",
      },
    },
    "province-total": {
      reason: {
        zh: `${name.zh}是全省合计，没有地点，也没有可联系的企业`,
        en: `${name.en} is a total of a whole province: it has no place and nobody to call`,
      },
      remedy: { zh: "登记合计里的具体企业", en: "Record the firms behind the total" },
    },
    "pooled-with-pooled": {
      reason: {
        zh: "两端都是多家合计，没有可联系的企业，只能算城市缺口",
        en: "Both ends are totals, so there is nobody to call; this is a gap of the city",
      },
      remedy: { zh: "登记合计里的具体企业", en: "Record the firms behind the totals" },
    },
    "part-of-total": {
      reason: {
        zh: "一端是同地同行业的合计，另一端很可能就在其中，不能自己供给自己",
        en: "One end is a total of the other's trade in its own area and probably holds it: nobody supplies himself",
      },
      remedy: {
        zh: "登记合计里其他的具体企业",
        en: "Record the other firms behind the total",
      },
    },
    "not-guessed": {
      reason: {
        zh: `${name.zh}${guessedNot(telling).zh}，自己没有登记，系统不替它推断`,
        en: `${name.en} ${guessedNot(telling).en} and has listed nothing itself, so nothing is guessed for it`,
      },
      remedy:
        telling.side === "supplier"
          ? { zh: `登记它的${telling.thing.zh}供应`, en: `List its offer of ${telling.thing.en}` }
          : { zh: `登记它对${telling.thing.zh}的需求`, en: `List its need of ${telling.thing.en}` },
    },
  };
  const [fallback] = Object.values(said);
  return said[telling.because ?? "outside"] ?? fallback ?? { reason: name, remedy: name };
}

function guessedNot({ side, supplier, receiver }: Telling): Text {
  const { kind } = side === "supplier" ? supplier : receiver;
  if (kind === "pooled") return { zh: "是多家合计", en: "is a total of several firms" };
  if (kind === "anonymised") return { zh: "来源未具名", en: "is not named by its source" };
  return { zh: "已停产或搬迁", en: "is closed or has moved" };
}

function tradeOf(enterprise: Enterprise): Text {
  const industry = industryOf(enterprise);
  return industry === null
    ? { zh: "它这一行", en: "its trade" }
    : { zh: `${industry.zh}行业`, en: industry.en };
}

function noRule(telling: Telling): CauseText {
  const { side, from, to, thing, supplier, receiver } = telling;
  if (side === "supplier")
    return {
      reason: {
        zh: `${from.zh}没有登记${thing.zh}供应，也没有规则或先例说明${tradeOf(supplier).zh}会有它`,
        en: `${from.en} has listed no ${thing.en}, and no rule or practice says that ${tradeOf(supplier).en} has any`,
      },
      remedy: {
        zh: `登记${from.zh}的${thing.zh}：年产量和去向`,
        en: `List the ${thing.en} of ${from.en}: yearly amount and where it goes`,
      },
    };
  if (side === "receiver")
    return {
      reason: {
        zh: `${to.zh}没有登记需要${thing.zh}，也没有规则或先例把它用到${tradeOf(receiver).zh}`,
        en: `${to.en} has listed no need of ${thing.en}, and no rule or practice leads it to ${tradeOf(receiver).en}`,
      },
      remedy: {
        zh: `登记${to.zh}对${thing.zh}的需求，或补一条有出处的利用规则`,
        en: `List the need of ${to.en} for ${thing.en}, or add a rule with its source`,
      },
    };
  if (telling.because === "both-guessed")
    return {
      reason: {
        zh: `${from.zh}和${to.zh}都没有登记${thing.zh}；只凭双方的行业，不列候选`,
        en: `Neither ${from.en} nor ${to.en} has listed ${thing.en}; their trades alone make no candidate`,
      },
      remedy: {
        zh: `登记${from.zh}的供应或${to.zh}的需求`,
        en: `List the offer of ${from.en} or the need of ${to.en}`,
      },
    };
  return {
    reason: {
      zh: `${from.zh}有${thing.zh}，${to.zh}也有登记或规则涉及它，但没有一条让两家对上`,
      en: `${from.en} has ${thing.en} and listings or rules of ${to.en} speak of it, but none of them makes the two meet`,
    },
    remedy: {
      zh: `把${to.zh}要的东西写具体，或补一条有出处的利用规则`,
      en: `State exactly what ${to.en} wants, or add a rule with its source`,
    },
  };
}

function noProcess({ because, from, to, thing, meeting }: Telling): CauseText {
  if (because === "waste-round")
    return {
      reason: {
        zh: `${from.zh}和${to.zh}都是废物处理单位，不互转未处理的${thing.zh}`,
        en: `${from.en} and ${to.en} both treat waste and do not hand each other untreated ${thing.en}`,
      },
      remedy: {
        zh: "供的若是处理后的产物，在登记里写明品名，如炉渣、再生水",
        en: "If what is offered is left by the treatment, name it so on the listing: slag, reclaimed water",
      },
    };
  const rule = meeting?.target.ruleCase?.rule;
  return {
    reason: {
      zh:
        rule === undefined
          ? `两家登记的代码相同，但写的不是同一种东西，或处理方式不合`
          : `规则${rule.id}（可用于${rule.useZh}）涉及这一行，但按名称和记录，这两家的工艺或物料与规则不符`,
      en:
        rule === undefined
          ? "Both list the same code, but not the same thing, or the treatment does not suit"
          : `Rule ${rule.id} (use ${rule.useEn ?? rule.useZh}) speaks of the trade, but by their names and records the process or the thing of these two does not fit it`,
    },
    remedy: {
      zh: `核对${to.zh}的工艺和物料名称；确实在用，就登记需求`,
      en: `Check process and materials of ${to.en}; if it does use it, list the need`,
    },
  };
}

function alreadyServed({ side, from, to, thing, covers }: Telling): CauseText {
  const isNeed = side === "receiver";
  const ids = covers.slice(0, mostCovers).map(({ id }) => id);
  const source: Text =
    ids.length === 0 ? { zh: "", en: "" } : { zh: `（${ids.join("、")}）`, en: ` (${ids.join(", ")})` };
  return {
    reason: isNeed
      ? {
          zh: `${to.zh}对${thing.zh}的需求已经满足${source.zh}`,
          en: `The need of ${to.en} for ${thing.en} is met already${source.en}`,
        }
      : {
          zh: `${from.zh}的${thing.zh}已有去处，没有余量${source.zh}`,
          en: `The ${thing.en} of ${from.en} is taken already, nothing is left${source.en}`,
        },
    remedy: isNeed
      ? { zh: "还有缺口时，登记还缺的数量", en: "If some is still wanted, list how much" }
      : { zh: "还有余量时，登记可供的数量", en: "If some is left, list how much" },
  };
}

const mostCovers = 5;

function byGate({ gate }: Telling, remedy: Text): CauseText {
  return { reason: { zh: gate?.reasonZh ?? "", en: gate?.reasonEn ?? "" }, remedy };
}

const farRemedy: Text = {
  zh: "核实两端位置；确实这么远，就要有水运、专线或溢价的依据",
  en: "Check where both stand; if it is that far, only water transport, a line of its own or a premium could carry it",
};
const gradeRemedy: Text = {
  zh: "在供需信息里写明温度、压力或成分，写明后重新判断",
  en: "State temperature, pressure or composition on the listings, and it is judged anew",
};
const licenceRemedy: Text = {
  zh: "在需方的供需信息里写明许可证的类别、方式和地域",
  en: "State classes, modes and region of the licence on the receiver's listing",
};
