import type { Text } from "#graph/schema/text.ts";
import { findBig5, isFamiliarChinese, isRatherGb18030, sampleOf } from "./guess-encoding.ts";

/** Text of a file, with what is to be said where another reading is possible; or why it is none and at which byte. */
export type Decoded =
  | { readonly text: string; readonly encoding: "utf-8" | "utf-16" | "gb18030"; readonly notice?: Text }
  | { readonly reason: Text; readonly offset: number };

/** Byte length up to which one file is decoded in one piece; a longer text would not fit into one string. */
const maxFileBytes = 400_000_000;

/**
 * Decodes a whole file: byte order mark, then strict UTF-8, then GB 18030, else refused with a byte offset.
 * One file has one encoding: UTF-8 cells inside a GB 18030 file (or the reverse) are refused, for read as one
 * encoding half of the names would turn into other, valid-looking Chinese.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  if (bytes.length > maxFileBytes)
    return {
      reason: {
        zh: `文件超过 ${maxFileBytes} 字节：请拆分`,
        en: `the file is larger than ${maxFileBytes} bytes: split it`,
      },
      offset: maxFileBytes,
    };
  const byteOrder = utf16Mark(bytes);
  if (byteOrder !== null) return decodeUtf16(bytes, byteOrder);
  const zero = bytes.indexOf(0);
  if (zero >= 0) return zeroByte(zero);
  const utf8 = tryDecode("utf-8", bytes);
  if (utf8 === null) return decodeGb18030(bytes);
  return isRatherGb18030(bytes, utf8) ? readAsGb18030(bytes, utf8) : { text: utf8, encoding: "utf-8" };
}

const zeroByte = (offset: number): Decoded => ({
  reason: {
    zh: "文件中有零字节：请另存为文本（CSV UTF-8）",
    en: "there is a zero byte: save the file as text (CSV UTF-8)",
  },
  offset,
});

function utf16Mark(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
}

function decodeUtf16(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Decoded {
  const text = tryDecode(label, bytes);
  const zero = text?.indexOf("\0") ?? -1;
  if (zero >= 0) return zeroByte(2 * zero + 2);
  if (text !== null) return { text, encoding: "utf-16" };
  return {
    reason: {
      zh: "文件开头像 UTF-16 而内容不是：请另存为 CSV UTF-8",
      en: "the file starts like UTF-16 but is not: save it as CSV UTF-8",
    },
    offset: 2,
  };
}

function decodeGb18030(bytes: Uint8Array): Decoded {
  const { firstBroken, firstUtf8 } = surveyEncodings(bytes);
  if (firstUtf8 !== null)
    return {
      reason: {
        zh: "文件混用 UTF-8 与其他编码：请以一种编码重新保存（CSV UTF-8）",
        en: "the file mixes UTF-8 with another encoding: save it again in one encoding",
      },
      offset: Math.max(firstBroken, firstUtf8),
    };
  const text = tryDecode("gb18030", bytes);
  if (text !== null) return orBig5(bytes, text, firstBroken);
  return {
    reason: {
      zh: "文件既不是 UTF-8 也不是 GB 18030：请另存为 CSV UTF-8",
      en: "the file is neither UTF-8 nor GB 18030: save it as CSV UTF-8",
    },
    offset: firstBroken,
  };
}

/** The bytes are both encodings: what they spell in UTF-8 nobody writes, so the other reading is taken and shown. */
function readAsGb18030(bytes: Uint8Array, asUtf8: string): Decoded {
  const text = tryDecode("gb18030", bytes);
  if (text === null) return { text: asUtf8, encoding: "utf-8" };
  const [taken, other] = [sampleOf(text), sampleOf(asUtf8)];
  return {
    text,
    encoding: "gb18030",
    notice: {
      zh: `文件按 GB 18030 读取，如“${taken}”（按 UTF-8 则为“${other}”）；如不对，请另存为 CSV UTF-8`,
      en: `the file was read as GB 18030, such as "${taken}" (in UTF-8 it would be "${other}"): if that is wrong, save it as CSV UTF-8`,
    },
  };
}

/** Bytes of many languages decode as GB 18030: what they spell is shown where it is not surely Chinese. */
function asRead(text: string): Text {
  const sample = sampleOf(text);
  return {
    zh: `文件按 GB 18030 读取，如“${sample}”；如不对，请另存为 CSV UTF-8`,
    en: `the file was read as GB 18030, such as "${sample}": if that is wrong, save it as CSV UTF-8`,
  };
}

/** A file in Big5 also decodes as GB 18030, into nonsense: it is refused with what it seems to say. */
function orBig5(bytes: Uint8Array, text: string, firstBroken: number): Decoded {
  const big5 = findBig5(bytes);
  if (big5 === null)
    return { text, encoding: "gb18030", ...(isFamiliarChinese(text) ? {} : { notice: asRead(text) }) };
  const [meant, read] = [sampleOf(big5), sampleOf(text)];
  return {
    reason: {
      zh: `文件像是 Big5 编码，如“${meant}”（按 GB 18030 则为“${read}”）：请另存为 CSV UTF-8`,
      en: `the file seems to be in Big5, such as "${meant}" (in GB 18030 it would be "${read}"): save it as CSV UTF-8`,
    },
    offset: firstBroken,
  };
}

function tryDecode(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * First byte that breaks UTF-8, and start of the first stretch that can only be UTF-8. A stretch runs from a byte
 * above 0x7F to the next comma, quote or line end: none of these is ever part of a GB 18030 character.
 */
function surveyEncodings(bytes: Uint8Array): { firstBroken: number; firstUtf8: number | null } {
  let firstBroken = -1;
  let firstUtf8: number | null = null;
  for (let at = 0; at < bytes.length; at += 1) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    let end = at;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x30) end += 1;
    const broken = utf8FaultAt(bytes, at, end);
    if (broken >= 0 && firstBroken < 0) firstBroken = broken;
    if (broken < 0 && firstUtf8 === null && canOnlyBeUtf8(bytes, at, end)) firstUtf8 = at;
    if (firstBroken >= 0 && firstUtf8 !== null) break;
    at = end - 1;
  }
  return { firstBroken: Math.max(firstBroken, 0), firstUtf8 };
}

/**
 * Whether a stretch of valid UTF-8 is Chinese in UTF-8 rather than GB 18030 that happens to fit: at least two
 * three-byte characters, and a byte 0x80–0xA0, which no character of GB 2312 contains.
 */
function canOnlyBeUtf8(bytes: Uint8Array, from: number, to: number): boolean {
  let wide = 0;
  let beyondGb2312 = false;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xe3 && byte <= 0xef) wide += 1;
    if (byte >= 0x80 && byte <= 0xa0) beyondGb2312 = true;
  }
  return wide >= 2 && beyondGb2312;
}

/** Offset of the first byte sequence in [from, to) that is not UTF-8, or -1. */
function utf8FaultAt(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const length = utf8Length(bytes[at] ?? 0);
    if (length === 0) return at;
    for (let follower = 1; follower < length; follower += 1) {
      const byte = at + follower < to ? (bytes[at + follower] ?? 0) : 0;
      if (byte < 0x80 || byte > 0xbf) return at;
    }
    at += length;
  }
  return -1;
}

function utf8Length(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
}
