import type { Text } from "#graph/schema/text.ts";
import type { GateText } from "#graph/matching/gates/gate.ts";
import type { WasteState } from "#graph/matching/gates/waste-state.ts";
import type { IdentificationFacts } from "#graph/matching/gates/waste-identification.ts";

const byState: Record<WasteState, Text> = {
  hazardous: {
    zh: "来源已归入危险废物类别；八位代码仍须供方确认",
    en: "Classed as hazardous waste by the source; the supplier must confirm the eight-digit code",
  },
  general: {
    zh: "来源记为一般固体废物，非危险废物",
    en: "Recorded as ordinary solid waste, not hazardous",
  },
  unidentified: {
    zh: "是否属于危险废物未知，须先鉴别",
    en: "Whether it is hazardous waste is not known; identification needed",
  },
  "by-product": {
    zh: "副产物是产品还是固体废物须按标准鉴别",
    en: "Whether the by-product is goods or solid waste must be identified",
  },
  goods: {
    zh: "按商品流通，须符合产品标准",
    en: "Traded as goods; must meet the product standard",
  },
  "no-solid-waste": {
    zh: "能量和水不属于固体废物",
    en: "Energy and water are not solid waste",
  },
};

/** The state of the waste in words. */
export const wasteIdentificationText: GateText<IdentificationFacts> = ({ state, familyCode }) =>
  familyCode === null
    ? byState[state]
    : {
        zh: `至少一方只写了大类（${familyCode}），须先鉴别具体类别`,
        en: `At least one side names only a family (${familyCode}); the class must be identified first`,
      };
