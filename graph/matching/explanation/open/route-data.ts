import type { Text } from "#graph/schema/text.ts";
import { judgeHaul } from "#graph/matching/gates/haul-reach.ts";
import type { PlaceHeader } from "#graph/projection/places/headers.ts";
import { placeOf } from "#graph/matching/explanation/ends-in-words.ts";
import type { Told } from "#graph/matching/explanation/told.ts";
import type { OpenDatum } from "./open-datum.ts";

/** What is not known of the way: where an end stands that is known only by its county or city, and whether in one park. */
export function routeData(told: Told): readonly OpenDatum[] {
  return [...sameParkData(told), ...placeData(told)];
}

function sameParkData({ link }: Told): readonly OpenDatum[] {
  if (link.placement !== "same-city-parks-open") return [];
  return [
    {
      zh: "两家是否在同一园区",
      en: "whether the two stand in one park",
      how: { zh: "在地图上查两家厂址", en: "look both up on a map" },
      ask: null,
      risk: 0.03,
      effort: 1,
    },
  ];
}

function placeData(told: Told): readonly OpenDatum[] {
  const { verdict, facts } = judgeHaul(told.link);
  return (["supplier", "receiver"] as const).flatMap((side) => {
    const { header } = told.link[side].party.place;
    const vague = vaguenessOf(header);
    if (vague === null) return [];
    const name = side === "supplier" ? told.from : told.to;
    return [
      {
        zh: `${name.zh}的厂址（${vague.zh}）`,
        en: `where ${name.en} stands (${vague.en})`,
        how: {
          zh: "在地图上查厂名，记下园区或坐标",
          en: "look the plant up on a map and record its park or point",
        },
        ask: { of: side, text: { zh: "厂址在哪", en: "where the plant stands" } },
        // Where the reach already passes or fails, the true place changes little.
        risk: verdict === "unknown" ? (facts.exceeds ?? 0.5) : 0.04,
        effort: 1,
      },
    ];
  });
}

function vaguenessOf(header: PlaceHeader): Text | null {
  const { kind, coordErrorKm } = header;
  const place = placeOf(header);
  if (kind === "park" || kind === "site") return null;
  if (kind !== "county" && kind !== "city")
    return { zh: `只知在${place.zh}`, en: `only ${place.en} is known` };
  const error = coordErrorKm === null ? null : Math.round(coordErrorKm);
  return {
    zh: `现按${place.zh}驻地算${error === null ? "" : `，可能差${error}公里`}`,
    en: `taken from the seat of ${place.en}${error === null ? "" : `, up to ${error} km off`}`,
  };
}
