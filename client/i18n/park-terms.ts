/** English for the Chinese terms that parks carry as data: legal kind, type of eco-industrial park. */
const english: Readonly<Record<string, string>> = {
  化工园区: "chemical park",
  国家级经开区: "national economic development zone",
  "开发区(统计区划单位)": "development zone (statistical unit)",
  国家级高新区: "national high-tech zone",
  省级开发区: "provincial development zone",
  企业主导园区: "company-led park",
  静脉产业园: "venous (recycling) park",
  "大宗固体废弃物综合利用基地(2019拟备案)": "bulk solid waste base (2019 list)",
  专业化工园区: "specialised chemical park",
  循环经济园区: "circular economy park",
  再生资源园区: "secondary resources park",
  城市矿产示范基地: "urban mining base",
  资源综合利用双百工程基地: "resource use programme base",
  "国家级示范区/化工园区": "national demonstration zone, chemical park",
  "保税区/化工园区": "bonded zone, chemical park",
  省级以下功能区: "sub-provincial zone",
  "省级开发区/化工园区": "provincial zone, chemical park",
  省级工业资源综合利用试点基地: "provincial resource use pilot",
  乡镇园区: "township park",
  资源循环利用基地: "resource recycling base",
  盐化工园区: "salt chemical park",
  "化工园区(2018评审)": "chemical park (2018 review)",
  市级化工园区: "city chemical park",
  石化产业园: "petrochemical park",
  县级园区: "county park",
  省级高新区: "provincial high-tech zone",
  综合类: "comprehensive type",
  行业类: "sector type",
  静脉产业类: "venous (recycling) type",
};

/** The English of a park's term, null where it has none: the Chinese one is then shown. */
export function parkTermEn(term: string): string | null {
  return english[term] ?? null;
}
