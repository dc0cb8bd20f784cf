import type { Text } from "#graph/schema/text.ts";
import type { HaulLimit } from "#graph/matching/gates/haul-limit.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { HaulFacts } from "#graph/matching/gates/haul-reach.ts";

/** The haul in words. */
export const haulReachText: GateText<HaulFacts> = (facts) => {
  const { limit: haulLimit, exceeds, expectedKm } = facts;
  const { hardKm, reach } = haulLimit;
  const { screenKm } = reach;
  const { zh: basisZh, en: basisEn } = basisOf(haulLimit);
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

function basisOf({ by, reach, premiumYuan }: HaulLimit): Text {
  const texts: Record<HaulLimit["by"], Text> = {
    resource: { zh: reach.basisZh, en: reach.basisEn },
    ship: {
      zh: `两端都有码头记录，按水运估算；${reach.basisZh}`,
      en: `both ends are on record with a wharf, so by ship; ${reach.basisEn}`,
    },
    premium: {
      zh: `含写明的每吨${premiumYuan}元补贴或加价；${reach.basisZh}`,
      en: `with the stated ${premiumYuan} yuan a tonne added; ${reach.basisEn}`,
    },
    "modest-heat": {
      zh: "热水长输管线只为供热两千万平方米以上或年供600万吉焦以上的规模而建；两端都没有这样的记录",
      en: "long hot-water lines are built for 20 million m² or 6 PJ a year and more; neither end is on record with so much",
    },
    steam: {
      zh: "按写明的流量、温度和压力核算",
      en: "calculated from the stated flow, temperature and pressure",
    },
  };
  return texts[by];
}
