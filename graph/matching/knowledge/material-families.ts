/**
 * Families of materials, wide enough for an industry to be known for taking them. A stream belongs to every family that
 * its words or codes name: "metallurgical coke dust" is coal and iron dust at once.
 *
 * Codes: the EU list of waste (Decision 2014/955/EU, six digits), the statistical classification of products CPA 2.1
 * (Regulation (EU) 1209/2014, six digits) and the Chinese lists (SW: 固体废物分类与代码目录 2024; HW: 国家危险废物名录
 * 2025; others: design §2). A code matches by its start.
 */
/** Of a family: English words (whole, a plural too; `*` stands for any letters), Chinese words, starts of codes. */
type Family = readonly [id: string, en: string, zh: string, codes: string];

const families: readonly Family[] = [
  [
    "heat",
    "steam|vapour|vapor|heat|hot water|hot air|thermal*|condensate*|condensed water|warm water",
    "蒸汽|余热|热水|供热|热能|冷凝水|温排水",
    "3530 EN",
  ],
  ["electricity", "electric*|power supply", "电力|发电|供电|绿电", "3511 3513 3514"],
  [
    "fuel-gas",
    "fuel gas|waste gas|off-gas|coke oven gas|cog|bfg|blast furnace gas|converter gas|flare gas|biogas|landfill gas|syngas|natural gas|methane|sour gas|refinery gas|lpg|tail gas",
    "煤气|尾气|沼气|瓦斯|合成气|天然气|甲烷|驰放气|干气",
    "3521 EG",
  ],
  ["hydrogen", "hydrogen(?! (?:chloride|sul|peroxide))|h2", "氢气|副产氢|富氢", ""],
  ["carbon-dioxide", "co2|carbon dioxide|flue gas|exhaust gas", "二氧化碳|烟气|CO2", ""],
  ["air-gases", "oxygen|nitrogen|argon|compressed air|air", "氧气|氮气|氩气|压缩空气", ""],
  ["water", "*water|blow-?down", "水", "3600 WA"],
  [
    "wastewater",
    "waste ?water|effluent|sewage|white water|bleaching water|disposal water|reclaimed water|nutrient rich water|leachate|liquor|process water",
    "废水|污水|中水|再生水|回用水|浓盐水|母液",
    "3700 1610 190703 1908",
  ],
  [
    "coal-ash",
    "ash|fly ash|pfa|silica fume|microsilica",
    "粉煤灰|煤灰|灰渣|炉渣|煤渣|硅灰",
    "100101 100102 100103 100115 100117 SW02 SW03",
  ],
  [
    "slag",
    "slag|bfs|bf slag|bosf|bofs|clinker",
    "钢渣|水渣|高炉渣|矿渣|冶炼渣|炉渣|气化渣|镍渣|铜渣",
    "100201 100202 100601 100701 100809 100903 101003 SW01",
  ],
  ["gypsum", "*gypsum|plasterboard|calcium sul(?:f|ph)ate", "石膏", "100105 170802 101206 SW06"],
  [
    "lime",
    "lime|*limestone|calcium (?:carbonate|hydroxide)|carbide|kiln dust|white sludge|green (?:mud|liquor|dregs)|chalk",
    "石灰|电石渣|白泥|绿泥|碱渣|碳酸钙|窑灰",
    "030302 030309 101304",
  ],
  ["red-mud", "red mud|bauxite*", "赤泥", "010309 SW04"],
  [
    "mineral",
    "concrete|demolition|aggregate|stone|soil|overburden|gangue|tailing|clay|sand|silica|refractor*|rubble|brick|ceramic|shale|gravel|dredg*|talc*|foundry|asphalt|rock|mineral",
    "混凝土|建筑垃圾|骨料|石|土|矸石|尾矿|尾砂|砂|页岩|耐火|陶瓷|淤泥",
    "0101 0103 0104 1701 1705 1708 1709 191209 161101 161102 161103 161104 161105 161106 100906 100908 SW05 SW07 SW7",
  ],
  ["glass", "glass|cullet", "玻璃", "101112 101103 150107 160120 170202 191205 200102"],
  [
    "iron",
    "steel|iron|mill scale|metal|ferrous|dust and fines|scale",
    "废钢|铁|氧化皮|尘泥|除尘灰|废旧金属",
    "100208 100210 100213 100214 100215 120101 120102 150104 160117 170405 191001 191202 200140 SW17",
  ],
  [
    "base-metals",
    "copper|cu|zinc|zn|alumin*|lead|nickel|tin|pcb|circuit board|dross|cell lining|metal|chrom*|gold|silver|barren|electroplat*|batter*",
    "铜|锌|铝|铅|镍|锡|线路板|浮渣|电解槽|铬|贵金属|电池|电镀",
    "1003 1004 1005 1006 1007 1008 120103 120104 1606 160118 170401 170402 170403 170407 191203 HW17 HW22 HW23 HW31 HW46 HW48",
  ],
  ["catalyst", "*catalyst", "催化剂", "1608 HW50"],
  [
    "electronics",
    "electronic*|appliance|semiconductor|weee|computer|pcb|circuit board|solar panel|photovoltaic",
    "电子|电器|半导体|线路板|光伏",
    "1602 200135 200136 200123 HW49",
  ],
  ["vehicle", "car|vehicle|automobile", "报废汽车|废旧车辆", "160104 160106"],
  [
    "plastic",
    "*plastic|polymer|poly(?:styrene|ethylene|propylene)|pvc|pet|tarpaulin|resin|film|nylon|eps",
    "塑料|聚乙烯|聚丙烯|聚苯乙烯|树脂|薄膜|泡沫",
    "020104 070213 120105 150102 160119 170203 191204 200139",
  ],
  ["rubber", "tyre|tire|rubber", "轮胎|橡胶|胶粉", "160103"],
  [
    "paper",
    "paper|cardboard|newspaper|newsprint|pulp|carton",
    "废纸|纸|浆",
    "030307 030308 150101 191201 200101",
  ],
  [
    "paper-sludge",
    "paper sludge|pulper|fibre sludge|deinking|paper fines|pulp sludge",
    "造纸污泥|脱墨",
    "030305 030310 030311",
  ],
  [
    "wood",
    "wood|bark|sawdust|timber|pruning|lignocel*|pallet|biomass|forest*|bamboo|shavings",
    "木|树皮|锯末|枝|板材|生物质|竹",
    "0301 150103 170201 191206 191207 200138",
  ],
  [
    "textile",
    "textile|linen|towel|cloth|fabric|hessian|cotton|wool|yarn|leather",
    "纺织|布|棉|纱|皮革",
    "0401 0402 150109 191208 200110 200111",
  ],
  [
    "food",
    "food|offal|fruit|grain|brewer*|distiller*|stillage|pastry|bread|bakery|coffee|pomace|marc|leftover|molasses|vinasse|vinesse|yeast|whey|dairy|milk|meat|bone|fish|seaweed|sugar|starch|vegetable|potato|coconut|alcohol residue|slaughter*|blood|cane|filter mud|beet|kitchen|canteen",
    "食品|果|酒糟|醋糟|糖蜜|酵母|乳|肉|骨|鱼|海带|糖|淀粉|菜|餐厨|屠宰|滤泥|薯|豆粕",
    "0202 0203 0204 0205 0206 0207 200108",
  ],
  [
    "oil-fat",
    "(?:edible|vegetable|cooking) oil|fat|tallow|grease|glycer*|oil mill|olive|palm|soap",
    "食用油|油脂|地沟油|甘油|油脚|皂",
    "200125 190809",
  ],
  [
    "crop",
    "straw|husk|bagasse|crop|agricultur*|stalk|cob|shell|hull|mushroom|hay|plant waste|green waste|pith",
    "秸秆|稻壳|蔗渣|农业|玉米芯|菌渣|壳|草",
    "020103 200201",
  ],
  [
    "manure",
    "manure|slurry|dejection|digestate|compost|poultry|litter|fertili[sz]er|nutrient|humus",
    "粪|沼渣|沼液|堆肥|肥料",
    "020106 1905 1906",
  ],
  [
    "biosludge",
    "*sludge|septic|mud|biosolid",
    "污泥",
    "190805 190811 190812 190814 200304 020204 020305 020403 020502 020603 020705 SW90",
  ],
  [
    "organic",
    "organic (?:waste|residue|material|pellet)|biodegradable|dry organic|dusty organic|biowaste|garden",
    "有机废物|有机垃圾|园林",
    "200108 200201",
  ],
  [
    "refuse",
    "urban waste|municipal|industrial waste|refuse|rdf|srf|garbage|domestic|mixed waste|general waste|packaging|residue",
    "垃圾|固废|衍生燃料",
    "1912 2003 SW6 SW59",
  ],
  [
    "mineral-oil",
    "lubricant|waste oil|engine oil|fuel oil|coolant|cutting fluid|oily|oil sludge|clay-?oil|diesel|bitumen|tar|pitch|refinery by-product",
    "废油|润滑油|燃料油|切削液|油泥|焦油|沥青",
    "1301 1302 1303 1304 1305 1307 1308 HW08 HW09 HW11",
  ],
  [
    "solvent",
    "solvent|acetone|isoprop*|alcohol(?! residue)|ethanol|methanol|thinner|glycol|ink|paint",
    "溶剂|丙酮|异丙醇|乙醇|甲醇|油墨|涂料",
    "0701 0801 1406 HW06 HW12",
  ],
  ["acid", "acid|pickling|hcl|h2so4|hydrogen chloride", "酸|氯化氢", "0601 HW34"],
  [
    "alkali",
    "alkali|sodium hydroxide|caustic|naoh|soda|ammonia|lye|sodium silicate",
    "碱|烧碱|氨水|液氨|水玻璃",
    "0602 HW35",
  ],
  [
    "salt",
    "chloride|sul(?:f|ph)ate|nitrate|phosphate|salt|brine|chlorine*|peroxide|silicate|inorganic",
    "氯化|硫酸盐|硫酸铵|硫酸钠|盐|氯气|磷|硝",
    "0603 0609 HW32",
  ],
  ["sulphur", "sul(?:f|ph)ur|sour gas|h2s|hydrogen sul(?:f|ph)ide", "硫磺|硫化氢|含硫", "0606"],
  [
    "organic-chemical",
    "ethylene|propylene|benzene|styrene|butadiene|acetone|methanol|phenol|*aldehyde|furfural|organic chemical|monomer|olefin|naphtha",
    "乙烯|丙烯|苯|丁二烯|酚|醛|单体|烯烃|碳四|石脑油",
    "2014 2016 HW13",
  ],
  [
    "coal",
    "coal|coke|char|carbon black|gangue|lignite|bio-?char|petcoke|culm",
    "煤|焦|炭黑|矸石|煤泥",
    "0105 0510 100208",
  ],
];

const readers = families.map(([id, en, zh, codes]) => ({
  id,
  words: new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${en.replaceAll("*", "\\p{L}*")})(?:e?s)?(?![\\p{L}\\p{N}])|${zh}`,
    "iu",
  ),
  starts: codes.split(" ").filter((code) => code !== ""),
}));

/** Families that the words or a code of a stream name, in the order of the list; none where they tell nothing. */
export function familiesOf(text: string, codes: readonly string[]): readonly string[] {
  return readers
    .filter(
      ({ words, starts }) =>
        words.test(text) || codes.some((code) => starts.some((start) => code.startsWith(start))),
    )
    .map(({ id }) => id);
}

export const familyIds = families.map(([id]) => id);
