/** One figure of a quality text: an interval of a property, in the property's own unit. */
export interface QualityValue {
  readonly property: string;
  readonly low: number;
  readonly high: number;
}

interface Property {
  readonly id: string;
  readonly words: RegExp;
  /** Factor of a unit to the property's own; the unit stands after the number. */
  readonly units?: readonly (readonly [RegExp, number])[];
}

/** Properties by which the use of a resource is limited; percentages and plain numbers are kept as they are. */
const properties: readonly Property[] = [
  { id: "moisture", words: /含水(?:率|量)?|水分|moisture/i },
  { id: "loss-on-ignition", words: /烧失量|loss on ignition|\bLOI\b/i },
  { id: "sieve-residue", words: /筛余|sieve residue/i },
  { id: "SO3", words: /SO3|SO₃|三氧化硫/i },
  { id: "free-CaO", words: /f-?CaO|游离氧化钙/i },
  { id: "MgO", words: /MgO|氧化镁/i },
  { id: "alkali", words: /碱含量|alkali content/i },
  { id: "iron", words: /含铁(?:量)?|TFe|iron content/i },
  { id: "chloride", words: /氯离子|Cl[-⁻−]|chloride/i },
  { id: "purity", words: /纯度|purity/i },
  { id: "dihydrate", words: /二水硫酸钙|CaSO4·2H2O|dihydrate/i },
  {
    id: "calorific-value",
    words: /热值|发热量|calorific value/i,
    units: [
      [/^MJ\/kg/i, 1000],
      [/^kcal\/kg/i, 4.1868],
      [/^kJ\/kg/i, 1],
    ],
  },
  { id: "crushing-value", words: /压碎值|crushing value/i },
  { id: "abrasion", words: /磨耗值|abrasion/i },
  { id: "temperature", words: /温度|temperature|(?=\d+(?:\.\d+)?\s*(?:℃|°C))/i },
  {
    id: "pressure",
    words: /压力|pressure|(?=\d+(?:\.\d+)?\s*(?:MPa|兆帕|bar)\b)/i,
    units: [
      [/^bar/i, 0.1],
      [/^MPa|^兆帕/i, 1],
    ],
  },
  { id: "COD", words: /COD(?:cr)?|化学需氧量/i },
  { id: "ammonia", words: /氨氮|NH3-?N|ammonia nitrogen/i },
  { id: "dissolved-solids", words: /溶解性总固体|TDS|dissolved solids/i },
  { id: "hardness", words: /硬度|hardness/i },
  { id: "turbidity", words: /浊度|turbidity/i },
];

const number = String.raw`(\d+(?:\.\d+)?)`;
const unit = String.raw`\s*(%|MPa|兆帕|bar|℃|°C|MJ/kg|kJ/kg|kcal/kg|mg/L|NTU)?`;
const filler = String.raw`[^\d，。；;,≤≥<>~～–-]{0,8}`;
const patterns: readonly (readonly [RegExp, (first: number, second: number) => readonly [number, number]])[] =
  [
    [
      new RegExp(
        `^${filler}(?:≤|<=|<|不超过|不大于|不高于|小于|低于|至多|at most|up to)\\s*${number}${unit}`,
        "i",
      ),
      (first) => [-Infinity, first],
    ],
    [
      new RegExp(`^${filler}(?:≥|>=|>|不低于|不小于|大于|高于|至少|at least)\\s*${number}${unit}`, "i"),
      (first) => [first, Infinity],
    ],
    [
      new RegExp(`^${filler}${number}\\s*%?\\s*[-–~～至]\\s*${number}${unit}`, "i"),
      (first, second) => [first, second],
    ],
    [new RegExp(`^${filler}${number}${unit}\\s*(?:以下|以内)`, "i"), (first) => [-Infinity, first]],
    [new RegExp(`^${filler}${number}${unit}\\s*(?:以上)`, "i"), (first) => [first, Infinity]],
    [new RegExp(`^${filler}${number}${unit}`, "i"), (first) => [first, first]],
  ];

/**
 * The figures a quality text states, each with its property: 含水率≤60% → moisture up to 60; 250℃ → temperature 250.
 * What has no figure, or no property of the list, is left out.
 */
export function qualityValuesIn(text: string): readonly QualityValue[] {
  return properties.flatMap(({ id, words, units }) => {
    const found = words.exec(text);
    if (found === null) return [];
    const rest = text.slice(found.index + found[0].length);
    for (const [pattern, interval] of patterns) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      const [, first = "", second = ""] = match;
      const isPair = /^\d/.test(second);
      const [low, high] = interval(Number(first), Number(isPair ? second : first));
      const stated = isPair ? (match[3] ?? "") : second;
      const factor = units?.find(([form]) => form.test(stated))?.[1] ?? 1;
      return [{ property: id, low: low * factor, high: high * factor }];
    }
    return [];
  });
}
