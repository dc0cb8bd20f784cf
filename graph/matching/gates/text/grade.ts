import type { GateText } from "#graph/matching/gates/gate.ts";
import type { GradeFacts } from "#graph/matching/gates/grade.ts";

const asked = {
  heat: { zh: "温度、压力和流量", en: "temperature, pressure and flow" },
  water: { zh: "水质指标", en: "water quality" },
  material: { zh: "成分和品质指标", en: "composition and quality" },
} as const;

/** The grade in words. */
export const gradeText: GateText<GradeFacts> = ({ tooCold, kind, limitZh, limitEn }) =>
  tooCold
    ? {
        zh: "需要蒸汽，而供方只有热水或低品位热，不能升级",
        en: "Steam is wanted, but only hot water or low-grade heat is offered",
      }
    : {
        zh: `双方未提供${asked[kind].zh}${limitZh === null ? "" : `；规则要求：${limitZh}`}`,
        en: `Neither side states ${asked[kind].en}${limitEn === null ? "" : `; the rule asks for: ${limitEn}`}`,
      };
