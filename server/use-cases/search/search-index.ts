import MiniSearch from "minisearch";
import type { SearchHit } from "#graph/schema/answers/search-hit.ts";
import type { SearchEntry } from "./search-entries.ts";
import {
  fitReading,
  foldText,
  foldVowel,
  readAloud,
  splitText,
  type Reading,
  type SplitText,
} from "./search-text.ts";

export interface SearchIndex {
  /** Best hits, grouped by kind; `total` counts all of them. A kind with few hits leaves its room to the others. */
  search(text: string, limit: number): { items: SearchHit[]; total: number };
}

interface Document {
  readonly id: number;
  readonly hit: SearchHit;
  /** Where Chinese fragments are looked for. */
  readonly folded: string;
  readonly name: string;
  readonly code: string;
  readonly aliases: string;
  /** Of the name, then of each further name that is read aloud too. */
  readonly readings: readonly Reading[];
}

type WordIndex = MiniSearch<Document>;

/** Work between two turns of the event loop while the index is built, milliseconds. */
const turnMs = 10;

/**
 * Index over the entries. Latin words and codes go through an inverted index, which knows beginnings and wrong letters.
 * Chinese has no words to index: fragments and readings are looked for in the names one by one, 10 to 20 ms for 100,000
 * of them, and no index of character pairs has to be built and kept.
 */
export async function buildSearchIndex(entries: Iterable<SearchEntry>): Promise<SearchIndex> {
  const words: WordIndex = new MiniSearch<Document>({
    fields: ["name", "code", "aliases"],
    tokenize: (text) => splitText(text).words,
    searchOptions: {
      tokenize: (text) => splitText(text).runs,
      combineWith: "AND",
      boost: { name: 3, code: 2 },
      prefix: true,
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    },
  });
  const documents: Document[] = [];
  const readOnce = rememberReadings();
  let turnStarted = performance.now();
  for (const entry of entries) {
    const document = toDocument(entry, documents.length, readOnce);
    documents.push(document);
    words.add(document);
    if (performance.now() - turnStarted < turnMs) continue;
    await giveWay();
    turnStarted = performance.now();
  }
  return {
    search: (text, limit) => {
      const ranked = rank(text, words, documents);
      return { items: shareOut(ranked, limit), total: ranked.length };
    },
  };
}

/** Many entries share a county: its name is read once. */
function rememberReadings(): (text: string) => Reading {
  const known = new Map<string, Reading>();
  return (text) => {
    const reading = known.get(text) ?? readAloud(text);
    known.set(text, reading);
    return reading;
  };
}

function toDocument(
  { hit, aliases, readAlso }: SearchEntry,
  id: number,
  readOnce: (text: string) => Reading,
): Document {
  const words = [...aliases, ...readAlso].join("\n");
  return {
    id,
    hit,
    folded: foldText(`${hit.nameZh}\n${words}`),
    name: `${hit.nameZh}\n${hit.nameEn ?? ""}`,
    code: hit.id,
    aliases: words,
    readings: [readAloud(hit.nameZh), ...readAlso.map(readOnce)],
  };
}

/** Found documents, best first: by fragment, by word or sound, and by how much of the name was meant. */
function rank(text: string, words: WordIndex, documents: readonly Document[]): SearchHit[] {
  const wanted = foldText(text.trim());
  const split = splitText(text);
  const found =
    split.pairs.length === 0
      ? findByLetters(wanted, words, documents)
      : findByFragment(split, words, documents);
  return [...found]
    .flatMap(([id, score]) => {
      const hit = documents[id]?.hit;
      return hit === undefined ? [] : [{ id, hit, score: score + nameBonus(hit, wanted) }];
    })
    .sort((left, right) => right.score - left.score || left.id - right.id)
    .map(({ hit }) => hit);
}

type Scores = ReadonlyMap<number, number>;

/** Documents with all pairs of the Chinese fragments and, where Latin words stand beside them, those words too. */
function findByFragment(
  { pairs, runs }: SplitText,
  words: WordIndex,
  documents: readonly Document[],
): Scores {
  const holdsAll = documents.filter(({ folded }) => pairs.every((pair) => folded.includes(pair)));
  if (runs.length === 0) return new Map(holdsAll.map(({ id }) => [id, 0]));
  const byWord = findByWord(runs.join(" "), words);
  return new Map(
    holdsAll.flatMap(({ id }) => {
      const score = byWord.get(id);
      return score === undefined ? [] : [[id, score] as const];
    }),
  );
}

/** Documents found by word, and those whose Chinese name sounds like it: from its start before from its middle. */
function findByLetters(wanted: string, words: WordIndex, documents: readonly Document[]): Scores {
  const scores = findByWord(wanted, words);
  const letters = foldVowel(wanted.replaceAll(/[\s']/g, ""));
  if (/^[a-z]+$/.test(letters))
    for (const { id, readings } of documents) {
      const fit = fitReadings(readings, letters);
      if (fit > 0) scores.set(id, (scores.get(id) ?? 0) + fit * 20);
    }
  return scores;
}

/** The name's own reading counts in full, that of a further name half. */
function fitReadings([own, ...others]: readonly Reading[], letters: string): number {
  return Math.max(
    own === undefined ? 0 : fitReading(own, letters),
    ...others.map((reading) => fitReading(reading, letters) / 2),
  );
}

function findByWord(text: string, words: WordIndex): Map<number, number> {
  return new Map(words.search(text).map(({ id, score }) => [Number(id), score]));
}

/** A name that is, begins with or holds the very text goes before names that only share its parts. */
function nameBonus({ id, nameZh, nameEn }: SearchHit, wanted: string): number {
  const names = [nameZh, nameEn ?? "", id].map(foldText);
  if (names.includes(wanted)) return 3000;
  const length = Math.min(...names.map((name) => (name.includes(wanted) ? name.length : Infinity)));
  if (length === Infinity) return 0;
  return (names.some((name) => name.startsWith(wanted)) ? 2000 : 1000) - Math.min(length, 500);
}

const kinds = ["park", "enterprise", "resource", "city", "county"] as const;

/** The first hits of each kind so that every kind has its equal share, and unused shares go round again. */
function shareOut(ranked: readonly SearchHit[], limit: number): SearchHit[] {
  const groups = kinds.map((kind) => ranked.filter((hit) => hit.kind === kind));
  const taken = groups.map(() => 0);
  for (let left = limit, before = -1; left > 0 && left !== before;) {
    before = left;
    for (const [index, group] of groups.entries())
      if (left > 0 && (taken[index] ?? 0) < group.length) {
        taken[index] = (taken[index] ?? 0) + 1;
        left -= 1;
      }
  }
  return groups.flatMap((group, index) => group.slice(0, taken[index]));
}

function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
