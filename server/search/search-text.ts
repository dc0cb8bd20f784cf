import { pinyin } from "pinyin-pro";

/** One writing for what looks the same: compatibility forms (full-width letters and digits) and case are folded. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

const run = /\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}._:'-]*/gu;
const isHan = (text: string) => /^\p{Script=Han}/u.test(text);

/** Terms under which a text is found: single characters and pairs of Chinese, words and their parts otherwise. */
export function termsOfText(text: string): string[] {
  return runsOf(text).flatMap((part) => {
    if (isHan(part)) return [...charactersOf(part), ...pairsOf(part)];
    const pieces = part.split(/[._:'-]+/).filter((piece) => piece !== "" && piece !== part);
    return [part, ...pieces];
  });
}

/** Terms of a query, all of which must be found: a Chinese fragment by its pairs, a single character by itself. */
export function termsOfQuery(text: string): string[] {
  return runsOf(text).flatMap((part) => (isHan(part) && part.length > 1 ? pairsOf(part) : [part]));
}

function runsOf(text: string): string[] {
  return foldText(text).match(run) ?? [];
}

/** Code points: rare characters of names lie beyond the first plane. */
const charactersOf = (text: string) => Array.from(text);

function pairsOf(text: string): string[] {
  const characters = charactersOf(text);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** How the Chinese in a name is read: `jinan`, with the places where a syllable starts, and `jn`. */
export interface Reading {
  readonly full: string;
  /** As long as `full`: `1` where a syllable starts. */
  readonly starts: string;
  readonly initials: string;
}

export function readAloud(nameZh: string): Reading {
  const syllables = pinyin(nameZh, { toneType: "none", type: "array", v: true, nonZh: "removed" });
  return {
    full: syllables.join(""),
    starts: syllables.map((syllable) => "1".padEnd(syllable.length, "0")).join(""),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(""),
  };
}

/**
 * How well letters fit a reading: 2 from the first syllable on, 1 from a later one, 0 not at all. Full pinyin may stop
 * inside a syllable; initials need two letters, one would fit everything.
 */
export function fitReading({ full, starts, initials }: Reading, letters: string): 0 | 1 | 2 {
  if (full.startsWith(letters)) return 2;
  const initialAt = letters.length > 1 ? initials.indexOf(letters) : -1;
  if (initialAt === 0) return 2;
  if (initialAt > 0) return 1;
  for (let at = full.indexOf(letters); at !== -1; at = full.indexOf(letters, at + 1))
    if (starts[at] === "1") return 1;
  return 0;
}
