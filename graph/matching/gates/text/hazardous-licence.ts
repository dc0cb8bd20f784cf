import type { GateText } from "#graph/matching/gates/gate.ts";
import type { LicenceFacts } from "#graph/matching/gates/hazardous-licence.ts";

/** The licence in words. */
export const hazardousLicenceText: GateText<LicenceFacts> = ({ need, record }) => {
  if (need === "if-hazardous")
    return {
      zh: "若鉴别为危险废物，接收方须持证",
      en: "If it is identified as hazardous, the receiver needs a licence",
    };
  if (need === "no")
    return {
      zh: "非危险废物，不需要危险废物经营许可证",
      en: "Not hazardous waste; no hazardous-waste licence needed",
    };
  if (record === null)
    return {
      zh: "接收方的危险废物经营许可证类别和余量未知",
      en: "The receiver's licence class and free capacity are not known",
    };
  const { code, listingId, year } = record;
  return {
    zh: `接收方有接收${code}的公开记录（${listingId}${year === null ? "" : `，${year}年`}），许可证类别和余量仍须核对`,
    en: `The receiver is on record as taking ${code} (${listingId}${year === null ? "" : `, ${year}`}); licence class and free capacity must still be checked`,
  };
};
