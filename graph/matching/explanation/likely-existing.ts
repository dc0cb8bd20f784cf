import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { LikelyExisting } from "#graph/matching/ends/likely-existing.ts";
import type { Link } from "#graph/matching/link.ts";
import type { Text } from "#graph/schema/text.ts";

/** Why a candidate may exist already, and how to find out; each language written for itself. */
export function describeLikely({ likely }: Pick<Link, "likely">): Candidate["likelyExisting"] {
  if (likely === null) return null;
  const { zh, en } = likely.because === "twin" ? twinText(likely) : memberText(likely);
  const quantity = likely.quantityFits ? quantityText : { zh: "", en: "" };
  return {
    exchangeId: likely.exchangeId,
    because: likely.because,
    reasonZh: `${zh.why}${quantity.zh}。${zh.how}`,
    reasonEn: `${en.why}${quantity.en}. ${en.how}`,
  };
}

const quantityText: Text = {
  zh: "，记录的数量也与供需信息一致",
  en: ", and the quantity on record is that of the listing",
};

interface Texts {
  readonly zh: { readonly why: string; readonly how: string };
  readonly en: { readonly why: string; readonly how: string };
}

const inEnglish = ({ nameEn, nameZh }: Enterprise) => nameEn ?? nameZh;

function memberText({ exchangeId, recorded, candidate }: LikelyExisting): Texts {
  return {
    zh: {
      why: `交换 ${exchangeId} 记录的一方是“${recorded.nameZh}”，${candidate.nameZh}可能就在其中`,
      how: `核实方法：问${candidate.nameZh}是否已在这项交换之内、数量多少；是，则在记录中写明企业名称`,
    },
    en: {
      why: `Exchange ${exchangeId} names "${inEnglish(recorded)}", and ${inEnglish(candidate)} may be among them`,
      how: `To confirm: ask ${inEnglish(candidate)} whether it already takes part and with how much; if so, name it in the record`,
    },
  };
}

function twinText({ exchangeId, recorded, candidate }: LikelyExisting): Texts {
  return {
    zh: {
      why: `交换 ${exchangeId} 记录的一方是${recorded.nameZh}（${recorded.id}），它与${candidate.nameZh}（${candidate.id}）可能是同一家`,
      how: "核实方法：对照两家的地址和统一社会信用代码；是同一家，则合并两条企业记录",
    },
    en: {
      why: `Exchange ${exchangeId} names ${inEnglish(recorded)} (${recorded.id}), which is perhaps the same plant as ${inEnglish(candidate)} (${candidate.id})`,
      how: "To confirm: compare address and unified social credit code of the two; if they are one, merge the two records",
    },
  };
}
