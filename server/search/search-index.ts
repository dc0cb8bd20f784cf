import MiniSearch from "minisearch";
import type { SearchHit } from "#graph/schema/views.ts";
import type { SearchEntry } from "./search-entries.ts";
import { fitReading, foldText, readAloud, termsOfQuery, termsOfText, type Reading } from "./search-text.ts";

export interface SearchIndex {
  /** Best hits, grouped by kind; `total` counts all of them. A kind with few hits leaves its room to the others. */
  search(text: string, limit: number): { items: SearchHit[]; total: number };
}

interface Document extends SearchEntry {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly reading: Reading;
}

/** Entries between two turns of the event loop while the index is built. */
const sliceLength = 1000;

/** Index over the entries; building it gives way to other requests again and again. */
export async function buildSearchIndex(entries: Iterable<SearchEntry>): Promise<SearchIndex> {
  const terms = new MiniSearch<Document>({
    fields: ["name", "code", "aliases"],
    tokenize: termsOfText,
    searchOptions: {
      tokenize: termsOfQuery,
      combineWith: "AND",
      boost: { name: 3, code: 2 },
      prefix: (term) => /^[a-z0-9]/.test(term),
      fuzzy: (term) => (/^[a-z]{5,}$/.test(term) ? 0.2 : false),
    },
  });
  const documents: Document[] = [];
  for (const entry of entries) {
    documents.push(toDocument(entry, documents.length));
    if (documents.length % sliceLength === 0) {
      terms.addAll(documents.slice(-sliceLength));
      await giveWay();
    }
  }
  terms.addAll(documents.slice(documents.length - (documents.length % sliceLength)));
  return {
    search: (text, limit) => {
      const ranked = rank(text, terms, documents);
      return { items: shareOut(ranked, limit), total: ranked.length };
    },
  };
}

function toDocument(entry: SearchEntry, id: number): Document {
  const { hit } = entry;
  return {
    ...entry,
    id,
    name: [hit.nameZh, hit.nameEn ?? ""].join("\n"),
    code: hit.id,
    reading: readAloud(hit.nameZh),
  };
}

/** Found documents, best first: by term, by sound, and by how much of the name was meant. */
function rank(text: string, terms: MiniSearch<Document>, documents: readonly Document[]): SearchHit[] {
  const wanted = foldText(text.trim());
  const scores = new Map<number, number>();
  for (const { id, score } of terms.search(text)) scores.set(Number(id), score);
  const letters = wanted.replaceAll(/[\s']/g, "");
  if (/^[a-z]+$/.test(letters))
    for (const { id, reading } of documents) {
      const fit = fitReading(reading, letters);
      if (fit > 0) scores.set(id, (scores.get(id) ?? 0) + fit * 20);
    }
  return [...scores]
    .map(([id, score]) => ({ id, hit: documents[id]?.hit, score }))
    .flatMap(({ id, hit, score }) =>
      hit === undefined ? [] : [{ id, hit, score: score + nameBonus(hit, wanted) }],
    )
    .sort((left, right) => right.score - left.score || left.id - right.id)
    .map(({ hit }) => hit);
}

/** A name that is, begins with or holds the very text goes before names that only share its terms. */
function nameBonus({ id, nameZh, nameEn }: SearchHit, wanted: string): number {
  const names = [nameZh, nameEn ?? "", id].map(foldText);
  if (names.includes(wanted)) return 3000;
  const length = Math.min(...names.map((name) => (name.includes(wanted) ? name.length : Infinity)));
  if (length === Infinity) return 0;
  return (names.some((name) => name.startsWith(wanted)) ? 2000 : 1000) - Math.min(length, 500);
}

const kinds = ["park", "enterprise", "resource", "city"] as const;

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
