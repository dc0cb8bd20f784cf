/** First words of a text that are not ASCII, for people to judge an encoding by. */
export function sampleOf(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return Array.from(/[^\u0000-\u007f]+/u.exec(text)?.[0] ?? "")
    .slice(0, 12)
    .join("");
}

/**
 * Whether a text that is valid UTF-8 was rather meant as GB 18030. Short Chinese words may be both (联通, 原水): read
 * as UTF-8 they are letters of remote alphabets and nothing else. So each stretch of bytes above 0x7F has to be pairs
 * of GB 2312, and none of its letters one of those that stand in European names beside plain ones (é in Café).
 */
export function isRatherGb18030(bytes: Uint8Array, asUtf8: string): boolean {
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (hasMark || /[\u0800-\u{10ffff}]/u.test(asUtf8)) return false;
  // oxlint-disable-next-line no-control-regex
  const stretches = asUtf8.match(/[A-Za-z]?[^\u0000-\u007f]+[A-Za-z]?/gu);
  if (stretches === null) return false;
  return stretches.every((stretch) => !european.test(stretch)) && everyPair(bytes, isGb2312);
}

/** A letter with an accent beside a plain one, a lone Greek letter, or a sign such as °, ², × and ·. */
const european =
  /[A-Za-z][\u00c0-\u024f]|[\u00c0-\u024f][A-Za-z]|[\u00a0-\u00bf\u00d7\u00f7]|^[A-Za-z]?[\u0391-\u03c9][A-Za-z]?$/u;

const isGb2312 = (lead: number, trail: number) => lead >= 0xb0 && lead <= 0xf7 && trail >= 0xa1;

/** Whether the bytes above 0x7F come in pairs that pass. */
function everyPair(bytes: Uint8Array, passes: (lead: number, trail: number) => boolean): boolean {
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    if (!passes(lead, bytes[at + 1] ?? 0)) return false;
    at += 1;
  }
  return true;
}

/** Share of characters from which on a text speaks for one encoding. */
const enough = 0.1;
const most = 0.8;

/**
 * The text in Big5, where bytes that decode as GB 18030 were rather meant so; else null. In simplified Chinese nearly
 * every second byte is above 0xA0 and few characters are kana, Greek or Cyrillic; in Big5 the second byte is often
 * below, and frequent characters begin with 0xA4 to 0xC6.
 */
export function findBig5(bytes: Uint8Array): string | null {
  let pairs = 0;
  let frequent = 0;
  let strange = 0;
  const isBig5 = everyPair(bytes, (lead, trail) => {
    pairs += 1;
    if (lead >= 0xa4 && lead <= 0xc6) frequent += 1;
    if (trail < 0xa1 || lead < 0xa1 || (lead >= 0xa4 && lead <= 0xaf)) strange += 1;
    return (
      (lead >= 0xa1 && lead <= 0xf9 && trail >= 0x40 && trail <= 0x7e) || (lead >= 0xa1 && trail >= 0xa1)
    );
  });
  if (!isBig5 || strange < enough * pairs || frequent < most * pairs) return null;
  try {
    return new TextDecoder("big5", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Words that hardly any file of parks, firms and flows is without, and that no other encoding spells by chance. */
const familiar =
  /公司|有限|集团|企业|工业|工厂|园区|产业|开发区|化工|电厂|热电|水泥|钢铁|生物|环保|科技|材料|能源|供热|污水|中水|再生水|蒸汽|余热|粉煤灰|煤渣|炉渣|石膏|污泥|山东|江苏|济南|青岛|南京|苏州/;

/** Whether a text is surely Chinese, and not another language that GB 18030 makes Chinese characters of. */
export function isFamiliarChinese(text: string): boolean {
  return familiar.test(text);
}
