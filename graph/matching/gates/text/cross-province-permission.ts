import type { Text } from "#graph/schema/text.ts";
import type { PermissionClass } from "#graph/matching/knowledge/law/legal-row.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { PermissionFacts } from "#graph/matching/gates/cross-province-permission.ts";

const across: Record<PermissionClass, Text> = {
  none: {
    zh: "不属固体废物转移，固体废物的审批、备案不适用；其他许可未核实",
    en: "not a transfer of solid waste, so its approval and filing do not apply; other permits are not verified",
  },
  "information-in-advance": {
    zh: "利用无需审批，但必须提前向两省报送信息",
    en: "use needs no approval, but information must be sent in advance to both provinces",
  },
  filing: { zh: "利用须向移出地备案", en: "use must be filed with the province of origin" },
  approval: {
    zh: "须经两省同意并由移出地批准",
    en: "both provinces must agree and the origin must approve",
  },
  "approval-and-manifest": {
    zh: "危险废物须经批准并执行联单",
    en: "hazardous waste needs approval and a manifest",
  },
  undetermined: {
    zh: "是利用还是处置未定，许可类别待定",
    en: "use or disposal is not settled, so the class is open",
  },
};

/** Why the class is open: nobody has declared it, it may be goods, or it has not been identified. */
function openText({ state, inferred }: PermissionFacts): Text {
  if (inferred)
    return {
      zh: "供方未申报，须先由供方确认是一般固体废物、危险废物还是产品，才能确定手续",
      en: "the supplier has declared nothing; it must first say whether it is ordinary waste, hazardous waste or goods, then the procedure follows",
    };
  if (state === "by-product")
    return {
      zh: "须先确认是产品还是固体废物，才能确定手续",
      en: "whether it is goods or solid waste comes first, then the procedure follows",
    };
  return {
    zh: "须先鉴别，才能确定许可类别",
    en: "the permission class depends on identification",
  };
}

const coFiring: Text = {
  zh: "掺烧算利用还是处置须由移出地认定，许可类别待定",
  en: "whether co-firing is use or disposal the province of origin decides, so the class is open",
};

/** The permission in words. */
export const crossProvincePermissionText: GateText<PermissionFacts> = (facts) => {
  const { crosses, permission, asOf } = facts;
  const [zh, en] = crosses ? ["跨省：", "Across provinces: "] : ["省内：", "Within the province: "];
  if (permission === null)
    return { zh: `${zh}没有${asOf}适用的法律条款数据`, en: `${en}no legal data for ${asOf}` };
  const said = crosses ? saidAcross(facts, permission) : saidWithin(facts, permission);
  return { zh: zh + said.zh, en: en + said.en };
};

const isOpen = ({ state }: PermissionFacts) => state === "unidentified" || state === "by-product";

function saidAcross(facts: PermissionFacts, permission: PermissionClass): Text {
  if (isOpen(facts)) return openText(facts);
  return facts.coFiring ? coFiring : across[permission];
}

function saidWithin(facts: PermissionFacts, permission: PermissionClass): Text {
  if (isOpen(facts)) return openText(facts);
  if (facts.state === "hazardous")
    return {
      zh: "不需跨省审批，但须运行电子转移联单，接收方须持证",
      en: "no approval across provinces, but an electronic manifest and a licensed receiver are needed",
    };
  if (facts.state === "general")
    return {
      zh: "不需跨省审批，但须签订书面合同、核实受托方并建立台账",
      en: "no approval across provinces, but a written contract, a check of the receiver and a ledger are needed",
    };
  return across[permission];
}
