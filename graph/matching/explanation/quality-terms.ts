import type { Text } from "#graph/schema/text.ts";

type Row = readonly [codes: string, zh: string, en: string];

/** What a receiver asks of each resource first: general knowledge of the trades, a question and no limit. */
const rows: readonly Row[] = [
  ["SW01", "成分、安定性和含水率", "composition, soundness and moisture"],
  ["SW02", "烧失量、细度和含水率", "loss on ignition, fineness and moisture"],
  ["SW03", "含碳量和含水率", "carbon and moisture"],
  ["SW04", "热值、灰分和硫分", "heating value, ash and sulphur"],
  ["SW05", "成分和粒度", "composition and grain size"],
  ["SW06 SW11", "含水率、氯离子和二水石膏含量", "moisture, chloride and gypsum content"],
  ["SW07 SW90 SW91", "含水率、热值和重金属", "moisture, heating value and heavy metals"],
  ["SW09", "碱含量、铁含量和浸出毒性", "alkali, iron and leaching"],
  ["SW10", "水溶磷、氟和放射性", "soluble phosphorus, fluoride and radioactivity"],
  ["SW15 SW16", "成分、含水率和氯离子", "composition, moisture and chloride"],
  ["SW13", "含水率、新鲜度和盐分", "moisture, freshness and salt"],
  ["SW14 SW17 SW62 SW63", "品类和杂质率", "grade and share of impurities"],
  ["SW61", "含水率、含油率和杂质率", "moisture, fat and impurities"],
  ["SW64", "热值和含水率", "heating value and moisture"],
  ["SW70 SW71 SW72 SW73 SW74", "含泥量和杂质率", "fines and impurities"],
  ["SW80 SW81", "含水率和杂质率", "moisture and impurities"],
  ["SW82", "含固率和盐分", "solids and salt"],
  ["EN10", "压力、温度和流量", "pressure, temperature and flow"],
  ["EN20", "供回水温度和流量", "supply and return temperature, and flow"],
  ["EN30", "温度和流量", "temperature and flow"],
  ["EN40 EN41 EN42 EN43 EN44 EN60", "热值、含硫量和压力", "heating value, sulphur and pressure"],
  ["EN70", "电压等级和负荷", "voltage and load"],
  ["EN", "温度、压力和流量", "temperature, pressure and flow"],
  ["WA40", "含盐量和溴镁含量", "salinity, bromine and magnesium"],
  ["WA50", "水温、铁和含油量", "temperature, iron and oil"],
  ["WA80", "养分、盐分和重金属", "nutrients, salt and heavy metals"],
  ["WA", "盐分、硬度、氨氮和有机物", "salinity, hardness, ammonia and organic load"],
  ["MA10 MA11 MA12 MA13 MA14", "纯度、杂质和压力", "purity, impurities and pressure"],
  ["MA", "纯度和杂质", "purity and impurities"],
  ["HW", "成分、含水率和包装形式", "composition, moisture and packing"],
  ["", "成分和含水率", "composition and moisture"],
];

const byCode: ReadonlyMap<string, Text> = new Map(
  rows.flatMap(([codes, zh, en]) => codes.split(" ").map((code) => [code, { zh, en }])),
);

/** The properties to be asked of a resource; of its family or in general where the code has no row of its own. */
export function qualityTermsOf(code: string): Text {
  const family = /^\d/.test(code) ? "HW" : code.slice(0, 2);
  return byCode.get(code) ?? byCode.get(family) ?? byCode.get("") ?? { zh: "", en: "" };
}
