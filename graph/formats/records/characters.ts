import type { Text } from "#graph/schema/text.ts";

/** Full-width ASCII (U+FF01 to U+FF5E) and the full-width space to ASCII, without surrounding blanks; nothing else. */
export function halfWidth(cell: string): string {
  return plain.test(cell)
    ? cell
    : cell
        .replace(/[\uff01-\uff5e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
        .replaceAll("\u3000", " ")
        .trim();
}

const plain = /^[\x21-\x7e]*$/;

/**
 * Characters nobody sees, that change how others look, or that no file format carries: controls but tab and line ends,
 * what Unicode lets a program leave out (zero-width and direction marks, the soft hyphen, variation selectors, tags),
 * line and paragraph separators, annotation marks, the blank braille cell, and non-characters. The joiner of two
 * pictographs and the selector after one are seen in what they make of them.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2800\ufff9-\ufffb]|\p{Noncharacter_Code_Point}|(?![\u200d\ufe0e\ufe0f])\p{Default_Ignorable_Code_Point}|(?<!\p{Emoji})[\ufe0e\ufe0f]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/u;

/** Whether a text holds a character that a name, note or id must not hold. */
export function hasUnseen(text: string): boolean {
  return unseen.test(text);
}

/** Where the first such character of a cell stands and which it is; null where there is none. */
export function unseenFault(cell: string): Text | null {
  const found = unseen.exec(cell);
  if (found === null) return null;
  const place = Array.from(cell.slice(0, found.index)).length + 1;
  const code = `U+${(found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  return {
    zh: `第 ${place} 个字符 ${code} 是看不见的控制字符：请删除它`,
    en: `character ${place}, ${code}, is an invisible control character: delete it`,
  };
}
