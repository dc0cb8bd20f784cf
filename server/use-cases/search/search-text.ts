import { customPinyin, pinyin } from "pinyin-pro";

/** Places whose name is read otherwise than its characters are in most words. */
customPinyin({ 单县: "shan xian", 乐陵: "lao ling", 六合: "lu he" });

/** One writing for what looks the same: compatibility forms (full-width letters and digits) and case are folded. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase();
}

const run = /\p{Script=Han}+|[\p{L}\p{N}][\p{L}\p{N}._:'-]*/gu;
const isHan = (text: string) => /^\p{Script=Han}/u.test(text);

/** A text taken apart for searching. */
export interface SplitText {
  /** Neighbouring characters of each Chinese fragment; a fragment of one character is itself. */
  readonly pairs: readonly string[];
  /** Latin words and codes, whole. */
  readonly runs: string[];
  /** Latin words and codes, whole and in their parts: `hw-08`, `hw`, `08`. */
  readonly words: string[];
}

export function splitText(text: string): SplitText {
  const parts = foldText(text).match(run) ?? [];
  const runs = parts.filter((part) => !isHan(part));
  const pieces = runs.flatMap((part) =>
    part.split(/[._:'-]+/).filter((piece) => piece !== "" && piece !== part),
  );
  return { pairs: parts.filter(isHan).flatMap(pairsOf), runs, words: [...runs, ...pieces] };
}

function pairsOf(fragment: string): string[] {
  // Code points: rare characters of names lie beyond the first plane.
  const characters = Array.from(fragment);
  if (characters.length === 1) return characters;
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
  const read = pinyin(nameZh, { toneType: "none", type: "array", v: true, nonZh: "removed" });
  const syllables = read.map(foldVowel);
  return {
    full: syllables.join(""),
    starts: syllables.map((syllable) => "1".padEnd(syllable.length, "0")).join(""),
    initials: syllables.map((syllable) => syllable.charAt(0)).join(""),
  };
}

/** One letter for ü, u and the v that stands for ü on keyboards: people type each of them. */
export function foldVowel(letters: string): string {
  return letters.replaceAll(/[vü]/g, "u");
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
