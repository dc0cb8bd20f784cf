import type { RecordKind } from "#graph/schema/records/records.ts";

/** Chinese names of a column, by its own name: the first one heads the templates, all of them are understood. */
const words: Readonly<Record<string, readonly string[]>> = {
  id: ["编号"],
  aliases: ["曾用编号", "旧编号"],
  code: ["代码", "资源代码"],
  scheme: ["代码体系"],
  parent_code: ["上级代码"],
  group_zh: ["类别"],
  layer: ["层"],
  name_zh: ["名称", "中文名称"],
  name_en: ["英文名称", "英文名"],
  hazardous: ["危险废物", "是否危险废物", "是否危废", "危废"],
  family_only: ["仅为大类"],
  note: ["备注", "说明"],
  province_code: ["省份代码", "省代码"],
  city_code: ["城市代码", "市代码", "地市代码"],
  county_code: ["区县代码", "县代码", "县区代码"],
  county_zh: ["区县", "区县名称", "县区"],
  level: ["级别", "园区级别"],
  eco_type: ["生态园区类型"],
  eco_status: ["生态园区状态"],
  approved_on: ["批准日期", "批准时间"],
  named_on: ["命名日期", "命名时间"],
  titles: ["称号"],
  lon: ["经度"],
  lat: ["纬度"],
  coord_source: ["坐标来源"],
  coord_error_km: ["坐标误差", "坐标误差公里"],
  main_industries: ["主导产业"],
  overlaps: ["重叠园区"],
  kind: ["类型", "企业类型", "主体类型"],
  park_id: ["所属园区编号", "所属园区", "园区编号"],
  area_zh: ["所在区域", "区域"],
  area_en: ["所在区域英文"],
  industry_zh: ["行业", "行业名称"],
  industry_code: ["行业代码"],
  industry_basis: ["行业代码依据"],
  company_zh: ["所属集团", "集团"],
  supplier_id: ["供方编号", "供方", "供应方", "供应企业"],
  receiver_id: ["受方编号", "受方", "接收方", "接收企业", "需方"],
  resource_code: ["资源代码"],
  resource_codes: ["资源代码"],
  resource_zh: ["资源", "资源名称"],
  resource_en: ["资源英文名称"],
  link_kind: ["链接类型", "交换类型"],
  amount: ["数量"],
  unit: ["单位"],
  quantity_kind: ["数量性质", "数量类型"],
  quantity_note: ["数量说明"],
  status: ["状态"],
  status_note: ["状态说明"],
  year_from: ["起始年", "起始年份", "开始年份"],
  year_to: ["截止年", "截止年份", "终止年份"],
  same_company: ["同一集团", "集团内部"],
  enterprise_id: ["企业编号", "企业"],
  direction: ["供需", "供需方向", "方向"],
  quality: ["质量", "品质"],
  valid_until: ["有效期至", "有效期"],
  confidentiality: ["公开范围", "保密级别"],
  waste_zh: ["废物", "废物名称"],
  waste_en: ["废物英文名称"],
  source_industry_codes: ["产生行业代码"],
  use_zh: ["用途"],
  use_en: ["用途英文"],
  target_industry_zh: ["利用行业"],
  target_industry_codes: ["利用行业代码"],
  replaces_zh: ["替代物"],
  substitution_ratio: ["替代比"],
  substitution_note: ["替代比说明"],
  technical_limit: ["技术限值"],
  min_waste_share: ["最低掺量"],
  min_waste_share_source: ["最低掺量来源"],
  ghg_saving_kg_per_tonne: ["减排量"],
  ghg_basis: ["减排量依据"],
  standard: ["标准"],
  support: ["支撑"],
  value: ["数值"],
  evidence_grade: ["依据等级", "依据"],
  source_kind: ["来源类型"],
  source_url: ["来源网址", "来源链接"],
  confidence: ["可信度"],
  as_of_year: ["数据年份"],
  evidence_note: ["依据说明"],
  synthetic: ["估算或合成", "合成数据"],
};

/** Names that a column has in the files of one kind alone, where users call it after what the file lists. */
const wordsByKind: Readonly<Partial<Record<RecordKind, Readonly<Record<string, readonly string[]>>>>> = {
  parks: { name_zh: ["园区名称", "园区"], id: ["园区编号"] },
  enterprises: { name_zh: ["企业名称", "单位名称", "企业"], id: ["企业编号"] },
  resources: { name_zh: ["资源名称"] },
  factors: { name_zh: ["参数名称"] },
};

/** The Chinese name that heads a column in a template. */
export function columnWord(column: string): string | undefined {
  return words[column]?.[0];
}

/** Every Chinese name of a column in the files of a kind. */
export function columnAliases(kind: RecordKind, column: string): readonly string[] {
  return [...(wordsByKind[kind]?.[column] ?? []), ...(words[column] ?? [])];
}

const kindWords: Readonly<Record<RecordKind, readonly string[]>> = {
  resources: ["资源", "资源代码"],
  parks: ["园区"],
  enterprises: ["企业"],
  exchanges: ["交换", "交换关系"],
  listings: ["供需信息", "供需"],
  rules: ["利用规则", "规则"],
  factors: ["参数", "因子"],
};

/** Names of a kind that a file may bear, the English one first. */
export function kindNames(kind: RecordKind): readonly string[] {
  return [kind, ...kindWords[kind]];
}
