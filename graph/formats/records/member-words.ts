/** Chinese words for the members of closed lists, by column; English members stay as they are. */
const membersByColumn: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  layer: {
    物质: "material",
    物料: "material",
    固废: "material",
    能量: "energy",
    能源: "energy",
    水: "water",
  },
  kind: {
    工厂: "plant",
    企业: "plant",
    单位: "plant",
    合并: "pooled",
    合并主体: "pooled",
    合计: "pooled",
    匿名: "anonymised",
  },
  link_kind: {
    副产物: "by-product",
    副产品: "by-product",
    公用能源与再生水: "utility",
    公用工程: "utility",
    产品: "product",
    原水供应: "water-supply",
    供水: "water-supply",
  },
  status: {
    运行: "operating",
    运行中: "operating",
    在运行: "operating",
    投运: "operating",
    在建: "under-construction",
    建设中: "under-construction",
    规划: "planned",
    拟建: "planned",
    计划: "planned",
    历史: "historic",
    停运: "historic",
    已停: "historic",
    自用: "used-in-house",
    内部利用: "used-in-house",
    已全部利用: "utilised",
    堆存: "stock",
    库存: "stock",
  },
  quantity_kind: {
    报告值: "reported",
    实际: "reported",
    实测: "reported",
    上报: "reported",
    报告: "reported",
    约数: "approximate",
    大约: "approximate",
    产能: "capacity",
    能力: "capacity",
    计划值: "planned",
    规划: "planned",
    计划: "planned",
  },
  direction: { 供: "offer", 供应: "offer", 供给: "offer", 需: "need", 需求: "need" },
  confidentiality: {
    公开: "public",
    注册用户: "registered",
    合作方: "partners",
    本园区: "own-park",
    保密: "secret",
    秘密: "secret",
  },
  eco_status: {
    已命名: "named",
    命名: "named",
    批准建设: "construction-approved",
    通过验收: "acceptance-passed",
    省级生态园区: "provincial-eip",
  },
  scheme: { 自编: "own", 固废: "SW", 危废: "HW" },
  support: { 有据: "stored", 推算: "derived", 实践: "practice", 目录: "catalogue" },
  evidence_grade: {
    实测: "measured",
    申报: "declared",
    文献: "literature",
    报道: "press",
    新闻: "press",
    推算: "inferred",
    推断: "inferred",
  },
  source_kind: {
    官方: "official",
    论文: "paper",
    行业网站: "trade-web",
    转载报道: "rehosted-press",
    数据集: "dataset",
    录入: "entered",
    生成: "generator",
  },
  confidence: { 高: "high", 中: "medium", 低: "low" },
};

/** The member of a closed list that a Chinese word of a column stands for; any other text as it is. */
export function memberOf(column: string, word: string): string {
  const members = membersByColumn[column];
  return members !== undefined && Object.hasOwn(members, word) ? (members[word] ?? word) : word;
}

/** The first Chinese word for a member of a closed list; undefined where there is none. */
export function memberWord(column: string, member: string): string | undefined {
  return Object.entries(membersByColumn[column] ?? {}).find(([, known]) => known === member)?.[0];
}
