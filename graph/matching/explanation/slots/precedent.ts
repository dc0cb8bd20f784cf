import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

/** Who does it already, where, since when and how far; null where nobody of the record does. */
export function precedentSlot({ precedent, to }: Told): Text | null {
  if (precedent === null) return null;
  const { supplierZh, receiverZh, supplierEn, receiverEn, isReceiversOwn } = precedent;
  const detail = detailText(precedent);
  const thing = { zh: precedent.resourceZh, en: precedent.resourceEn };
  if (isReceiversOwn)
    return {
      zh: `${to.zh}已在用${supplierZh}的${thing.zh}${detail.zh}`,
      en: `${to.en} already takes ${thing.en} from ${supplierEn ?? supplierZh}${detail.en}`,
    };
  return {
    zh: `先例：${supplierZh}的${thing.zh}供${receiverZh}${detail.zh}`,
    en: `Precedent: ${thing.en} from ${supplierEn ?? supplierZh} to ${receiverEn ?? receiverZh}${detail.en}`,
  };
}

function detailText({ placeZh, placeEn, year, roadKmEstimate }: NonNullable<Candidate["precedent"]>): Text {
  const km = roadKmEstimate === null ? null : Math.max(1, Math.round(roadKmEstimate));
  const zh = [placeZh, year === null ? null : `${year}年`, km === null ? null : `约${km}公里`];
  const en = [placeEn ?? placeZh, year === null ? null : String(year), km === null ? null : `about ${km} km`];
  return {
    zh: `（${zh.filter((part) => part !== null).join("，")}）`,
    en: ` (${en.filter((part) => part !== null).join(", ")})`,
  };
}
