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
 * zero-width and direction marks, the soft hyphen, line and paragraph separators, tags, and non-characters. The joiner of
 * two pictographs is seen in what it makes of them.
 */
const unseen =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]|(?<![\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?!\p{Extended_Pictographic})/u;

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

/** U+FFFD, or what it became when it was saved as GBK: a name that an earlier wrong save destroyed. */
const destroyed = /\ufffd|锟斤拷/;

/** Whether characters of a text were lost before it came here. */
export function isDestroyed(text: string): boolean {
  return destroyed.test(text);
}
