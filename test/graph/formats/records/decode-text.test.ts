import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { decodeText } from "#graph/formats/records/decode-text.ts";
import { isRatherGb18030 } from "#graph/formats/records/guess-encoding.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** GB 18030 bytes of 粉煤灰 and 济南, from the standard's table. */
const flyAsh = Uint8Array.of(0xb7, 0xdb, 0xc3, 0xba, 0xbb, 0xd2);
const jinan = Uint8Array.of(0xbc, 0xc3, 0xc4, 0xcf);

describe("decoding a whole file", () => {
  test("UTF-8 with a byte order mark comes out without it", () => {
    expect(decodeText(utf8("\uFEFFid,名称\n"))).toEqual({ text: "id,名称\n", encoding: "utf-8" });
  });

  test("GB 18030 bytes become the characters of the standard", () => {
    const bytes = join(utf8("id,name\n1,"), flyAsh, utf8(","), jinan, utf8("\n"));
    expect(decodeText(bytes)).toEqual({ text: "id,name\n1,粉煤灰,济南\n", encoding: "gb18030" });
  });

  test("a four-byte character of GB 18030 is understood", () => {
    // The standard counts supplementary characters on from 0x90308130 = U+10000; this one is the 65547th.
    const bytes = join(flyAsh, Uint8Array.of(0x95, 0x32, 0x83, 0x37));
    expect(decodeText(bytes)).toEqual({ text: "粉煤灰\u{2000B}", encoding: "gb18030" });
  });

  test("UTF-16 little endian with its mark is understood", () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x31, 0x00, 0x0a, 0x00, 0x2d, 0x4e);
    expect(decodeText(bytes)).toEqual({ text: "1\n中", encoding: "utf-16" });
  });

  test("one GB 18030 cell in a UTF-8 file is refused at its first byte", () => {
    const before = utf8("id,name\n1,济南热电有限公司\n2,");
    expect(decodeText(join(before, flyAsh, utf8("\n")))).toEqual({
      reason: { zh: expect.any(String), en: expect.stringContaining("mixes") },
      offset: before.length,
    });
  });

  test("one UTF-8 cell in a GB 18030 file is refused where it starts", () => {
    const before = join(utf8("id,name\n1,"), flyAsh, utf8("\n2,"));
    expect(decodeText(join(before, utf8("济南热电有限公司\n")))).toEqual({
      reason: { zh: expect.any(String), en: expect.stringContaining("mixes") },
      offset: before.length,
    });
  });

  test("bytes that are neither encoding are refused at the first of them", () => {
    expect(decodeText(Uint8Array.of(0x61, 0x2c, 0xff, 0xff))).toEqual({
      reason: { zh: expect.any(String), en: expect.stringContaining("neither") },
      offset: 2,
    });
  });

  test("a zero byte is refused where it stands", () => {
    expect(decodeText(Uint8Array.of(0x61, 0x00))).toEqual({
      reason: { zh: expect.any(String), en: expect.stringContaining("zero byte") },
      offset: 1,
    });
  });

  test("every UTF-8 text without a zero character comes back as it was, unless it is Chinese in GB 18030 too", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF") && !isRatherGb18030(utf8(text), text));
        expect(decodeText(utf8(text))).toEqual({ text, encoding: "utf-8" });
      }),
    );
  });

  test("no text of GB 2312 characters is ever taken for a mix", () => {
    const character = fc.tuple(fc.integer({ min: 0xb0, max: 0xf7 }), fc.integer({ min: 0xa1, max: 0xf9 }));
    const cell = fc.array(character, { minLength: 1, maxLength: 12 }).map((pairs) => pairs.flat());
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 20 }), (cells) => {
        const bytes = Uint8Array.from(cells.flatMap((each) => [...each, 0x2c]));
        const decoded = decodeText(bytes);
        expect("text" in decoded).toBe(true);
      }),
    );
  });

  // Bytes of GB 18030 that are valid UTF-8, too.
  test.each([
    ["水", [0xcb, 0xae]],
    ["原水", [0xd4, 0xad, 0xcb, 0xae]],
    ["煤", [0xc3, 0xba]],
  ])("%s alone is read as Chinese, with a notice that shows both readings", (word, bytes) => {
    const decoded = decodeText(Uint8Array.from([...utf8("id,name\n1,"), ...bytes, 0x0a]));
    expect(decoded).toMatchObject({ text: `id,name\n1,${word}\n`, encoding: "gb18030" });
    expect(decoded).toMatchObject({ notice: { zh: expect.stringContaining(word) } });
  });

  test.each(["Café", "20 °C", "Müller", "α-Al2O3", "10 m²", "Привет", "µ"])("%s stays UTF-8", (word) => {
    expect(decodeText(utf8(`id,name\n1,${word}\n`))).toEqual({
      text: `id,name\n1,${word}\n`,
      encoding: "utf-8",
    });
  });

  // 工廠, 化學, 試驗甲鋼鐵有限公司 in Big5.
  test.each([
    ["工廠", "a475bc74"],
    ["化學", "a4c6bec7"],
    ["試驗甲鋼鐵有限公司", "b8d5c5e7a5d2bffbc54ba6b3adada4bda571"],
  ])("%s in Big5 is refused with what it says", (word, hex) => {
    const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    const decoded = decodeText(Uint8Array.from([...utf8("id,name\n1,"), ...bytes, 0x0a]));
    expect(decoded).toMatchObject({ offset: 10, reason: { zh: expect.stringContaining(word) } });
  });

  // Bytes of other encodings that are GB 18030 as well: 試験 in Shift-JIS, 시험공장 in EUC-KR, Größe in windows-1252.
  test.each([
    ["8e8e8cb1", "帋尡"],
    ["bdc3c7e8b0f8c0e5", "矫氰傍厘"],
    ["4772f6df65", "G"],
  ])("%s is read, with a notice that shows how", (hex, start) => {
    const bytes = hex.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];
    const decoded = decodeText(Uint8Array.from([...utf8("id,name\n1,"), ...bytes, 0x0a]));
    expect(decoded).toMatchObject({
      text: expect.stringContaining(start),
      encoding: "gb18030",
      notice: { zh: expect.stringContaining("GB 18030"), en: expect.stringContaining("GB 18030") },
    });
  });

  test("UTF-32 with its mark, which begins like UTF-16, is refused for its zero bytes", () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0, 0, 0x31, 0, 0, 0);
    expect(decodeText(bytes)).toMatchObject({ reason: { en: expect.stringContaining("zero byte") } });
  });
});
