import type { Gate } from "#graph/schema/answers/candidate.ts";
import { legalRowOf, type LegalCase, type LegalRow } from "#graph/matching/knowledge/law.ts";
import type { Link } from "#graph/matching/link.ts";
import { legalCaseOf, type WasteState } from "./waste-state.ts";

/** What a gate says, before its id. */
export type Verdict = Pick<Gate, "verdict" | "reasonZh" | "reasonEn"> & {
  readonly legal?: Gate["legal"];
  readonly assumption?: boolean;
};

/** The legal source of a case on a day, as the candidate records it. */
export function legalOf(legalCase: LegalCase, asOf: string): Gate["legal"] {
  const row = legalRowOf(legalCase, asOf);
  return row === null ? null : recordOf(row);
}

function recordOf(row: LegalRow): Gate["legal"] {
  const { instrumentZh, instrumentEn, article, inForceFrom, permission, noteZh, noteEn } = row;
  return { instrumentZh, instrumentEn, article, inForceFrom, permission, noteZh, noteEn };
}

/**
 * The permission to move the resource. `pass` only where nobody has to grant anything: inside one province, goods, energy
 * and water, and use of ordinary waste under the Code, which asks for information in advance only (the duty is said).
 */
export function permission(link: Link, waste: WasteState, asOf: string): Verdict {
  const from = link.supplier.party.enterprise.provinceCode;
  const to = link.receiver.party.enterprise.provinceCode;
  if (from === to && from !== null) return sameProvince(waste, asOf);
  if (from === null || to === null)
    return {
      verdict: "unknown",
      reasonZh: "一方所在省份未知",
      reasonEn: "The province of one end is not known",
    };
  return acrossProvinces(legalCaseOf(link, waste), waste, asOf);
}

function sameProvince(waste: WasteState, asOf: string): Verdict {
  const legal = waste === "general" ? legalOf("general-waste-same-province", asOf) : null;
  const manifest = waste === "hazardous";
  return {
    verdict: "pass",
    reasonZh: manifest ? "省内转移，无需跨省审批；联单和许可证要求照旧" : "省内转移，无需跨省许可",
    reasonEn: manifest
      ? "Same province, no cross-province approval; manifest and licence still apply"
      : "Same province, no cross-province permission needed",
    legal,
  };
}

function acrossProvinces(legalCase: LegalCase | null, waste: WasteState, asOf: string): Verdict {
  if (legalCase === null)
    return {
      verdict: "unknown",
      reasonZh:
        waste === "by-product" ? "跨省：若属固体废物须按规定报送或报批" : "跨省：须先鉴别，才能确定许可类别",
      reasonEn:
        waste === "by-product"
          ? "Across provinces: if it is solid waste, information or approval is needed"
          : "Across provinces: the permission class depends on identification",
    };
  const row = legalRowOf(legalCase, asOf);
  if (row === null)
    return {
      verdict: "unknown",
      reasonZh: `跨省：没有${asOf}适用的法律条款数据`,
      reasonEn: `Across provinces: no legal data for ${asOf}`,
    };
  const nothingGranted = row.permission === "none" || row.permission === "information-in-advance";
  return {
    verdict: nothingGranted ? "pass" : "unknown",
    reasonZh: `跨省：${permissionZh[row.permission]}`,
    reasonEn: `Across provinces: ${permissionEn[row.permission]}`,
    legal: recordOf(row),
  };
}

const permissionZh: Record<LegalRow["permission"], string> = {
  none: "不属固体废物转移，无需许可",
  "information-in-advance": "利用无需审批，但必须提前向两省报送信息",
  filing: "利用须向移出地备案",
  approval: "须经两省同意并由移出地批准",
  "approval-and-manifest": "危险废物须经批准并执行联单",
  undetermined: "是利用还是处置未定，许可类别待定",
};

const permissionEn: Record<LegalRow["permission"], string> = {
  none: "not a transfer of solid waste, no permission needed",
  "information-in-advance":
    "use needs no approval, but information must be sent in advance to both provinces",
  filing: "use must be filed with the province of origin",
  approval: "both provinces must agree and the origin must approve",
  "approval-and-manifest": "hazardous waste needs approval and a manifest",
  undetermined: "use or disposal is not settled, so the class is open",
};
