/**
 * What a free-text name speaks of. Codes of the waste catalogue are wide (SW17 holds scrap steel and waste paper, SW16
 * carbide slag and furfural residue), so an equal code is not yet an equal thing: the names must not contradict.
 */
type Row = readonly [id: string, words: string, broader?: string];

/** Longest word first wins; a word found is taken out of the text, so 造纸白泥 is not read again as 白泥. */
const rows: readonly Row[] = [
  ["granulated-slag", "高炉水渣 高炉渣 水渣 矿渣"],
  ["slag-powder", "矿渣微粉 钢渣粉"],
  ["steel-slag", "钢渣尾渣 钢渣"],
  ["iron-dust", "含铁尘泥 含铁含锌尘泥 尘泥 除尘灰"],
  ["mill-scale", "氧化铁皮"],
  ["fly-ash", "粉煤灰 煤灰 粉煤灰渣"],
  ["boiler-slag", "炉渣 煤渣 灰渣"],
  ["incinerator-slag", "焚烧炉渣 焚烧灰渣", "boiler-slag"],
  ["gasifier-slag", "气化渣", "boiler-slag"],
  ["gangue", "煤矸石 矸石"],
  ["coal-slime", "煤泥"],
  ["graphite-tailings", "石墨尾矿渣 石墨尾矿"],
  ["gold-tailings", "黄金尾矿 黄金尾砂 金尾矿"],
  ["iron-tailings", "铁尾矿"],
  ["cyanide-tailings", "氰化尾渣"],
  ["fgd-gypsum", "脱硫石膏 电厂废弃石膏"],
  ["phosphogypsum", "磷石膏"],
  ["salt-gypsum", "盐石膏"],
  ["titanogypsum", "钛石膏"],
  ["red-mud", "赤泥"],
  ["red-mud-concentrate", "赤泥铁精矿"],
  ["carbide-slag", "电石渣 电石泥"],
  ["lime-mud", "碱渣(白泥) 白泥(碱渣) 造纸白泥 白泥 碱渣"],
  ["green-dregs", "绿泥"],
  ["phosphate-residue", "磷肥残渣"],
  ["ammonium-sulphate", "硫酸铵 硫铵"],
  ["furfural-residue", "糠醛渣"],
  ["xylose-residue", "木糖渣"],
  ["corn-cob", "玉米芯"],
  ["straw", "麦草 秸秆 农作物秸秆 农业剩余物"],
  ["cotton-stalk", "棉秆", "straw"],
  ["forest-residue", "三剩物 枝桠材 枝桠 枝条 木材剩余物"],
  ["distillers-grains", "酒糟 啤酒糟"],
  ["vinegar-grains", "醋糟"],
  ["molasses", "糖蜜"],
  ["filter-mud", "滤泥"],
  ["bleaching-clay", "白土"],
  ["kelp-residue", "海带渣"],
  ["citric-residue", "柠檬酸渣"],
  ["yeast-liquor", "酵母"],
  ["shells", "贝壳 牡蛎壳"],
  ["paper-sludge", "造纸污泥 造纸黑泥"],
  ["dyeing-sludge", "印染污泥"],
  ["sewage-sludge", "污泥"],
  ["dredged-sludge", "淤泥"],
  ["algae-mud", "藻泥 蓝藻"],
  ["scrap-metal", "废旧金属"],
  ["scrap-steel", "废钢 废不锈钢", "scrap-metal"],
  ["scrap-aluminium", "废铝 回收铝部件", "scrap-metal"],
  ["scrap-copper-aluminium", "废旧铜铝", "scrap-metal"],
  ["scrap-copper", "废铜 废杂铜", "scrap-metal"],
  ["waste-plastics", "废塑料 废旧塑料 塑料"],
  ["waste-paper", "废纸"],
  ["waste-tyres", "废轮胎 废旧轮胎 轮胎 废橡胶 橡胶"],
  ["cullet", "废玻璃 玻璃镜片"],
  ["waste-wood", "废板材 板皮 板材 木屑 树皮 锯末 刨花 废旧木材 废弃木材"],
  ["waste-appliances", "废旧家电"],
  ["scrap-cars", "报废汽车"],
  ["waste-textiles", "废布 废棉 废化纤 纺织边角料"],
  ["stone-sludge", "石材锯泥 锯泥"],
  ["construction-waste", "建筑垃圾 建筑废弃物"],
  ["household-waste", "生活垃圾"],
  ["kitchen-waste", "餐厨垃圾 餐厨废弃物 餐厨"],
  ["manure", "畜禽粪污 粪污 粪尿"],
  ["chicken-manure", "鸡粪", "manure"],
  ["pig-slurry", "猪粪污 猪粪", "manure"],
  ["waste-acid", "废酸"],
  ["alkylation-acid", "烷基化废硫酸 烷基化废酸", "waste-acid"],
  ["titanium-acid", "钛白废酸", "waste-acid"],
  ["pickling-acid", "钢酸洗废酸 酸洗废酸", "waste-acid"],
  ["waste-alkali", "废碱"],
  ["mineral-oil", "废矿物油 含矿物油废物"],
  ["oily-sludge", "油泥砂 油泥浮渣 油泥"],
  ["spent-catalyst", "废催化剂"],
  ["aluminium-dross", "铝灰渣 铝灰"],
  ["lead-batteries", "废铅蓄电池 废铅酸蓄电池"],
  ["spent-carbon", "废活性炭"],
  ["antibiotic-residue", "抗生素菌渣"],
  ["incineration-residue", "焚烧飞灰 焚烧处置残渣"],
  ["medical-waste", "医疗废物"],
  ["soy-fatty-acid", "植物油酸"],
  ["waste-fat", "废油脂 废弃油脂 地沟油 毛油"],
  ["fuel-cell-hydrogen", "燃料电池级"],
  ["propylene", "丙烯"],
  ["recovered-carbon", "炭黑"],
  ["iron-concentrate", "硫铁精矿 铁精矿 铁红"],
];

const broaderById: ReadonlyMap<string, string> = new Map(
  rows.flatMap(([id, , broader]) => (broader === undefined ? [] : [[id, broader] as const])),
);

const words: readonly (readonly [word: string, id: string])[] = rows
  .flatMap(([id, list]) => list.split(" ").map((word) => [word, id] as const))
  .sort((left, right) => right[0].length - left[0].length);

const known = new Map<string, readonly string[]>();

/** A name without what stands in brackets: there the source says what becomes of the thing, or where. */
export function withoutBrackets(text: string): string {
  return text.replaceAll(/[(（][^)）]*[)）]/g, "");
}

/**
 * The substances a Chinese name speaks of, sorted; empty where it names none of the list. Brackets are read only where the
 * rest names nothing.
 */
export function substancesIn(text: string): readonly string[] {
  const before = known.get(text);
  if (before !== undefined) return before;
  const outside = namedIn(withoutBrackets(text));
  const substances = outside.length > 0 ? outside : namedIn(text);
  if (known.size < 5000) known.set(text, substances);
  return substances;
}

function namedIn(text: string): readonly string[] {
  let rest = text;
  const found = new Set<string>();
  for (const [word, id] of words)
    if (rest.includes(word)) {
      found.add(id);
      rest = rest.replaceAll(word, "|");
    }
  return [...found].sort();
}

/** same: a substance in common; kin: one is a kind of the other; different: both named, nothing in common; unnamed. */
export type SubstanceRelation = "same" | "kin" | "different" | "unnamed";

export function relateSubstances(left: readonly string[], right: readonly string[]): SubstanceRelation {
  if (left.length === 0 || right.length === 0) return "unnamed";
  if (left.some((id) => right.includes(id))) return "same";
  const isKin = (narrow: string, wide: readonly string[]) => {
    const broader = broaderById.get(narrow);
    return broader !== undefined && wide.includes(broader);
  };
  if (left.some((id) => isKin(id, right)) || right.some((id) => isKin(id, left))) return "kin";
  return "different";
}

/** Codes wide enough to hold unlike things: an equal code alone proves little. */
const wideCodes: ReadonlySet<string> = new Set(
  (
    "SW01 SW05 SW07 SW11 SW13 SW14 SW15 SW16 SW17 SW59 SW80 SW81 SW82 HW06 HW08 HW34 HW35 HW48 HW49 HW50 " +
    "MA23 MA30 MA31 MA41 MA50 MA61 MA70 MA90 EN40"
  ).split(" "),
);

export function isWideCode(code: string): boolean {
  return wideCodes.has(code);
}
