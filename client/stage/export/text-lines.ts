/** Chinese breaks between any two characters, other scripts at spaces; an address breaks after its separators. */
const pieces =
  /\p{Script=Han}|[，；、。：（）“”]|[^\s\p{Script=Han}，；、。：（）“”/?&,;]+[/?&,;]?\s*|\s+|[/?&,;]/gu;
/** Never at the beginning of a line. */
const clinging = /^[，；、。：）”,;]/u;

/**
 * Breaks a text into lines of at most `room`. A piece that is wider than the room by itself (a long address) is cut
 * where it must be.
 */
export function linesOf(text: string, room: number, widthOf: (part: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(pieces) ?? []) {
    if (widthOf((line + piece).trimEnd()) <= room || (clinging.test(piece) && line !== "")) {
      line += piece;
      continue;
    }
    if (line !== "") lines.push(line.trimEnd());
    line = piece.trimStart();
    while (widthOf(line.trimEnd()) > room && line.length > 1) {
      const cut = longestFit(line, room, widthOf);
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line.trim() !== "") lines.push(line.trimEnd());
  return lines;
}

/** How many characters fit, at least one. */
function longestFit(text: string, room: number, widthOf: (part: string) => number): number {
  let count = 1;
  while (count < text.length && widthOf(text.slice(0, count + 1)) <= room) count += 1;
  return count;
}
