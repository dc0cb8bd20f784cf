import { recordKinds, type RecordKind } from "#graph/schema/records/records.ts";
import { byteOrderMark, guardText, quoteText } from "#graph/schema/csv-guard.ts";
import { columnWord, kindNames } from "./column-words.ts";
import { columnsByKind } from "./columns.ts";

type ExampleRow = Readonly<Record<string, string>>;

const evidence: ExampleRow = {
  evidence_grade: "申报",
  source_kind: "录入",
  confidence: "高",
  as_of_year: "2025",
  evidence_note: "示例，导入前请删除",
};

const plant: ExampleRow = {
  name_zh: "示例钢铁有限公司",
  kind: "工厂",
  park_id: "example-park",
  city_code: "370100",
  province_code: "37",
  industry_zh: "炼铁",
  industry_code: "3110",
  ...evidence,
};

const slag: ExampleRow = {
  resource_zh: "示例钢渣",
  layer: "物质",
  amount: "1.2万",
  unit: "吨/年",
  quantity_kind: "报告值",
  hazardous: "否",
  status: "运行",
  year_from: "2024",
  ...evidence,
};

/** Rows that show how each kind of file is filled; together they are a sound network of their own. */
const examples: Readonly<Record<RecordKind, readonly ExampleRow[]>> = {
  resources: [
    {
      code: "MA99",
      scheme: "own",
      layer: "物质",
      name_zh: "示例钢渣",
      name_en: "Example slag",
      hazardous: "否",
      family_only: "否",
      ...evidence,
    },
  ],
  parks: [
    {
      id: "example-park",
      name_zh: "示例工业园区",
      province_code: "37",
      city_code: "370100",
      county_code: "370116",
      county_zh: "莱芜区",
      lon: "117.66",
      lat: "36.21",
      coord_source: "WGS-84，园区管委会",
      coord_error_km: "1",
      ...evidence,
    },
  ],
  enterprises: [
    { ...plant, id: "example-plant-1" },
    {
      ...plant,
      id: "example-plant-2",
      name_zh: "示例水泥有限公司",
      industry_zh: "水泥制造",
      industry_code: "3011",
    },
  ],
  exchanges: [
    {
      id: "example-exchange",
      supplier_id: "example-plant-1",
      receiver_id: "example-plant-2",
      resource_code: "MA99",
      link_kind: "副产物",
      ...slag,
    },
  ],
  listings: [
    {
      id: "example-offer",
      enterprise_id: "example-plant-1",
      direction: "供",
      resource_codes: "MA99",
      quality: "含水率低于 5%",
      valid_until: "2030-12-31",
      confidentiality: "公开",
      ...slag,
    },
  ],
  rules: [
    {
      id: "example-rule",
      waste_zh: "示例钢渣",
      resource_codes: "MA99",
      source_industry_codes: "3110",
      use_zh: "生产水泥（作混合材）",
      target_industry_zh: "水泥制造",
      target_industry_codes: "3011",
      support: "实践",
      ...evidence,
    },
  ],
  factors: [{ id: "example-factor", name_zh: "示例参数", value: "0.5", unit: "t/t", ...evidence }],
  activities: [
    {
      id: "example-activity",
      enterprise_id: "example-plant-1",
      activity_code: "example-steel",
      activity_zh: "炼钢",
      amount: "300万",
      activity_unit: "吨/年",
      basis: "能力",
      year: "2024",
      status: "运行",
      ...evidence,
    },
  ],
  coefficients: [
    {
      id: "example-coefficient",
      activity_code: "example-steel",
      activity_zh: "炼钢",
      role: "供",
      resource_code: "MA99",
      result_zh: "示例钢渣",
      low: "0.1",
      best: "0.15",
      high: "0.2",
      result_unit: "t/a",
      input_unit: "t/a",
      ...evidence,
    },
  ],
  totals: [
    {
      id: "example-total",
      province_code: "37",
      item_zh: "示例钢渣产生量",
      kind: "产生量",
      resource_code: "MA99",
      amount: "500万",
      total_unit: "t/a",
      months: "12",
      year: "2024",
      ...evidence,
    },
  ],
  prices: [
    {
      id: "example-price",
      item: "disposal",
      name_zh: "示例钢渣现在的处置费",
      resource_codes: "MA99",
      province_code: "37",
      low: "20",
      best: "30",
      high: "45",
      unit: "yuan/t",
      kind: "已读",
      ...evidence,
    },
  ],
};

/** A file to be filled in. */
export interface TemplateFile {
  readonly name: string;
  readonly text: string;
}

/**
 * A file of each kind with Chinese column names, a star behind those a new record needs, and example rows, as Excel
 * and WPS open it. What is written here can be imported as it is.
 */
export function templateFiles(): TemplateFile[] {
  return recordKinds.map((kind) => ({ name: `${kindNames(kind)[1] ?? kind}.csv`, text: templateText(kind) }));
}

function templateText(kind: RecordKind): string {
  const columns = columnsByKind[kind];
  const header = columns.map(({ name, required }) => `${columnWord(name) ?? name}${required ? "*" : ""}`);
  const rows = examples[kind].map((row) => columns.map(({ name }) => quoteText(guardText(row[name] ?? ""))));
  return byteOrderMark + [header, ...rows].map((cells) => `${cells.join(",")}\r\n`).join("");
}

/** The columns of each kind of file, own and Chinese name, a star behind those a new record needs. */
export function describeColumns(): string[] {
  return recordKinds.flatMap((kind) => [
    `${kind}.csv（${kindNames(kind)[1]}.csv）`,
    ...wrapped(
      columnsByKind[kind].map(({ name, required }) =>
        `${name}${required ? "*" : ""} ${columnWord(name) ?? ""}`.trimEnd(),
      ),
    ),
  ]);
}

const lineLength = 96;

function wrapped(words: readonly string[]): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length > lineLength) lines.push(`  ${word}`);
    else lines[lines.length - 1] = `${last}, ${word}`;
  }
  return lines;
}
