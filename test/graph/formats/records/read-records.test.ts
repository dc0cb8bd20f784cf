import { describe, expect, test } from "vitest";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { readRecordFile } from "#graph/formats/records/read-rows.ts";
import { checkRecords } from "#graph/schema/checks/check-network.ts";
import type { Issue } from "#graph/schema/checks/issue.ts";
import { emptyNetwork } from "#graph/schema/records/network.ts";

const evidenceHeader = "evidence_grade,source_kind,confidence";
const evidence = "press,entered,medium";
const listingHeader = `id,enterprise_id,direction,resource_codes,resource_zh,layer,amount,unit,quantity_kind,hazardous,status,year_from,year_to,confidentiality,${evidenceHeader}`;

interface ListingCells {
  readonly id?: string;
  readonly codes?: string;
  readonly layer?: string;
  readonly amount?: string;
  readonly unit?: string;
  readonly kind?: string;
  readonly status?: string;
}

function listingRow(cells: ListingCells = {}): string {
  const { id = "L1", codes = "SW02", layer = "material", amount = "100", unit = "t/a" } = cells;
  const { kind = "reported", status = "operating" } = cells;
  return `${id},e1,offer,${codes},粉煤灰,${layer},${amount},${unit},${kind},no,${status},2020,2021,public,${evidence}`;
}

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string, name = "listings.csv") => readRecordFiles([{ name, bytes: utf8(text) }]);
const readRows = (...rows: readonly string[]) => read([listingHeader, ...rows, ""].join("\n"));
const shortly = (issues: readonly Issue[]) =>
  issues.map(({ code, line, column, value }) => ({ code, line, column, value }));

describe("reading a sound file", () => {
  test("a row becomes a record with its quantity per year, its line known", () => {
    const { records, issues, locate } = readRows(listingRow({ amount: "10", unit: "t/d" }));
    expect(issues).toEqual([]);
    expect(records).toEqual([
      {
        kind: "listings",
        record: expect.objectContaining({
          id: "L1",
          resourceCodes: ["SW02"],
          quantity: {
            amount: 10,
            unit: "t/d",
            kind: "reported",
            perYear: 3650,
            perYearUnit: "t/a",
            assumption: "365-days-per-year",
          },
          validUntil: null,
          evidence: {
            grade: "press",
            sourceKind: "entered",
            sourceUrl: null,
            confidence: "medium",
            asOfYear: null,
            noteZh: null,
            noteEn: null,
            synthetic: false,
          },
        }),
      },
    ]);
    const [first] = records;
    expect(first && locate(first.record)).toEqual({ file: "listings.csv", line: 2 });
    expect(locate({})).toBeNull();
  });

  test("CRLF, a byte order mark, quoted cells and blank lines change nothing", () => {
    const plain = readRows(listingRow()).records;
    const quoted = listingRow()
      .split(",")
      .map((cell) => `"${cell}"`)
      .join(",");
    const dressed = read(`\uFEFF${listingHeader}\r\n\r\n${quoted}\r\n,,,,,,,,,,,,,,,,\r\n`);
    expect(dressed.issues).toEqual([]);
    expect(dressed.records).toEqual(plain);
  });

  test("a GBK file gives the same records as its UTF-8 twin", () => {
    // 粉煤灰 in GBK.
    const name = Uint8Array.of(0xb7, 0xdb, 0xc3, 0xba, 0xbb, 0xd2);
    const [before = "", after = ""] = `${listingHeader}\n${listingRow()}\n`.split("粉煤灰");
    const bytes = Uint8Array.from([...utf8(before), ...name, ...utf8(after)]);
    const gbk = readRecordFiles([{ name: "listings.csv", bytes }]);
    expect(gbk.issues).toEqual([]);
    expect(gbk.records).toEqual(readRows(listingRow()).records);
  });

  test("full-width digits, thousands separators, 万 and 亿 are understood in amounts and units", () => {
    const amounts = [
      { amount: "１００" },
      { amount: '"1,234.5"' },
      { amount: "1.2万" },
      { amount: "2亿" },
      { amount: "3", unit: "万吨/年" },
    ];
    const rows = amounts.map((cells, index) => listingRow({ ...cells, id: `L${index}` }));
    const { records, issues } = readRows(...rows);
    expect(issues).toEqual([]);
    expect(records.map((each) => each.kind === "listings" && each.record.quantity?.perYear)).toEqual([
      100, 1234.5, 12000, 200000000, 30000,
    ]);
  });

  test("blank amount, unit and kind mean not known: null, not zero", () => {
    const { records, issues } = readRows(listingRow({ amount: "", unit: "", kind: "" }));
    expect(issues).toEqual([]);
    expect(records[0]?.record).toMatchObject({ quantity: null });
  });
});

describe("reading row by row", () => {
  test("records and faults come one after the other, each with its line", () => {
    const text = [listingHeader, listingRow(), listingRow({ status: "running" }), listingRow()].join("\n");
    const items = readRecordFile({ name: "listings.csv", bytes: utf8(text) });
    expect(items.next().value).toMatchObject({ line: 2, tagged: { kind: "listings" } });
    expect(items.next().value).toMatchObject({ issue: { line: 3, column: "status" } });
    expect(items.next().value).toMatchObject({ line: 4, tagged: { kind: "listings" } });
    expect(items.next().done).toBe(true);
  });
});

describe("refusing a file as a whole", () => {
  test("an empty file", () => {
    expect(shortly(read("").issues)).toEqual([{ code: "empty-file", line: null, column: null, value: null }]);
    expect(shortly(read("\uFEFF\n\n").issues)).toEqual([
      { code: "empty-file", line: null, column: null, value: null },
    ]);
  });

  test("a header without rows", () => {
    expect(shortly(read(`${listingHeader}\n`).issues)).toEqual([
      { code: "no-rows", line: null, column: null, value: null },
    ]);
  });

  test("a name that tells no kind of record", () => {
    const [issue] = read(listingHeader, "stuff.csv").issues;
    expect(issue).toMatchObject({ code: "unknown-file", file: "stuff.csv" });
    expect(issue?.reason.en).toContain("listings.csv");
  });

  test("missing, unknown and doubled columns, all at once and nothing read", () => {
    const header = listingHeader.replace("layer", "leyer").replace("year_to", "year_from");
    const { records, issues } = read(`${header}\n${listingRow()}\n`);
    expect(records).toEqual([]);
    expect(shortly(issues)).toEqual([
      { code: "unknown-column", line: 1, column: "leyer", value: "leyer" },
      { code: "unknown-column", line: 1, column: "year_from", value: "year_from" },
      { code: "missing-column", line: 1, column: "layer", value: "layer" },
    ]);
  });

  test("mixed encodings, with the byte where the second one starts", () => {
    const start = utf8(`${listingHeader}\n${listingRow({ id: "济南热电有限公司" })}\nL2,`);
    const bytes = Uint8Array.from([...start, 0xbc, 0xc3, 0x0a]);
    const { records, issues } = readRecordFiles([{ name: "listings.csv", bytes }]);
    expect(records).toEqual([]);
    expect(issues).toMatchObject([
      { code: "mixed-encoding", reason: { en: expect.stringContaining(`byte ${start.length}`) } },
    ]);
  });
});

describe("a text in both languages", () => {
  const enterprise = (columns: string, cells: string, stored?: object) =>
    readRecordFiles(
      [
        {
          name: "enterprises.csv",
          bytes: utf8(
            `id,name_zh,kind,province_code,${columns},${evidenceHeader}\ne1,某厂,plant,37,${cells},${evidence}\n`,
          ),
        },
      ],
      stored === undefined ? {} : { stored: () => stored },
    );

  test.each([
    ["note", "停产检修", "停产检修", null],
    ["note", "under repair", null, "under repair"],
    ["note", "", null, null],
    ["note_zh,note_en", "停产检修,under repair", "停产检修", "under repair"],
    ["note_en", "under repair", null, "under repair"],
    ["备注", "停产检修", "停产检修", null],
  ])("in the columns %s, when it says %s, is read into its language", (columns, cells, noteZh, noteEn) => {
    const { records, issues } = enterprise(columns, cells);
    expect(issues).toEqual([]);
    expect(records[0]?.record).toMatchObject({ noteZh, noteEn });
  });

  test("keeps what the store holds in the language that a file does not speak", () => {
    const [full] = enterprise("note_zh,note_en", "旧,old").records;
    const stored = full?.record;
    for (const [columns, cells, noteZh, noteEn] of [
      ["note", "新", "新", "old"],
      ["note", "new", "旧", "new"],
      ["备注", "新", "新", "old"],
      ["note", "", null, null],
    ] as const)
      expect(enterprise(columns, cells, stored).records[0]?.record).toMatchObject({ noteZh, noteEn });
  });

  test("is refused in a column without a language beside one with it", () => {
    expect(shortly(enterprise("note,note_en", "旧,old").issues)).toContainEqual(
      expect.objectContaining({ code: "unknown-column" }),
    );
  });
});

describe("a retired code of a division", () => {
  const header = `id,name_zh,kind,county_code,city_code,province_code,${evidenceHeader}`;
  const enterprise = (county: string, city: string) =>
    read(`${header}\ne1,某厂,plant,${county},${city},37,${evidence}\n`, "enterprises.csv");

  test.each([
    ["371202", "371200", "370116", "370100", 1],
    ["370282", "370200", "370215", "370200", 1],
    ["", "371200", null, "370100", 1],
    ["370116", "371200", "370116", "370100", 1],
    ["320304", "320300", null, "320300", 1],
    ["370116", "370100", "370116", "370100", 0],
  ])(
    "county %s, city %s is read as %s, %s and what it became is said",
    (...[county, city, nowCounty, nowCity, notes]) => {
      const { records, issues } = enterprise(county, city);
      expect(records[0]?.record).toMatchObject({ countyCode: nowCounty, cityCode: nowCity });
      expect(issues).toHaveLength(notes);
      for (const issue of issues)
        expect(issue).toMatchObject({ code: "retired-code", severity: "warning", line: 2 });
    },
  );

  test.each([
    ["", "370202", "370202", "370200", ["division-mismatch"]],
    ["", "370181", "370114", "370100", ["division-mismatch", "retired-code"]],
    ["", "371203", "370117", "370100", ["division-mismatch", "retired-code"]],
    ["370202", "370202", "370202", "370200", ["division-mismatch"]],
    ["370116", "", "370116", "370100", ["division-mismatch"]],
    ["371202", "", "370116", "370100", ["retired-code", "division-mismatch"]],
  ])(
    "county '%s', city '%s': a county in the field of the city, or without one, is read as %s, %s",
    (...[county, city, nowCounty, nowCity, codes]) => {
      const { records, issues } = enterprise(county, city);
      expect(records[0]?.record).toMatchObject({ countyCode: nowCounty, cityCode: nowCity });
      expect(issues.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
        codes.map((code) => `warning ${code}`),
      );
    },
  );

  test("names the old and the new unit, the year and what to write", () => {
    expect(enterprise("", "371200").issues[0]?.reason.en).toBe(
      "371200 莱芜市 is 370100 济南市 since 2019: read as 370100; its counties are 370116 莱芜区 and 370117 钢城区: give county_code where it is known",
    );
    expect(enterprise("370282", "370200").issues[0]?.reason.en).toBe(
      "370282 即墨市 is 370215 即墨区 since 2017: read as 370215",
    );
  });
});

describe("telling every bad row", () => {
  test("three bad rows among good ones: three issues with line, column and value, the good ones read", () => {
    const { records, issues } = readRows(
      listingRow({ id: "L1" }),
      listingRow({ id: "L2", amount: "-5" }),
      listingRow({ id: "L3", unit: "kg" }),
      listingRow({ id: "L4" }),
      listingRow({ id: "L5", status: "running" }),
    );
    expect(records.map((each) => each.kind === "listings" && each.record.id)).toEqual(["L1", "L4"]);
    expect(issues).toEqual([
      {
        code: "negative-quantity",
        severity: "error",
        recordKind: "listings",
        recordId: "L2",
        file: "listings.csv",
        line: 3,
        column: "amount",
        value: "-5",
        reason: { zh: "数量不能为负", en: "a quantity is not negative" },
      },
      expect.objectContaining({ code: "unknown-unit", line: 4, column: "unit", value: "kg", recordId: "L3" }),
      expect.objectContaining({ code: "invalid-value", line: 6, column: "status", value: "running" }),
    ]);
  });

  test("two faults in one row are two issues", () => {
    const { issues } = readRows(listingRow({ id: "L 1", status: "running" }));
    expect(shortly(issues)).toEqual([
      { code: "invalid-value", line: 2, column: "id", value: "L 1" },
      { code: "invalid-value", line: 2, column: "status", value: "running" },
    ]);
  });

  test.each([
    ["NaN", "finite"],
    ["1e309", "too large"],
    ["约200", "approximate"],
    ["10-20", "range"],
  ])("amount %j", (amount, reason) => {
    const { issues } = readRows(listingRow({ amount }));
    expect(issues).toMatchObject([
      {
        code: "invalid-value",
        column: "amount",
        value: amount,
        reason: { en: expect.stringContaining(reason) },
      },
    ]);
  });

  test.each([
    ["GJ/a", "material"],
    ["m3/d", "material"],
    ["m3/a", "energy"],
    ["GJ/a", "water"],
  ])("unit %s in the %s layer", (unit, layer) => {
    expect(shortly(readRows(listingRow({ unit, layer })).issues)).toEqual([
      { code: "unit-of-other-layer", line: 2, column: "unit", value: unit },
    ]);
  });

  test("an amount without a unit, a unit without an amount, an amount of unsaid kind", () => {
    const { issues } = readRows(
      listingRow({ unit: "" }),
      listingRow({ amount: "" }),
      listingRow({ kind: "" }),
    );
    expect(shortly(issues)).toEqual([
      { code: "invalid-value", line: 2, column: "unit", value: "" },
      { code: "invalid-value", line: 3, column: "amount", value: "" },
      { code: "invalid-value", line: 4, column: "quantity_kind", value: "" },
    ]);
  });

  test("a row with a cell too few, and one with a stray quote", () => {
    const { records, issues } = readRows(
      listingRow().replace(",public", ""),
      listingRow().replace("粉煤灰", '粉"煤灰'),
      listingRow({ id: "L9" }),
    );
    expect(records).toHaveLength(1);
    expect(shortly(issues)).toEqual([
      { code: "malformed-row", line: 2, column: null, value: null },
      { code: "malformed-row", line: 3, column: null, value: null },
    ]);
  });

  test("a line number counts the lines inside quoted cells before it", () => {
    const { issues } = readRows(
      listingRow().replace("粉煤灰", '"粉煤\n\n灰"'),
      listingRow({ id: "L2", status: "running" }),
    );
    expect(issues).toMatchObject([{ line: 5, recordId: "L2" }]);
  });

  test("a code of no known form, a blank cell that must not be, a year that is none", () => {
    const { issues } = readRows(
      listingRow({ codes: "XX99" }),
      listingRow({ id: "L2" }).replace(",public", ","),
      listingRow({ id: "L3" }).replace(",2020,", ",1820,"),
    );
    expect(shortly(issues)).toEqual([
      { code: "invalid-value", line: 2, column: "resource_codes", value: "XX99" },
      { code: "invalid-value", line: 3, column: "confidentiality", value: "" },
      { code: "invalid-value", line: 4, column: "year_from", value: "1820" },
    ]);
  });

  test("a park whose longitude and latitude are swapped", () => {
    const header = `id,name_zh,province_code,city_code,lon,lat,coord_source,coord_error_km,${evidenceHeader}`;
    const { issues } = read(`${header}\np1,某园区,37,370100,36.668,116.997,x,6,${evidence}\n`, "parks.csv");
    expect(shortly(issues)).toEqual([
      { code: "swapped-coordinates", line: 2, column: "lat", value: "116.997" },
    ]);
  });

  test("a blank id is told in words, not in types", () => {
    const { issues } = readRows(listingRow({ id: "" }));
    expect(issues).toMatchObject([
      {
        column: "id",
        value: "",
        recordId: null,
        reason: { zh: "这一格不能为空", en: "this cell must not be blank" },
      },
    ]);
  });

  test("an id that stands twice in two files is told at its second place, an unknown end at its line", () => {
    const file = (name: string, ...rows: readonly string[]) => ({
      name,
      bytes: utf8([listingHeader, ...rows].join("\n")),
    });
    const { records, locate } = readRecordFiles([
      file("a/listings.csv", listingRow({ id: "L1" }), listingRow({ id: "L2" })),
      file("b/listings.csv", listingRow({ id: "L3" }), listingRow({ id: "L2" })),
    ]);
    const faults = checkRecords(records, emptyNetwork, locate);
    const places = (code: string) =>
      faults.filter((each) => each.code === code).map((each) => `${each.file}:${each.line}:${each.column}`);
    expect(places("duplicate-id")).toEqual(["b/listings.csv:3:id"]);
    expect(places("unknown-id")).toEqual([
      "a/listings.csv:2:enterprise_id",
      "a/listings.csv:3:enterprise_id",
      "b/listings.csv:2:enterprise_id",
      "b/listings.csv:3:enterprise_id",
    ]);
  });

  test("an unknown column beside sound rows is told, and the rows are read", () => {
    const { records, issues } = read(`${listingHeader},prize\n${listingRow()},5\n`);
    expect(records).toHaveLength(1);
    expect(shortly(issues)).toEqual([{ code: "unknown-column", line: 1, column: "prize", value: "prize" }]);
  });

  test("the shown value is cut at 120 characters", () => {
    const { issues } = readRows(listingRow({ status: "x".repeat(500) }));
    expect(issues[0]?.value).toHaveLength(120);
  });
});
