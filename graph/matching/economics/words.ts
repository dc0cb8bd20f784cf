import type { Text } from "#graph/schema/text.ts";
import type { Input } from "./model.ts";
import type { Missing } from "./value-terms.ts";

/** A datum and how to find it out. */
interface Datum {
  readonly name: Text;
  readonly how: Text;
}

const askBoth: Text = { zh: "问两家", en: "ask both plants" };
const askCarrier: Text = { zh: "向承运方询价", en: "ask a carrier for a price" };

export const missingWords: Readonly<Record<Missing, Datum>> = {
  disposal: {
    name: { zh: "供方现在每吨的处置费", en: "what the supplier pays per tonne for disposal now" },
    how: { zh: "问供方", en: "ask the supplier" },
  },
  use: {
    name: {
      zh: "需方每吨能省多少（替代物的价格减处理费）",
      en: "what a tonne saves the receiver (the price of what it replaces, less treatment)",
    },
    how: { zh: "问需方", en: "ask the receiver" },
  },
  goods: {
    name: {
      zh: "供方的成本（或出厂价）与需方现在的采购价",
      en: "what it costs the supplier (or sells for) and what the receiver pays at its gate now",
    },
    how: askBoth,
  },
  "heat-or-power": {
    name: {
      zh: "供方的成本与需方现在的热价、电价或燃料费",
      en: "what it costs the supplier and what the receiver pays for heat, power or fuel now",
    },
    how: askBoth,
  },
  water: {
    name: {
      zh: "供方的制水成本与需方现在的水价",
      en: "what the water costs the supplier and what the receiver pays for water now",
    },
    how: askBoth,
  },
  position: {
    name: { zh: "一端的位置", en: "where one end stands" },
    how: { zh: "在地图上查厂址", en: "look the plant up on a map" },
  },
  "road-freight": { name: { zh: "公路运价", en: "the road freight" }, how: askCarrier },
  "tanker-freight": {
    name: { zh: "槽车或管道的运价", en: "what a tanker or a pipe costs" },
    how: askCarrier,
  },
  "hazardous-freight": {
    name: { zh: "危险废物的运价", en: "the freight of hazardous waste" },
    how: askCarrier,
  },
  line: {
    name: { zh: "管线或电网的费用", en: "what the line costs" },
    how: { zh: "请管网或电网公司估算", en: "ask the operator of the network for an estimate" },
  },
};

const route: Datum = {
  name: { zh: "两厂之间的实际里程", en: "the true length of the way" },
  how: { zh: "在地图上查两家厂址和路线", en: "look both plants and the way up on a map" },
};

const technicalFit: Datum = {
  name: { zh: "技术上是否可行", en: "whether the use works technically" },
  how: { zh: "取样，请需方小试", en: "take a sample and have the receiver try it" },
};

/** An input in words; null = whether it works technically. */
export function datumOf(input: Input | null): { readonly name: NameInBoth; readonly how: NameInBoth } {
  const price = input?.price ?? null;
  if (price !== null)
    return { name: { zh: price.nameZh, en: price.nameEn }, how: { zh: price.noteZh, en: price.noteEn } };
  return input === null ? technicalFit : route;
}

interface NameInBoth {
  readonly zh: string | null;
  readonly en: string | null;
}
