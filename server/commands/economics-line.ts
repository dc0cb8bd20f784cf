import type { Band, Economics } from "#graph/schema/answers/economics.ts";
import type { Language } from "./terminal.ts";

/** Money and carbon of a candidate in one line; a gain that rests on assumptions has its sign alone. */
export function economicsLine(economics: Economics, language: Language): string {
  const isZh = language === "zh";
  const { surplus, pays, breakEvenKm, carbon, decisive, missing } = economics;
  const parts =
    surplus === null
      ? [
          isZh
            ? `算不出得益，缺：${missing.map(({ zh }) => zh).join("；")}`
            : `no gain can be told; missing: ${missing.map(({ en }) => en).join("; ")}`,
        ]
      : [
          gainText(surplus, isZh),
          pays === null
            ? ""
            : isZh
              ? `划算的可能 ${percent(pays)}`
              : `pays in ${percent(pays)} of the worlds`,
          breakEvenKm === null ? "" : `${isZh ? "保本" : "break-even"} ${bandText(breakEvenKm)} km`,
          decisive === null
            ? ""
            : isZh
              ? `先问：${decisive.nameZh}`
              : `ask first: ${decisive.nameEn ?? decisive.nameZh}`,
        ];
  const saved = carbon === null ? "" : `${isZh ? "减碳" : "saves"} ${bandText(carbon.kgPerTonne)} kg CO2e/t`;
  return [...parts, saved].filter((part) => part !== "").join(isZh ? "；" : "; ");
}

const signWords = {
  gain: ["为正", "positive"],
  loss: ["为负", "negative"],
  open: ["正负不定", "could be either"],
} as const;

function gainText({ band, sign, assumedShare }: NonNullable<Economics["surplus"]>, isZh: boolean): string {
  const share = percent(assumedShare);
  const value =
    band === null ? signWords[sign][isZh ? 0 : 1] : `${bandText(band)} ${isZh ? "元/吨" : "yuan/t"}`;
  return isZh
    ? `两家合计得益${value}（假定价占${share}）`
    : `joint gain ${value} (${share} on assumed prices)`;
}

const bandText = ({ low, best, high }: Band) =>
  `${Math.round(best)} (${Math.round(low)} … ${Math.round(high)})`;
const percent = (share: number) => `${Math.round(share * 100)} %`;
