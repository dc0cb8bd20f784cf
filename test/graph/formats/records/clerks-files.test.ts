import { describe, expect, test } from "vitest";
import { readRecordFiles, type ReadOptions } from "#graph/formats/records/read-records.ts";
import { columnsByKind } from "#graph/formats/records/columns.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { recordKinds } from "#graph/schema/records/records.ts";

const header =
  "id,enterprise_id,direction,resource_zh,layer,amount,unit,quantity_kind,status,confidentiality,evidence_grade,source_kind,confidence";
const row = "L1,e1,offer,粉煤灰,material,100,t/a,reported,operating,public,press,entered,medium";
const chinese =
  "编号,企业编号,供需,资源名称,层,数量,单位,数量性质,状态,公开范围,依据等级,来源类型,可信度\n" +
  "L1,e1,供,粉煤灰,物质,100,吨/年,报告值,运行,公开,报道,录入,中";

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, options?: ReadOptions) =>
  readRecordFiles([{ name: "listings.csv", bytes: utf8(text) }], options);
const expected = read(`${header}\n${row}\n`).records;
const shortly = (issues: readonly Issue[]) =>
  issues.map(({ severity, code, line, column, value }) => ({ severity, code, line, column, value }));

/** UTF-16 little endian with its mark, as Excel's "Unicode text" is. */
function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2);
  const view = new DataView(bytes.buffer);
  [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))].forEach((unit, at) =>
    view.setUint16(at * 2, unit, true),
  );
  return bytes;
}

describe("files as clerks save them are read", () => {
  test("the plain file holds one record", () => {
    expect(expected).toHaveLength(1);
  });

  test.each([";", "\t", "，", "；", "|"])("cells separated by %j", (separator) => {
    const text = `${header}\n${row}\n`.replaceAll(",", separator);
    expect(read(text)).toMatchObject({ issues: [], records: expected });
  });

  test("Excel's Unicode text: UTF-16 with tabs", () => {
    const bytes = utf16(`${header}\r\n${row}\r\n`.replaceAll(",", "\t"));
    const result = readRecordFiles([{ name: "listings.txt", bytes }]);
    expect(result).toMatchObject({ issues: [], records: expected });
  });

  test("Chinese headers and Chinese words of closed lists", () => {
    expect(read(`${chinese}\n`)).toMatchObject({ issues: [], records: expected });
  });

  test("remarks in brackets and stars for required columns in a header", () => {
    const text = chinese.replace("编号,", "编号*,").replace("数量,", "数量（吨）,").replace("单位", " 单位 ");
    expect(read(text)).toMatchObject({ issues: [], records: expected });
  });

  test("titles above the header are left aside, each with a notice", () => {
    const { records, issues } = read(`某园区供需信息表,,,\n填报日期：2026年,,\n${chinese}\n`);
    expect(records).toEqual(expected);
    expect(shortly(issues)).toEqual([
      { severity: "warning", code: "skipped-row", line: 1, column: null, value: null },
      { severity: "warning", code: "skipped-row", line: 2, column: null, value: null },
    ]);
  });

  test.each([
    ["合计,,,,,1200"],
    ["小计：,,,,,1200"],
    ["注：数据来源于统计局"],
    ["填报人：王某"],
    ["Total,,,,,1200"],
  ])("the row %j under the records is left aside with a notice", (footer) => {
    const padded = footer + ",".repeat(header.split(",").length - footer.split(",").length);
    const { records, issues } = read(`${header}\n${row}\n${padded}\n`);
    expect(records).toEqual(expected);
    expect(shortly(issues)).toEqual([
      { severity: "warning", code: "skipped-row", line: 3, column: null, value: null },
    ]);
  });

  test.each(["、", " ", "#"])(
    "a header in which nothing is known, here separated by %j, is one fault",
    (sign) => {
      const { records, issues } = read(`${header}\n${row}\n`.replaceAll(",", sign));
      expect(records).toEqual([]);
      expect(shortly(issues)).toEqual([
        { severity: "error", code: "missing-column", line: 1, column: null, value: null },
      ]);
    },
  );

  test("an unnamed column of blank cells and blank cells beyond the header mean nothing", () => {
    expect(read(`${header},\n${row},\n`)).toMatchObject({ issues: [], records: expected });
    expect(read(`${header}\n${row},,, \n`)).toMatchObject({ issues: [], records: expected });
  });

  test("what stands in an unnamed column is told once", () => {
    const { records, issues } = read(`${header},,\n${row},a,\n${row.replace("L1", "L2")},b,\n`);
    expect(records).toHaveLength(2);
    expect(shortly(issues)).toEqual([
      { severity: "warning", code: "unknown-column", line: 2, column: null, value: "a" },
    ]);
  });

  test("an own column is left aside with a notice that names it", () => {
    const { records, issues } = read(`${header},内部编号\n${row},7\n`);
    expect(records).toEqual(expected);
    expect(shortly(issues)).toEqual([
      { severity: "warning", code: "unknown-column", line: 1, column: "内部编号", value: "内部编号" },
    ]);
  });

  test.each([
    ["amout", "amount"],
    ["quantity_knd", "quantity_kind"],
    ["statuss", "status"],
  ])("a column %s is refused where %s is meant", (given, meant) => {
    const { issues } = read(`${header.replace(`,${meant},`, ",")},${given}\n${row}\n`);
    const reason = { zh: expect.stringContaining(meant), en: expect.stringContaining(meant) };
    expect(issues.filter(({ column }) => column === given)).toMatchObject([{ severity: "error", reason }]);
  });

  test("a column like one that the file has is an own one", () => {
    const { records, issues } = read(`${header},untis\n${row},7\n`);
    expect(records).toEqual(expected);
    expect(issues).toMatchObject([{ severity: "warning", column: "untis" }]);
  });
});

describe("a file that leaves out columns", () => {
  const stored = expected[0]?.record ?? {};
  const options: ReadOptions = { stored: (_kind, key) => (key === "L1" ? stored : undefined) };

  test("keeps what the store holds in them", () => {
    const { records, issues, isCompleted } = read("id,quality\nL1,含水 3%\n", options);
    expect(issues).toEqual([]);
    expect(records.map(({ record }) => record)).toEqual([{ ...stored, qualityZh: "含水 3%" }]);
    expect(isCompleted).toBe(true);
  });

  test("keeps the other two cells of a quantity, and clears it with a blank amount", () => {
    const changed = read("id,amount\nL1,7\n", options).records[0]?.record;
    expect(changed).toMatchObject({ quantity: { amount: 7, unit: "t/a", kind: "reported", perYear: 7 } });
    const perDay = read("id,unit\nL1,吨/天\n", options).records[0]?.record;
    expect(perDay).toMatchObject({ quantity: { amount: 100, unit: "t/d", perYear: 36_500 } });
    const cleared = read("id,amount\nL1,\n", options);
    expect(cleared).toMatchObject({ issues: [], records: [{ record: { quantity: null } }] });
  });

  test("clears a field only where its cell is there and blank", () => {
    const noted: ReadOptions = { stored: () => ({ ...stored, qualityZh: "湿", quantityNoteZh: "约" }) };
    const { records } = read("id,quality\nL1,\n", noted);
    expect(records[0]?.record).toMatchObject({ qualityZh: null, quantityNoteZh: "约" });
  });

  test("brings no new record: the missing columns are told once", () => {
    const { records, issues } = read("id,quality\nL1,a\nL2,b\nL3,c\n", options);
    expect(records).toHaveLength(1);
    expect(new Set(issues.map(({ code, line }) => `${code} ${line}`))).toEqual(new Set(["missing-column 1"]));
    expect(issues.map(({ column }) => column)).toEqual([
      "enterprise_id",
      "direction",
      "resource_zh",
      "layer",
      "status",
      "confidentiality",
      "evidence_grade",
      "source_kind",
      "confidence",
    ]);
    expect(issues[0]?.reason.en).toContain("L2");
  });

  test("without the column of the id nothing is read", () => {
    const { records, issues } = read("quality\na\n", options);
    expect(records).toEqual([]);
    expect(issues.some(({ severity }) => severity === "error")).toBe(true);
  });
});

describe("text that must not get in", () => {
  test.each([
    ["zero width space", "粉\u200b煤灰", "character 2, U+200B"],
    ["right-to-left override", "粉煤\u202e灰", "character 3, U+202E"],
    ["line separator", "粉煤灰\u2028", "character 4, U+2028"],
    ["escape", "\u001b[31m粉煤灰", "character 1, U+001B"],
    ["bell", "粉\u0007煤灰", "character 2, U+0007"],
    ["C1 control", "粉\u0085煤灰", "character 2, U+0085"],
    ["non-character", "粉煤灰\uffff", "character 4, U+FFFF"],
    ["tag", "𠮷\u{e0041}", "character 2, U+E0041"],
    ["only an invisible one", "\u200b", "character 1, U+200B"],
    ["a joiner between letters", "粉\u200d煤", "character 2, U+200D"],
    ["a variation selector after a letter", "粉煤\ufe0f灰", "character 3, U+FE0F"],
    ["an ideographic variation selector", "粉煤\u{e0100}灰", "character 3, U+E0100"],
    ["a blank of braille", "粉\u2800煤", "character 2, U+2800"],
    ["a musical control", "粉\u{1d173}煤", "character 2, U+1D173"],
    ["a non-character of a higher plane", "粉\u{1fffe}煤", "character 2, U+1FFFE"],
  ])("%s in a name is refused with its position", (_name, name, place) => {
    const { records, issues } = read(`${header}\n${row.replace("粉煤灰", name)}\n`);
    expect(records).toEqual([]);
    expect(shortly(issues)).toMatchObject([
      { severity: "error", code: "invisible-character", line: 2, column: "resource_zh" },
    ]);
    expect(issues[0]?.reason.en).toContain(place);
    expect(issues[0]?.reason.zh).toContain(place.replace(/^.* /, ""));
  });

  test("in ids and notes as well", () => {
    const { issues } = read(`${header},quantity_note\n${row.replace("e1", "e\u200b1")},a\u2066b\n`);
    expect(issues.map(({ code, column }) => `${code} ${column}`)).toEqual([
      "invisible-character enterprise_id",
      "invisible-character quantity_note",
    ]);
  });

  test.each(["é’", "Größe", "Ångström", "20 °C", "浃河", "鍖", "真的?"])("%j is whole", (name) => {
    expect(read(`${header}\n${row.replace("粉煤灰", name)}\n`).issues).toEqual([]);
  });

  test.each(["𠮷野家", "👩‍🔬粉煤灰", "♻️再生水", "Café–Ω", "a\tb"])("%j is text like any other", (name) => {
    const { issues, records } = read(`${header}\n${row.replace("粉煤灰", name)}\n`);
    expect(issues).toEqual([]);
    expect(records[0]?.record).toMatchObject({ resourceZh: name });
  });

  test.each([
    "粉\ufffd灰",
    "锟斤拷",
    "????",
    "??公司",
    "粉\ue123灰",
    // 山东钢铁, 粉煤灰 and 中国石化 in UTF-8, read as windows-1252; 山东 in GB 18030, read so.
    "å±±ä¸œé’¢é“",
    "ç²‰ç…¤ç°",
    "É½¶«",
    // 山东钢铁, 中国石化 and 化工 in UTF-8, read as GB 18030.
    "灞变笢閽㈤搧",
    "涓浗鐭冲寲",
    "鍖栧伐",
  ])("%j is told as destroyed and read", (name) => {
    const { issues, records } = read(`${header}\n${row.replace("粉煤灰", name)}\n`);
    expect(shortly(issues)).toMatchObject([{ severity: "warning", code: "destroyed-text", value: name }]);
    expect(records).toHaveLength(1);
  });

  test.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    "data:text/html,x",
    "file:///etc/passwd",
    "ftp://a.cn/x",
  ])("%s is no source address", (address) => {
    const { issues } = read(`${header},source_url\n${row},"${address}"\n`);
    expect(shortly(issues)).toMatchObject([{ code: "invalid-value", column: "source_url" }]);
    expect(issues[0]?.reason.zh).toContain("https");
  });
});

describe("quantities that would become other numbers", () => {
  const quantity = (amount: string, unit: string) =>
    read(`${header}\n${row.replace("100,t/a", `"${amount}",${unit}`)}\n`);

  test.each([
    ["1.2万", "万吨/年"],
    ["1.2 亿", "亿吨/年"],
    ["3万", "kt/a"],
  ])("a scale in both cells, %s and %s, is refused", (amount, unit) => {
    expect(shortly(quantity(amount, unit).issues)).toMatchObject([
      { code: "scale-twice", column: "amount", value: amount },
    ]);
  });

  test.each([
    ["1.2万", "吨/年", 12_000],
    ["1.2", "万吨/年", 12_000],
    ["5", "kt/a", 5000],
    ["1.2万", "kg/a", 12],
    ["0.3", "kg/a", 0.0003],
    ["2", "吨/h", 16_000],
  ])("%s %s is %d t/a", (amount, unit, perYear) => {
    expect(quantity(amount, unit)).toMatchObject({
      issues: [],
      records: [{ record: { quantity: { perYear } } }],
    });
  });

  test.each([
    ["9.99e307", "万吨/年"],
    ["9e15", "t/h"],
    ["5e-324", "kg/a"],
  ])("%s %s cannot be kept", (amount, unit) => {
    expect(shortly(quantity(amount, unit).issues)).toMatchObject([
      { code: "invalid-value", column: "amount" },
    ]);
  });
});

describe("every reason is in both languages and shows no pattern", () => {
  test("of each column with a value that fits none", () => {
    for (const kind of recordKinds) {
      const names = columnsByKind[kind].map(({ name }) => name);
      const text = `${names.join(",")}\n${names.map(() => "？！x").join(",")}\n${names.map(() => "9".repeat(3000)).join(",")}\n`;
      const { issues } = readRecordFiles([{ name: `${kind}.csv`, bytes: utf8(text) }]);
      expect(issues.length).toBeGreaterThan(1);
      for (const { reason } of issues) {
        expect(reason.zh).toMatch(/\p{Script=Han}/u);
        expect(reason.en).not.toMatch(/\p{Script=Han}/u);
        expect(`${reason.zh} ${reason.en}`).not.toMatch(/\\d|\^|pattern|Invalid|Too (?:big|small)/);
      }
    }
  });
});
