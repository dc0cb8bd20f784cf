import type { LegalBasis } from "#graph/schema/answers/legal-basis.ts";
import type { Text } from "#graph/schema/text.ts";

/** What a permission brings with it or leaves open, said beside the row of the law. */
export type RemarkId = LegalBasis["remarks"][number]["id"];

interface Remark {
  readonly id: RemarkId;
  readonly text: Text;
  /** First and last day it holds; null = open. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Checked 2026-11-21 against the project's background on field systems, §3.4. */
const remarks: readonly Remark[] = [
  {
    id: "exemption",
    text: {
      zh: "“点对点”定向利用豁免（名录豁免清单2021年版第32项、2025年版第31项）只豁免利用环节，贮存、运输和联单不豁免，且须有省级方案：鲁苏之间未查到联合方案（2026-11-21核查），默认不适用，按普通审批办理",
      en: "The point-to-point exemption (item 32 of the 2021 list, 31 of the 2025 list) frees the use only, not storage, transport or manifest, and needs a provincial plan: no joint plan of Shandong and Jiangsu was found (checked 2026-11-21), so it is taken as not available and ordinary approval applies",
    },
    from: "2021-01-01",
    to: null,
  },
  {
    id: "transit",
    text: {
      zh: "若途经第三省，移出地须通报途经省份；鲁苏相邻，直达路线一般不经第三省，以实际路线为准",
      en: "Where the route crosses a third province the origin informs it; Shandong and Jiangsu are neighbours, so a direct route as a rule crosses none; the real route decides",
    },
    from: null,
    to: null,
  },
  {
    id: "proximity",
    text: {
      zh: "转移遵循就近原则，跨省处置以相邻或有合作协议的省份为主（转移管理办法第3条）；移出地有余量时可能不予批准",
      en: "Transfers follow the principle of proximity, disposal goes mainly to neighbouring or co-operating provinces (transfer measures, art. 3); where the origin has capacity approval may be refused",
    },
    from: "2022-01-01",
    to: null,
  },
  {
    id: "lighter-rule",
    text: {
      zh: "2026年8月15日前的行为适用当时的法律，法典处罚较轻的除外（法典第1057条）",
      en: "Acts before 2026-08-15 are judged by the law of their day unless the Code is lighter (Code, art. 1057)",
    },
    from: "2026-08-15",
    to: null,
  },
  {
    id: "hazardous-chemical",
    text: {
      zh: "属危险化学品的，运输、经营、管道输送另须危险货物运输、危险化学品经营等许可（危险化学品安全管理规定，未核实）",
      en: "As a hazardous chemical it also needs the permits for carriage of dangerous goods, for trade and for pipelines (rules on hazardous chemicals, not verified)",
    },
    from: null,
    to: null,
  },
  {
    id: "by-product-sale",
    text: {
      zh: "不得以副产品名义出售危险废物（转移管理办法第10条）",
      en: "Hazardous waste must not be sold under the name of a by-product (transfer measures, art. 10)",
    },
    from: "2022-01-01",
    to: null,
  },
];

/** Gases and liquids whose carriage the rules on hazardous chemicals or dangerous goods touch. */
const hazardousChemicals: ReadonlySet<string> = new Set(
  "MA10 MA11 MA12 MA13 MA14 MA20 MA21 MA22 MA30 MA32 MA33 MA60 EN40 EN41 EN42 EN43 EN44 EN60".split(" "),
);

export const isHazardousChemical = (code: string) => hazardousChemicals.has(code);

/** The remarks wanted that hold on `asOf`, in the order of the table. */
export function remarksOn(ids: ReadonlySet<RemarkId>, asOf: string): readonly Remark[] {
  return remarks.filter(
    ({ id, from, to }) => ids.has(id) && (from === null || from <= asOf) && (to === null || asOf <= to),
  );
}
