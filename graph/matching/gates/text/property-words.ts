interface PropertyWords {
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
}

const words: Readonly<Record<string, PropertyWords>> = {
  moisture: { zh: "含水率", en: "moisture", unit: "%" },
  "loss-on-ignition": { zh: "烧失量", en: "loss on ignition", unit: "%" },
  "sieve-residue": { zh: "筛余", en: "sieve residue", unit: "%" },
  SO3: { zh: "三氧化硫", en: "SO₃", unit: "%" },
  "free-CaO": { zh: "游离氧化钙", en: "free CaO", unit: "%" },
  MgO: { zh: "氧化镁", en: "MgO", unit: "%" },
  alkali: { zh: "碱含量", en: "alkali", unit: "%" },
  iron: { zh: "含铁量", en: "iron", unit: "%" },
  chloride: { zh: "氯离子", en: "chloride", unit: "" },
  purity: { zh: "纯度", en: "purity", unit: "%" },
  dihydrate: { zh: "二水硫酸钙", en: "dihydrate", unit: "%" },
  "calorific-value": { zh: "热值", en: "calorific value", unit: " kJ/kg" },
  "crushing-value": { zh: "压碎值", en: "crushing value", unit: "%" },
  abrasion: { zh: "磨耗值", en: "abrasion", unit: "%" },
  temperature: { zh: "温度", en: "temperature", unit: " ℃" },
  pressure: { zh: "压力", en: "pressure", unit: " MPa" },
  COD: { zh: "化学需氧量", en: "COD", unit: " mg/L" },
  ammonia: { zh: "氨氮", en: "ammonia nitrogen", unit: " mg/L" },
  "dissolved-solids": { zh: "溶解性总固体", en: "dissolved solids", unit: " mg/L" },
  hardness: { zh: "硬度", en: "hardness", unit: " mg/L" },
  turbidity: { zh: "浊度", en: "turbidity", unit: " NTU" },
};

/** Name and unit of a property; the id itself where it has none. */
export function propertyWords(property: string): PropertyWords {
  return words[property] ?? { zh: property, en: property, unit: "" };
}
