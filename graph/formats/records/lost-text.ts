import type { Text } from "#graph/schema/text.ts";

/** U+FFFD, or what it became when it was saved as GBK. */
const replaced = /\ufffd|锟斤拷/;
/** What a program writes for each character that its encoding does not have; an address may hold it. */
const questioned = /^(?!https?:).*\?\?/s;
const ownFont = /\p{Private_Use}/u;

/**
 * What an earlier wrong save did to a text, and what to do: characters that were lost, that one font alone shows, or
 * Chinese that was read in another encoding and saved so. Null for a text that seems whole.
 */
export function lossOf(text: string): Text | null {
  if (replaced.test(text)) return lost("�");
  if (questioned.test(text)) return lost("??");
  if (ownFont.test(text))
    return {
      zh: "有只在个别字体中才有的自造字（私用区）：请改用通行的字",
      en: "a character of one font alone (private use) stands here: write one that all fonts have",
    };
  const meant = meantBy(text);
  return meant === null
    ? null
    : {
        zh: `文字像是按错误的编码读取后保存的，原文可能是“${meant}”：请按原文改正`,
        en: `the text seems to have been read in a wrong encoding and saved so, it perhaps was "${meant}": write it again from the source`,
      };
}

/** Whether any text of a file needs a closer look; cheap, for large files. */
export function maySufferLoss(text: string): boolean {
  return (
    replaced.test(text) ||
    text.includes("??") ||
    ownFont.test(text) ||
    westernPair.test(text) ||
    firstOfThree().test(text)
  );
}

const lost = (sign: string): Text => ({
  zh: `文字在以前的保存中已损坏（${sign}）：请按原文改正`,
  en: `characters were lost (${sign}) when the text was saved before: write it again from the source`,
});

/** Two letters in a row that Western languages hardly put so, but bytes of Chinese read as Western text do. */
const westernPair = /[\u00a1-\u00ff][\u0080-\u00bf\u0152-\u2122]|[\u00b0-\u00f7][\u00a1-\u00ff]/;

/** The Chinese that a text was before it was read as windows-1252 or as GB 18030, or null where it is none. */
function meantBy(text: string): string | null {
  if (westernPair.test(text)) {
    const bytes = bytesOf(text, westernByte);
    if (bytes !== null) return chinese("utf-8", bytes) ?? chinese("gb18030", bytes);
  }
  if (!firstOfThree().test(text)) return null;
  const bytes = bytesOf(text, (letter) => chineseBytes().get(letter));
  return bytes === null ? null : chinese("utf-8", bytes);
}

/** The bytes of a text, null where a character has none. */
function bytesOf(text: string, of: (letter: string) => readonly number[] | undefined): Uint8Array | null {
  const bytes: number[] = [];
  for (const letter of text) {
    const found = letter <= "\u007f" ? [letter.charCodeAt(0)] : of(letter);
    if (found === undefined) return null;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

/** The text of bytes where it is Chinese, a byte that was lost at an end aside. */
function chinese(encoding: string, bytes: Uint8Array): string | null {
  const text = new TextDecoder(encoding).decode(bytes);
  const read = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const broken = text.split("\ufffd").length - 1;
  const isStrange = /[\u0080-\u02ff\u0370-\u1fff]/.test(text);
  return read >= 2 && broken * 2 <= read && !isStrange ? text : null;
}

let westernBytes: ReadonlyMap<string, readonly number[]> | null = null;

function westernByte(letter: string): readonly number[] | undefined {
  westernBytes ??= new Map(
    Array.from({ length: 128 }, (_, index) => {
      const bytes = [index + 128];
      return [new TextDecoder("windows-1252").decode(Uint8Array.from(bytes)), bytes] as const;
    }),
  );
  return westernBytes.get(letter);
}

let pairBytes: ReadonlyMap<string, readonly number[]> | null = null;

/** Characters of two bytes in GB 18030, with their bytes. */
function chineseBytes(): ReadonlyMap<string, readonly number[]> {
  if (pairBytes !== null) return pairBytes;
  const decoder = new TextDecoder("gb18030");
  const pairs = new Map<string, readonly number[]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail));
      if (letter.length === 1 && letter !== "\ufffd") pairs.set(letter, [lead, trail]);
    }
  pairBytes = pairs;
  return pairs;
}

let firstOfThreePattern: RegExp | null = null;

/**
 * A character that GB 18030 makes of the first two of the three bytes of a Chinese character in UTF-8. They are rare
 * characters, so that few texts are looked at closer.
 */
function firstOfThree(): RegExp {
  if (firstOfThreePattern !== null) return firstOfThreePattern;
  const decoder = new TextDecoder("gb18030");
  const letters: string[] = [];
  for (let lead = 0xe4; lead <= 0xe9; lead += 1)
    for (let trail = 0x80; trail <= 0xbf; trail += 1)
      letters.push(decoder.decode(Uint8Array.of(lead, trail)));
  firstOfThreePattern = new RegExp(
    `[${letters.filter((letter) => /^\p{Script=Han}$/u.test(letter)).join("")}]`,
  );
  return firstOfThreePattern;
}
