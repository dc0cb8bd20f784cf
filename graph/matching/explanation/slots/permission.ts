import type { Gate } from "#graph/schema/answers/candidate.ts";
import type { Text } from "#graph/schema/text.ts";
import type { WasteState } from "#graph/matching/gates/waste-state.ts";
import { gateOf, type Told } from "#graph/matching/explanation/told.ts";

type Permission = NonNullable<Gate["legal"]>["permission"];

/** What has to be filed and how long that takes, as the gates found it on their day. Not a decision. */
export function permissionSlot(told: Told): Text {
  const { waste, link } = told;
  const from = link.supplier.party.enterprise.provinceCode;
  const isHome = from !== null && from === link.receiver.party.enterprise.provinceCode;
  const isOpen = waste !== "hazardous" && gateOf(told, "waste-identification")?.verdict === "unknown";
  const said =
    isOpen && isDoubtful(waste)
      ? beforeIdentification(waste, isHome, link.supplier.listing === null)
      : isHome
        ? atHome[waste]
        : acrossText(told);
  const condition: Text = isOpen && !isDoubtful(waste) ? onceConfirmed[waste] : { zh: "", en: "" };
  return { zh: `手续：${condition.zh}${said.zh}`, en: `Papers: ${condition.en}${said.en}` };
}

type Doubtful = "by-product" | "goods" | "unidentified";

const isDoubtful = (waste: WasteState): waste is Doubtful =>
  waste === "by-product" || waste === "goods" || waste === "unidentified";

/** An end that has declared nothing may be taken for granted only under a condition. */
const onceConfirmed: Readonly<Record<Exclude<WasteState, Doubtful>, Text>> = {
  general: { zh: "供方确认属一般固废后，", en: "once the supplier confirms that it is ordinary waste: " },
  "no-solid-waste": { zh: "供方确认有此供应后，", en: "once the supplier confirms that it has it: " },
  hazardous: { zh: "供方确认类别后，", en: "once the supplier confirms the class: " },
};

function acrossText(told: Told): Text {
  const permission = gateOf(told, "cross-province-permission")?.legal?.permission;
  if (permission === undefined)
    return { zh: "没有当日适用的跨省条款数据", en: "no legal data of that day for crossing a province" };
  return across[permission];
}

function beforeIdentification(waste: Doubtful, isHome: boolean, isGuessed: boolean): Text {
  if (waste === "goods" || waste === "by-product")
    return isHome
      ? {
          zh: "有产品标准或鉴别结论的按产品走，没有的按固体废物管",
          en: "with a product standard or an identification result it moves as goods, without one as waste",
        }
      : {
          zh: "有产品标准或鉴别结论的按产品走，没有的要先按固体废物跨省报送或报批",
          en: "with a product standard or an identification result it moves as goods; without one it is waste crossing a province and must be reported or approved first",
        };
  // Nobody has declared it: for a common waste the supplier's word settles what a laboratory need not.
  if (isGuessed)
    return isHome
      ? {
          zh: "供方确认属一般固废后，签合同、核实接收方、记台账；若是危险废物，须交持证单位并走联单",
          en: "contract, receiver check and ledger once the supplier confirms ordinary waste; a licensed firm and a manifest if it is hazardous",
        }
      : {
          zh: "先请供方确认属一般固废还是危险废物：前者再定报送、备案还是审批，后者跨省须审批并走联单",
          en: "the supplier must first confirm whether it is ordinary or hazardous: the one is then reported, filed or approved, the other needs approval and a manifest",
        };
  return isHome
    ? {
        zh: "先定性；若是危险废物，须交持证单位并走联单",
        en: "identify it first; if it is hazardous it must go to a licensed firm with a manifest",
      }
    : {
        zh: "先定性再定许可；若是危险废物，跨省须审批并走联单",
        en: "identify it first; if it is hazardous, crossing the province needs approval and a manifest",
      };
}

const atHome: Readonly<Record<WasteState, Text>> = {
  hazardous: {
    zh: "省内转移不需跨省审批；接收方须持证，全程走电子联单",
    en: "inside one province no cross-province approval; the receiver needs a licence and each load a manifest",
  },
  general: {
    zh: "省内一般固废，签合同、核实接收方、记台账，无需审批",
    en: "ordinary waste inside one province: contract, check of the receiver, ledger; no approval",
  },
  "no-solid-waste": {
    zh: "不属固体废物，没有转移审批；管线和取排水许可另查",
    en: "not solid waste, so no transfer approval; permits for lines and water are another matter",
  },
  goods: {
    zh: "按产品流通；危险化学品运输和经营许可另查",
    en: "it moves as goods; permits for dangerous chemicals are another matter",
  },
  "by-product": {
    zh: "按产品流通；危险化学品运输和经营许可另查",
    en: "it moves as goods; permits for dangerous chemicals are another matter",
  },
  unidentified: {
    zh: "先定性；若是危险废物，须交持证单位并走联单",
    en: "identify it first; if it is hazardous it must go to a licensed firm with a manifest",
  },
};

const across: Readonly<Record<Permission, Text>> = {
  none: {
    zh: "不属固体废物转移；其他许可另查",
    en: "no transfer of solid waste; other permits are another matter",
  },
  "information-in-advance": {
    zh: "跨省利用不用审批，起运前经固废平台向两省报送信息",
    en: "use in another province needs no approval; both provinces are informed through the waste platform before the first load",
  },
  filing: {
    zh: "跨省利用须先向移出省备案",
    en: "use in another province is filed with the province of origin first",
  },
  approval: {
    zh: "跨省贮存、处置须接受省同意、移出省批准，时限问省厅",
    en: "storage or disposal in another province needs the receiving province's consent and the origin's approval; ask the province how long",
  },
  "approval-and-manifest": {
    zh: "危险废物跨省须两省审批，约20个工作日（5+10+5），批后走电子联单",
    en: "hazardous waste needs both provinces' approval, about 20 working days (5 + 10 + 5), then a manifest",
  },
  undetermined: {
    zh: "跨省是利用还是处置未定，先问清对方怎么用，才知道要不要审批",
    en: "whether this is use or disposal in another province is open; ask how it would be used, for that decides on approval",
  },
};
