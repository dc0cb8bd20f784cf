import type { Park } from "#graph/schema/records/park.ts";
import type { Option } from "./dimension.ts";

interface ParkKind extends Option {
  /** What the park's level says, where it is of this kind. */
  readonly says: RegExp;
}

/** Kinds of parks, from what their level says: a legal kind as the source wrote it. A park may be of several. */
const kinds = [
  { value: "national-etdz", zh: "国家级经开区", en: "National economic zone", says: /国家级经开区/ },
  { value: "national-high-tech", zh: "国家级高新区", en: "National high-tech zone", says: /国家级高新区/ },
  { value: "national-other", zh: "其他国家级园区", en: "Other national zone", says: /国家级示范区|保税区/ },
  { value: "provincial", zh: "省级开发区、高新区", en: "Provincial zone", says: /省级(?:开发区|高新区)/ },
  { value: "statistical", zh: "开发区（统计区划单位）", en: "Zone (statistical unit)", says: /统计区划单位/ },
  { value: "chemical", zh: "化工园区", en: "Chemical park", says: /化工|石化/ },
  {
    value: "recycling",
    zh: "静脉、循环与固废利用园区",
    en: "Recycling and waste use park",
    says: /静脉|循环|再生|城市矿产|固体废弃物|综合利用/,
  },
  { value: "company", zh: "企业主导园区", en: "Company-led park", says: /企业主导/ },
  { value: "local", zh: "市县乡园区", en: "City, county, township park", says: /市级|县级|乡镇|省级以下/ },
] as const satisfies readonly ParkKind[];

const other = { value: "other", zh: "其他园区", en: "Other park" } as const;
const notStated = { value: "not-stated", zh: "未注明", en: "Not stated" } as const;

const ecoTypes = [
  { value: "comprehensive", zh: "综合类", en: "Comprehensive" },
  { value: "sector", zh: "行业类", en: "Sector" },
  { value: "venous", zh: "静脉产业类", en: "Venous (recycling)" },
] as const satisfies readonly Option[];

const noEcoPark = { value: "none", zh: "未列入", en: "Not listed" } as const;

export const parkKinds = [...kinds, other, notStated] as const;
export const parkEcoTypes = [...ecoTypes, other, noEcoPark] as const;
export const parkEcoStatuses = [
  { value: "named", zh: "国家生态工业示范园区", en: "National eco-industrial park" },
  {
    value: "acceptance-passed",
    zh: "国家生态工业示范园区（通过验收）",
    en: "National eco-industrial park (accepted)",
  },
  {
    value: "construction-approved",
    zh: "国家生态工业示范园区（批准建设）",
    en: "National eco-industrial park (approved)",
  },
  { value: "provincial-eip", zh: "省级生态工业园区", en: "Provincial eco-industrial park" },
  noEcoPark,
] as const satisfies readonly Option<NonNullable<Park["ecoStatus"]> | "none">[];

/** Kinds of a park; `not-stated` where its level is not known, `other` where the level is none of ours. */
export function kindsOfPark({ levelZh, levelEn }: Pick<Park, "levelZh" | "levelEn">): readonly string[] {
  if (levelZh === null && levelEn === null) return [notStated.value];
  const its = kinds.filter(({ says }) => says.test(levelZh ?? "")).map(({ value }) => value);
  return its.length === 0 ? [other.value] : its;
}

/** Type of a national eco-industrial park; `none` where the park is not in that list. */
export function ecoTypeOfPark({ ecoTypeZh, ecoTypeEn }: Pick<Park, "ecoTypeZh" | "ecoTypeEn">): string {
  if (ecoTypeZh === null && ecoTypeEn === null) return noEcoPark.value;
  return ecoTypes.find(({ zh }) => zh === ecoTypeZh || zh === `${ecoTypeZh}类`)?.value ?? other.value;
}

export function ecoStatusOfPark({ ecoStatus }: Pick<Park, "ecoStatus">): string {
  return ecoStatus ?? noEcoPark.value;
}
