import { isWideCode, relateSubstances } from "#graph/matching/knowledge/substances.ts";
import { qualityTermsOf } from "#graph/matching/explanation/quality-terms.ts";
import { gateOf, type Told } from "#graph/matching/explanation/told.ts";
import type { OpenDatum } from "./open-datum.ts";

/** What is not known of the thing itself: its class, its licence, whether it is waste, whether its quality serves. */
export function resourceData(told: Told): readonly OpenDatum[] {
  return [
    classDatum(told),
    licenceDatum(told),
    identityDatum(told),
    substanceDatum(told),
    qualityDatum(told),
  ].filter((datum) => datum !== null);
}

function classDatum({ link: { match, code }, from, waste }: Told): OpenDatum | null {
  if (match !== "class-unknown") return null;
  const isHazardous = waste === "hazardous";
  return {
    zh: isHazardous ? "是哪一类危险废物（一方只写了大类）" : `是哪一种废物（一方只写了大类${code}）`,
    en: isHazardous
      ? "which class of hazardous waste it is (one side names only the family)"
      : `which waste it is (one side names only the family ${code})`,
    how: {
      zh: isHazardous ? `看${from.zh}的危险废物管理计划` : `看${from.zh}的固废台账`,
      en: isHazardous ? `the hazardous-waste plan of ${from.en} says` : `the waste ledger of ${from.en} says`,
    },
    ask: {
      of: "supplier",
      text: isHazardous
        ? { zh: "废物的八位代码", en: "the eight-digit code of the waste" }
        : { zh: "具体是哪种废物", en: "which waste it is" },
    },
    risk: 0.9,
    effort: 1,
  };
}

function licenceDatum(told: Told): OpenDatum | null {
  const { link, to, waste } = told;
  if (waste !== "hazardous" || gateOf(told, "hazardous-licence")?.verdict !== "unknown") return null;
  const isNamed = link.match !== "class-unknown";
  const isOnRecord = isNamed && link.receiver.listing?.resourceCodes.includes(link.code) === true;
  return {
    zh: `${to.zh}的许可证含不含${isNamed ? link.code : "这一类"}、还有多少余量`,
    en: `whether the licence of ${to.en} covers ${isNamed ? link.code : "this class"}, and its free capacity`,
    how: {
      zh: "查省厅公布的持证单位名单，或请对方发许可证副本",
      en: "the province's list of licensed firms, or a copy of the licence",
    },
    ask: {
      of: "receiver",
      text: {
        zh: `许可证含不含${isNamed ? link.code : "这一类废物"}、还剩多少余量`,
        en: `whether its licence covers ${isNamed ? link.code : "this waste"} and what capacity is free`,
      },
    },
    // Which class it is comes first: no licence can be read before.
    risk: !isNamed || isOnRecord ? 0.35 : 0.55,
    effort: 1,
  };
}

function identityDatum(told: Told): OpenDatum | null {
  const { link, given, waste, from } = told;
  if (link.match === "class-unknown" || waste === "hazardous") return null;
  if (gateOf(told, "waste-identification")?.verdict !== "unknown") return null;
  const isGoods = waste === "goods" || waste === "by-product";
  return {
    zh: isGoods ? `${given.zh}算产品还是固体废物` : `${given.zh}是不是危险废物`,
    en: isGoods
      ? `whether ${given.en} counts as goods or as waste`
      : `whether ${given.en} is hazardous waste`,
    how: isGoods
      ? {
          zh: `请${from.zh}给出执行的产品标准或鉴别结论`,
          en: `${from.en} must show the product standard it meets, or an identification result`,
        }
      : {
          zh: `看${from.zh}的环评批复；没有结论就做鉴别`,
          en: `the environmental permit of ${from.en} says; else have it identified`,
        },
    ask: {
      of: "supplier",
      text: isGoods
        ? {
            zh: "执行哪个产品标准、有没有鉴别结论",
            en: "which product standard it meets, or whether it has been identified",
          }
        : {
            zh: "环评里按什么废物管理、有没有鉴别报告",
            en: "as what waste its permit treats it, and whether it has been identified",
          },
    },
    risk: isGoods ? 0.2 : 0.25,
    effort: 1,
  };
}

/** A wide code holds unlike things; a name that says nothing leaves open which of them it is. */
function substanceDatum({ link }: Told): OpenDatum | null {
  const { supplier, receiver, ruleCase, match, code } = link;
  if (match === "class-unknown" || supplier.listing === null || receiver.listing === null) return null;
  if (!isWideCode(code)) return null;
  const wanted = ruleCase === null || match !== "rule" ? receiver.substances : ruleCase.substances;
  const relation = relateSubstances(supplier.substances, wanted);
  if (relation !== "kin" && relation !== "unnamed") return null;
  return {
    zh: `双方说的是不是同一种东西（${code}包含多种）`,
    en: `whether both mean the same thing (${code} holds several)`,
    how: {
      zh: "让双方各说一次品名和来源工序",
      en: "have each side name the thing and the step it comes from",
    },
    ask: {
      of: "supplier",
      text: { zh: "具体是什么、从哪道工序来", en: "what it is and from which step it comes" },
    },
    risk: 0.45,
    effort: 1,
  };
}

/** Asked of the side that sets the demand; the sample is the supplier's. Left out where no grade gate stands open. */
function qualityDatum(told: Told): OpenDatum | null {
  const { link, from, to, waste } = told;
  const gate = gateOf(told, "grade");
  if (gate !== undefined && gate.verdict !== "unknown") return null;
  const terms = qualityTermsOf(link.code);
  const isFluid = /^(?:EN|WA)/.test(link.code);
  if (isFluid)
    return {
      zh: `${terms.zh}配不配得上`,
      en: `whether ${terms.en} suit both sides`,
      how: {
        zh: `要${from.zh}的运行记录，与${to.zh}的要求对照`,
        en: `compare the operating log of ${from.en} with what ${to.en} asks for`,
      },
      ask: { of: "receiver", text: { zh: `对${terms.zh}的要求`, en: `what ${terms.en} it asks for` } },
      risk: 0.4,
      effort: 2,
    };
  return {
    zh: `${terms.zh}够不够${to.zh}的要求`,
    en: `whether ${terms.en} meet what ${to.en} asks for`,
    how: {
      zh: `取一次样，按${to.zh}的进厂指标化验`,
      en: `take a sample and test it against what ${to.en} accepts`,
    },
    ask: { of: "receiver", text: { zh: `对${terms.zh}的要求`, en: `its limits for ${terms.en}` } },
    risk: waste === "hazardous" ? 0.25 : 0.3,
    effort: 4,
  };
}
