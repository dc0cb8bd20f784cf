import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { hasUnseen } from "#graph/formats/records/characters.ts";
import { isRatherGb18030 } from "#graph/formats/records/guess-encoding.ts";
import { readRecordFiles } from "#graph/formats/records/read-records.ts";
import { writeRecordCsv } from "#graph/formats/records/write-records.ts";
import { makeQuantity, type Quantity } from "#graph/schema/records/quantity.ts";
import { recordSchemas, type RecordByKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import { recordArbitrary } from "#test/contracts/record-arbitraries.ts";
import { readSeedNetwork } from "#seeds/read-seed.ts";

const record = recordArbitrary({
  codes: ["SW02", "HW34", "EN10", "900-249-08", "WA"],
  parkIds: ["p1", "sd.p:2"],
  enterpriseIds: ["e1", "e2"],
  otherIds: ["x1", "x2"],
});

/** What a file can hold: text without surrounding blanks, empty text or unseen characters, and LF as line end. */
function storable(value: unknown): unknown {
  if (typeof value === "string") {
    const seen = Array.from(value).filter((letter) => !hasUnseen(letter) && letter !== "\ufffd");
    const text = seen.join("").replace(/\r\n?/g, "\n").trim();
    return text === "" ? "x" : text;
  }
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER ? 1 : value;
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, storable(each)]));
}

function soundQuantity(quantity: Quantity | null): Quantity | null {
  if (quantity === null) return null;
  const { amount, kind } = quantity;
  const made = makeQuantity(amount, "t/d", kind, "material");
  return made.perYear <= Number.MAX_SAFE_INTEGER ? made : null;
}

function sound(tagged: TaggedRecord): object {
  const clean = storable(tagged.record) as Record<string, unknown>;
  // A county stands in its city: reading one without it fills the city in.
  if (clean["cityCode"] === null) return { ...clean, countyCode: null };
  if (tagged.kind !== "exchanges" && tagged.kind !== "listings") return clean;
  return { ...clean, layer: "material", quantity: soundQuantity(tagged.record.quantity) };
}

const bytesOf = (pieces: Iterable<string>) => new TextEncoder().encode([...pieces].join(""));

describe("writing record files", () => {
  test("any storable record comes back equal", () => {
    fc.assert(
      fc.property(record, fc.boolean(), (tagged, byteOrderMark) => {
        const valid = recordSchemas[tagged.kind].safeParse(sound(tagged));
        fc.pre(valid.success);
        const records = [valid.data] as RecordByKind[typeof tagged.kind][];
        const bytes = bytesOf(writeRecordCsv(tagged.kind, records, { byteOrderMark }));
        // Without a mark a lone é may be meant as 茅: decode-text.test.ts has these.
        fc.pre(byteOrderMark || !isRatherGb18030(bytes, new TextDecoder().decode(bytes)));
        const { records: back, issues } = readRecordFiles([{ name: `${tagged.kind}.csv`, bytes }]);
        // Some text looks as if an earlier save had destroyed it; it comes back all the same.
        expect(issues.filter(({ code }) => code !== "destroyed-text")).toEqual([]);
        expect(back.map((each) => each.record)).toEqual(records);
      }),
      { numRuns: 500 },
    );
  });

  test("a cell that starts like a formula is guarded by one apostrophe", () => {
    const [factor] = readSeedNetwork().factors;
    if (factor === undefined) throw new Error("the seed has no factors");
    for (const start of ["=", "+", "-", "@", "＝", "＋", "－", "＠", "'="]) {
      const risky = { ...factor, nameZh: `${start}HYPERLINK("x")` };
      const text = [...writeRecordCsv("factors", [risky])].join("");
      expect(text).toContain(`"'${start}HYPERLINK(""x"")"`);
    }
  });

  test("the mark is written once, before the header, only when asked for", () => {
    expect([...writeRecordCsv("factors", [], { byteOrderMark: true })]).toEqual([
      expect.stringMatching(/^\uFEFFid,name_zh,/),
    ]);
    expect([...writeRecordCsv("factors", [])]).toEqual([expect.stringMatching(/^id,name_zh,/)]);
  });
});
