import type { recordSchemas, RecordKind } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import { memberWord } from "./member-words.ts";

/** What a record schema found wrong with one value. */
export type SchemaFault = NonNullable<
  ReturnType<(typeof recordSchemas)[RecordKind]["safeParse"]>["error"]
>["issues"][number];

const text = (zh: string, en: string): Text => ({ zh, en });

const id = text(
  "编号应为 1 至 80 个英文字母、数字或 . _ : -，以字母或数字开头",
  "expected an id of 1 to 80 ASCII letters, digits or . _ : -, beginning with a letter or digit",
);
const activity = text(
  "活动代码应为小写英文字母、数字和连字符，如 coal-power",
  "expected lower-case letters and digits joined by -, such as coal-power",
);
const industry = text(
  "应为 GB/T 4754-2017 的代码：门类一个字母，或 2 至 4 位数字",
  "expected a code of GB/T 4754-2017: one letter, or 2 to 4 digits",
);
const resource = text(
  "应为资源代码：SWxx、HWxx、nnn-nnn-nn、ENxx、WAxx 或 MAxx，x 和 n 为数字",
  "expected a resource code: SWxx, HWxx, nnn-nnn-nn, ENxx, WAxx or MAxx, x and n being digits",
);

/** What a value of a column looks like, where a pattern decides. */
const formByColumn: Readonly<Record<string, Text>> = {
  id,
  park_id: id,
  supplier_id: id,
  receiver_id: id,
  enterprise_id: id,
  plant_id: id,
  rests_on: id,
  coefficient_ids: id,
  activity_code: activity,
  activity_codes: activity,
  result_code: activity,
  technology: activity,
  overlaps: id,
  industry_code: industry,
  source_industry_codes: industry,
  target_industry_codes: industry,
  code: resource,
  parent_code: resource,
  resource_code: resource,
  resource_codes: resource,
  province_code: text(
    "应为 GB/T 2260 两位省份代码：37 山东，32 江苏",
    "expected a province of GB/T 2260, two digits: 37 Shandong, 32 Jiangsu",
  ),
  city_code: text(
    "应为 GB/T 2260 六位城市代码，以 00 结尾，如 370100",
    "expected a city of GB/T 2260, six digits ending in 00, such as 370100",
  ),
  county_code: text(
    "应为 GB/T 2260 六位区县代码，如 370116",
    "expected a county of GB/T 2260, six digits, such as 370116",
  ),
};

/** A sentence for what a schema found wrong with the cell of a column. */
export function schemaReason(issue: SchemaFault, column: string, cell: string): Text {
  if (issue.code === "invalid_value") return oneOf(column, issue.values.map(String));
  if (issue.code === "invalid_format") return formatReason(issue.format, column, cell);
  if (issue.code === "too_small" || issue.code === "too_big") return sizeReason(issue);
  return cell.trim() === ""
    ? text("这一格不能为空", "this cell must not be blank")
    : text("应为整数", "expected a whole number");
}

function oneOf(column: string, members: readonly string[]): Text {
  const words = members.map((member) => {
    const word = memberWord(column, member);
    return word === undefined ? member : `${word}（${member}）`;
  });
  return text(`应为以下之一：${words.join("、")}`, `expected one of ${members.join(", ")}`);
}

/** A waste code with the zeros that a table program drops: SW2 → SW02, 72-1-18 → 072-001-18; null where none fits. */
function paddedResource(cell: string): string | null {
  const [, letters, digit] = /^(SW|HW|EN|WA|MA)(\d)$/.exec(cell) ?? [];
  if (letters !== undefined && digit !== undefined) return `${letters}0${digit}`;
  const [, industry, serial, family] = /^(\d{1,3})-(\d{1,3})-(\d{1,2})$/.exec(cell) ?? [];
  if (industry === undefined || serial === undefined || family === undefined) return null;
  return `${industry.padStart(3, "0")}-${serial.padStart(3, "0")}-${family.padStart(2, "0")}`;
}

function patternReason(column: string, cell: string): Text {
  const form = formByColumn[column] ?? text("写法不对", "not written as expected");
  const bare = form === industry ? /^[A-Ta-t](\d{2,4})$/.exec(cell.trim())?.[1] : undefined;
  if (bare !== undefined)
    return text(`${form.zh}；请去掉字母，写为 ${bare}`, `${form.en}; leave out the letter: ${bare}`);
  const padded = form === resource ? paddedResource(cell.trim().toUpperCase()) : null;
  if (padded === null) return form;
  return text(
    `${form.zh}；表格软件是否去掉了 ${padded} 的零？`,
    `${form.en}; did your table program drop a zero of ${padded}?`,
  );
}

function formatReason(format: string, column: string, cell: string): Text {
  if (format === "url")
    return text(
      "应为以 http:// 或 https:// 开头的网址",
      "expected an address such as https://example.org/page, with http or https",
    );
  if (format === "date") return text("应为日期，如 2026-12-31", "expected a date such as 2026-12-31");
  return patternReason(column, cell);
}

function sizeReason(issue: Extract<SchemaFault, { code: "too_small" | "too_big" }>): Text {
  const isSmall = issue.code === "too_small";
  const limit = Number(isSmall ? issue.minimum : issue.maximum);
  if (issue.origin === "string")
    return isSmall
      ? text("这一格不能为空", "this cell must not be blank")
      : text(`最多 ${limit} 个字符`, `at most ${limit} characters`);
  if (issue.origin === "array")
    return isSmall
      ? text(`至少写 ${limit} 项，用分号隔开`, `at least ${limit} of them, separated by ;`)
      : text(`最多 ${limit} 项`, `at most ${limit} of them`);
  const isInclusive = issue.inclusive === true;
  if (isSmall)
    return isInclusive
      ? text(`不得小于 ${limit}`, `not less than ${limit}`)
      : text(`必须大于 ${limit}`, `more than ${limit}`);
  return text(`不得大于 ${limit}`, `not more than ${limit}`);
}
