import type { GateText } from "#graph/matching/gates/gate.ts";
import type { HaulFacts } from "#graph/matching/gates/haul-reach.ts";

/** The haul in words. */
export const haulReachText: GateText<HaulFacts> = (facts) => {
  const { reach, exceeds, expectedKm } = facts;
  const { hardKm, screenKm, basisZh, basisEn } = reach;
  if (exceeds === null || expectedKm === null)
    return {
      zh: "一方位置未知，无法判断运距",
      en: "The position of one end is not known, so the haul cannot be judged",
    };
  const [km, limit] = [Math.round(expectedKm), `${hardKm}`];
  const share = percent(exceeds);
  if (facts.pipeTooLong)
    return {
      zh: `预计管线约${km}公里，超出上限${limit}公里（${basisZh}）`,
      en: `The line would be about ${km} km long, beyond the limit of ${limit} km (${basisEn})`,
    };
  if (exceeds > 0.8)
    return {
      zh: `预计运距约${km}公里，超出上限${limit}公里的可能性为${share}（${basisZh}）`,
      en: `About ${km} km expected; with a probability of ${share} it is beyond the limit of ${limit} km (${basisEn})`,
    };
  if (exceeds >= 0.2)
    return {
      zh: `位置误差较大：预计约${km}公里，超出上限${limit}公里的可能性为${share}（${basisZh}）`,
      en: `The points are uncertain: about ${km} km expected; with a probability of ${share} it is beyond the limit of ${limit} km (${basisEn})`,
    };
  if (facts.needsCalculation)
    return {
      zh: `预计约${km}公里，超过${screenKm}公里的供热须按流量和温度核算（${basisZh}）`,
      en: `About ${km} km expected; heat over more than ${screenKm} km must be calculated from flow and temperature (${basisEn})`,
    };
  return {
    zh: `预计运距约${km}公里，在上限${limit}公里以内（${basisZh}）`,
    en: `About ${km} km expected, within the haul limit of ${limit} km (${basisEn})`,
  };
};

const percent = (share: number) => `${Math.round(share * 100)}%`;
