import type { Gate } from "#graph/schema/answers/candidate.ts";

/**
 * Cross-province transfer of waste: which permission a link needs, as dated data. Two acts follow each other: the Solid
 * Waste Law of 2020 up to 2026-08-14, the Ecological Environment Code from 2026-08-15, whose art. 1242 repeals the former.
 * Articles as collected in the project's background on field systems, §3.4 (third-party copies of both texts: check
 * against the official gazette). Acts before the change are judged by the old rule unless the new one is lighter
 * (Code, art. 1057), so an answer keeps the row it was given by.
 */
export type PermissionClass = NonNullable<Gate["legal"]>["permission"];

/** What kind of transfer it is, as far as the law cares. */
export type LegalCase =
  | "general-waste-same-province"
  | "general-waste-use"
  | "general-waste-disposal"
  | "general-waste-purpose-unknown"
  | "hazardous-waste"
  | "hazardous-licence"
  | "not-waste"
  | "not-solid-waste";

export interface LegalRow {
  readonly case: LegalCase;
  readonly permission: PermissionClass;
  readonly instrumentZh: string;
  readonly instrumentEn: string;
  readonly article: string;
  /** First day the row applies. */
  readonly inForceFrom: string;
  /** Last day the row applies; null while it is in force. */
  readonly inForceTo: string | null;
  readonly noteZh: string;
  readonly noteEn: string;
}

interface Act {
  readonly instrumentZh: string;
  readonly instrumentEn: string;
  readonly inForceFrom: string;
  readonly inForceTo: string | null;
}

const law: Act = {
  instrumentZh: "固体废物污染环境防治法（2020年修订）",
  instrumentEn: "Solid Waste Law (2020 revision)",
  inForceFrom: "2020-09-01",
  inForceTo: "2026-08-14",
};
const code: Act = {
  instrumentZh: "生态环境法典",
  instrumentEn: "Ecological Environment Code",
  inForceFrom: "2026-08-15",
  inForceTo: null,
};

type Row = readonly [
  legalCase: LegalCase,
  act: Act,
  permission: PermissionClass,
  article: string,
  noteZh: string,
  noteEn: string,
];

const rows: readonly Row[] = [
  [
    "general-waste-use",
    law,
    "filing",
    "§22(2)",
    "跨省转移利用须报移出地省级主管部门备案，由其通报接受地",
    "use in another province is filed with the province of origin, which tells the receiving one",
  ],
  [
    "general-waste-use",
    code,
    "information-in-advance",
    "§476(2)",
    "跨省转移利用无须批准，但须通过固废信息平台提前向移出地和接受地报送信息",
    "no approval, but information must be sent in advance through the waste platform to both provinces",
  ],
  [
    "general-waste-disposal",
    law,
    "approval",
    "§22(1)",
    "跨省转移贮存、处置须经接受地同意后由移出地批准",
    "storage or disposal in another province needs approval by the origin after the receiver agrees",
  ],
  [
    "general-waste-disposal",
    code,
    "approval",
    "§476(1)",
    "跨省转移贮存、处置须经接受地同意后由移出地批准",
    "storage or disposal in another province needs approval by the origin after the receiver agrees",
  ],
  [
    "general-waste-purpose-unknown",
    law,
    "undetermined",
    "§22",
    "属利用还是贮存、处置尚不清楚：前者备案，后者须批准",
    "use is filed, storage or disposal needs approval; which of them it is is not known",
  ],
  [
    "general-waste-purpose-unknown",
    code,
    "undetermined",
    "§476",
    "属利用还是贮存、处置尚不清楚：前者提前报送信息，后者须批准",
    "use needs information in advance, storage or disposal needs approval; which of them it is is not known",
  ],
  [
    "hazardous-waste",
    law,
    "approval-and-manifest",
    "§82",
    "危险废物跨省转移须经批准并填写电子转移联单；按危险废物转移管理办法约20个工作日",
    "hazardous waste needs approval and a manifest; about 20 working days under the transfer rules",
  ],
  [
    "hazardous-waste",
    code,
    "approval-and-manifest",
    "§536",
    "危险废物跨省转移须经批准并填写电子转移联单；转移管理办法是否随法典重新发布尚未核实",
    "hazardous waste needs approval and a manifest; whether the transfer rules were re-issued is not verified",
  ],
  [
    "hazardous-licence",
    law,
    "undetermined",
    "§80",
    "接收方须持有覆盖该类别且有余量的危险废物经营许可证，或符合列明的豁免",
    "the receiver needs a licence for the class with free capacity, or a listed exemption",
  ],
  [
    "hazardous-licence",
    code,
    "undetermined",
    "§534",
    "接收方须持有覆盖该类别且有余量的危险废物经营许可证，或符合列明的豁免",
    "the receiver needs a licence for the class with free capacity, or a listed exemption",
  ],
  [
    "general-waste-same-province",
    law,
    "none",
    "§36, 37",
    "省内转移：签订书面合同、核实受托方能力并建立台账",
    "within the province: written contract, check of the receiver, ledger",
  ],
  [
    "general-waste-same-province",
    code,
    "none",
    "§489, 490",
    "省内转移：签订书面合同、核实受托方能力并建立台账",
    "within the province: written contract, check of the receiver, ledger",
  ],
  [
    "not-waste",
    law,
    "none",
    "§124(1)",
    "仅当符合强制性产品标准或经鉴别不属固体废物时不受固体废物转移规定约束",
    "outside the waste rules only if it meets a mandatory product standard or is identified as not waste",
  ],
  [
    "not-waste",
    code,
    "none",
    "§465",
    "仅当符合强制性产品标准或经鉴别不属固体废物时不受固体废物转移规定约束",
    "outside the waste rules only if it meets a mandatory product standard or is identified as not waste",
  ],
  [
    "not-solid-waste",
    law,
    "none",
    "§125",
    "排入水体的废水以及热、电不适用固体废物规定；其他许可未核实",
    "waste water, heat and power are not under the waste rules; other permits are not verified",
  ],
  [
    "not-solid-waste",
    code,
    "none",
    "§486",
    "排入水体的废水以及热、电不适用固体废物规定；其他许可未核实",
    "waste water, heat and power are not under the waste rules; other permits are not verified",
  ],
];

export const legalRows: readonly LegalRow[] = rows.map(
  ([legalCase, act, permission, article, noteZh, noteEn]) => ({
    case: legalCase,
    permission,
    ...act,
    article,
    noteZh: `${noteZh}。仅供参考，不构成行政决定`,
    noteEn: `${noteEn}. Not a decision`,
  }),
);

/** The row in force on `asOf` (ISO date), or null where no row covers the day. */
export function legalRowOf(legalCase: LegalCase, asOf: string): LegalRow | null {
  return (
    legalRows.find(
      (row) =>
        row.case === legalCase &&
        row.inForceFrom <= asOf &&
        (row.inForceTo === null || asOf <= row.inForceTo),
    ) ?? null
  );
}
