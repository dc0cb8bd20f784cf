import { environmentalCode, solidWasteLaw, type Act } from "./acts.ts";
import type { LegalCase, LegalRow, PermissionClass } from "./legal-row.ts";

/**
 * Transfer of waste: which permission a link needs, as dated data. Two acts follow each other: the Solid Waste Law of 2020
 * up to 2026-08-14, the Ecological Environment Code from 2026-08-15. Articles as collected in the project's background on
 * field systems, §3.4 (third-party copies of both texts: check against the official gazette). Acts before the change are
 * judged by the old rule unless the new one is lighter (Code, art. 1057), so an answer keeps the row it was given by.
 */
interface Case {
  readonly case: LegalCase;
  /** Under the law, then under the Code. */
  readonly rows: readonly [before: Row, after: Row];
}
type Row = readonly [permission: PermissionClass, article: string, noteZh: string, noteEn: string];

const disposalZh = "跨省转移贮存、处置须经接受地同意后由移出地批准";
const disposalEn =
  "storage or disposal in another province needs approval by the origin after the receiver agrees";
const licenceZh = "接收方须持有覆盖该类别且有余量的危险废物经营许可证，或符合列明的豁免";
const licenceEn = "the receiver needs a licence for the class with free capacity, or a listed exemption";
const contractZh = "省内转移：签订书面合同、核实受托方能力并建立台账；跨省审批不适用";
const contractEn =
  "within the province: written contract, check of the receiver, ledger; no approval across provinces";
const manifestZh = "省内转移：须填写、运行电子转移联单，接收方须持证；不需跨省审批";
const manifestEn =
  "within the province: electronic manifest for each trip and a licensed receiver; no approval across provinces";
const identifyHereZh =
  "先确认是否属固体废物、是否属危险废物：一般固体废物须签合同并建台账；危险废物须填联单，接收方须持证";
const identifyHereEn =
  "first whether it is solid waste and whether hazardous: ordinary waste needs contract and ledger, hazardous waste a manifest and a licensed receiver";
const notWasteZh = "仅当符合强制性产品标准或经鉴别不属固体废物时，才不受固体废物转移规定约束";
const notWasteEn =
  "outside the waste rules only if it meets a mandatory product standard or is identified as not waste";
const noSolidWasteZh = "排入水体的废水以及热、电不适用固体废物规定；取水、排水、供热等其他许可未核实";
const noSolidWasteEn =
  "waste water let into water bodies, heat and power are not under the waste rules; other permits (abstraction, discharge, heat supply) are not verified";

const cases: readonly Case[] = [
  {
    case: "general-waste-use",
    rows: [
      [
        "filing",
        "§22(2)",
        "跨省转移利用须报移出地省级主管部门备案，由其通报接受地",
        "use in another province is filed with the province of origin, which tells the receiving one",
      ],
      [
        "information-in-advance",
        "§476(2)",
        "跨省转移利用无须批准，但须通过固废信息平台提前向移出地和接受地报送信息",
        "no approval, but information must be sent in advance through the waste platform to both provinces",
      ],
    ],
  },
  {
    case: "general-waste-disposal",
    rows: [
      ["approval", "§22(1)", disposalZh, disposalEn],
      ["approval", "§476(1)", disposalZh, disposalEn],
    ],
  },
  {
    case: "general-waste-purpose-unknown",
    rows: [
      [
        "undetermined",
        "§22",
        "属利用还是贮存、处置尚不清楚：前者备案，后者须批准",
        "use is filed, storage or disposal needs approval; which of them it is is not known",
      ],
      [
        "undetermined",
        "§476",
        "属利用还是贮存、处置尚不清楚：前者提前报送信息，后者须批准",
        "use needs information in advance, storage or disposal needs approval; which of them it is is not known",
      ],
    ],
  },
  {
    case: "co-firing",
    rows: [
      [
        "undetermined",
        "§22",
        "掺烧属利用（备案）还是处置（批准）法律未明示，须问移出地主管部门",
        "whether co-firing is use (filing) or disposal (approval) the law does not say; ask the province of origin",
      ],
      [
        "undetermined",
        "§468, 476",
        "法典第468条把直接用作替代燃料也算利用；掺烧是否属此须由移出地认定：属利用的提前报送信息，属处置的须批准",
        "art. 468 counts direct use as substitute fuel as use; whether this co-firing is such use the origin decides: information in advance if so, approval if it is disposal",
      ],
    ],
  },
  {
    case: "general-waste-same-province",
    rows: [
      ["none", "§36, 37", contractZh, contractEn],
      ["none", "§489, 490", contractZh, contractEn],
    ],
  },
  {
    case: "hazardous-waste",
    rows: [
      [
        "approval-and-manifest",
        "§82",
        "危险废物跨省转移须经批准并填写电子转移联单",
        "hazardous waste over the border needs approval and an electronic manifest",
      ],
      [
        "approval-and-manifest",
        "§536",
        "危险废物跨省转移须经批准并填写电子转移联单；转移管理办法是否随法典重新发布尚未核实",
        "hazardous waste over the border needs approval and an electronic manifest; whether the transfer measures were re-issued is not verified",
      ],
    ],
  },
  {
    case: "hazardous-same-province",
    rows: [
      ["none", "§82", manifestZh, manifestEn],
      ["none", "§536", manifestZh, manifestEn],
    ],
  },
  {
    case: "hazardous-licence",
    rows: [
      ["undetermined", "§80", licenceZh, licenceEn],
      ["undetermined", "§534", licenceZh, licenceEn],
    ],
  },
  {
    case: "identification-needed",
    rows: [
      [
        "undetermined",
        "§22, 82, 124(1)",
        "先鉴别：一般固体废物利用须备案，贮存、处置须批准；危险废物须批准并填联单",
        "identify first: ordinary waste is filed for use and approved for storage or disposal; hazardous waste needs approval and a manifest",
      ],
      [
        "undetermined",
        "§465, 476, 536",
        "先鉴别：一般固体废物利用须提前报送信息，贮存、处置须批准；危险废物须批准并填联单",
        "identify first: ordinary waste needs information in advance for use and approval for storage or disposal; hazardous waste needs approval and a manifest",
      ],
    ],
  },
  {
    case: "identification-needed-same-province",
    rows: [
      ["undetermined", "§36, 37, 82, 124(1)", identifyHereZh, identifyHereEn],
      ["undetermined", "§465, 489, 490, 536", identifyHereZh, identifyHereEn],
    ],
  },
  {
    case: "goods-unproven",
    rows: [
      ["undetermined", "§124(1)", notWasteZh, notWasteEn],
      ["undetermined", "§465", notWasteZh, notWasteEn],
    ],
  },
  {
    case: "not-waste",
    rows: [
      ["none", "§124(1)", notWasteZh, notWasteEn],
      ["none", "§465", notWasteZh, notWasteEn],
    ],
  },
  {
    case: "not-solid-waste",
    rows: [
      ["none", "§125", noSolidWasteZh, noSolidWasteEn],
      ["none", "§486", noSolidWasteZh, noSolidWasteEn],
    ],
  },
];

export const legalRows: readonly LegalRow[] = cases.flatMap(({ case: legalCase, rows: [before, after] }) => [
  rowOf(legalCase, solidWasteLaw, before),
  rowOf(legalCase, environmentalCode, after),
]);

function rowOf(legalCase: LegalCase, act: Act, [permission, article, noteZh, noteEn]: Row): LegalRow {
  return {
    case: legalCase,
    permission,
    ...act,
    article,
    noteZh: `${noteZh}。仅供参考，不构成行政决定`,
    noteEn: `${noteEn}. Not a decision`,
  };
}
