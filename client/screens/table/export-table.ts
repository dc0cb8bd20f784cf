import { writeCsv } from "#client/model/csv.ts";
import type { Sort } from "#client/model/view/sort.ts";
import { placeOfSelection, type ViewState } from "#client/model/view/view-state.ts";
import { fileName, saveFile } from "#client/ui/download.ts";
import { filterSentence, recordFilterSentence } from "#graph/schema/filter/sentence.ts";
import type { Words } from "#client/ui/use-words.ts";
import { candidateTable } from "./candidate-table.tsx";
import { sortRows, type TableOf } from "./column.ts";
import { corridorTable } from "./corridor-table.ts";
import { estimateTable } from "./estimate-table.ts";
import { gapTable } from "./gap-table.tsx";
import { exchangeTable } from "./exchange-table.ts";
import { listingTable } from "./listing-table.ts";
import { parkTable } from "./park-table.ts";
import { potentialTable } from "./potential-table.ts";
import { totalTable } from "./total-table.ts";
import { askAll, knowsPlace, listedKindOf, rowsQueryOf, type ListedKind, type RowOf } from "./rows.ts";

export const tableOf: { readonly [K in ListedKind]: (words: Words) => TableOf<RowOf[K]> } = {
  parks: parkTable,
  exchanges: exchangeTable,
  corridors: corridorTable,
  listings: listingTable,
  candidates: candidateTable,
  gaps: gapTable,
  estimates: estimateTable,
  potential: potentialTable,
  totals: totalTable,
};

/** Rows a browser may be asked to hold for one file; the server's own export has no such limit. */
const fileLimit = 20_000;

interface FileFacts {
  readonly title: string;
  readonly filter: string;
  /** By which day the rows were judged, in a sentence. */
  readonly day?: string;
  readonly networkVersion: number;
  readonly shown: number;
  readonly total: number;
}

/** First lines of every file: what it is, under which filter, of which version, how many of how many. */
export function notesOf({ t, count }: Words, facts: FileFacts): readonly string[] {
  return [
    `${t("product.title")} · ${facts.title}`,
    `${t("filter.title")}: ${facts.filter}`,
    ...(facts.day === undefined ? [] : [facts.day]),
    t("state.version", { version: facts.networkVersion }),
    t("list.shownOf", { shown: count(facts.shown), total: count(facts.total) }),
    t("about.credit"),
  ];
}

/** A table and its rows → the text of its file. */
export function tableCsv<Row>(
  table: TableOf<Row>,
  rows: readonly Row[],
  notes: readonly string[],
  order: { readonly sort: readonly Sort[]; readonly language: string },
): string {
  const sorted = sortRows(rows, table.columns, order.sort, new Intl.Collator(order.language));
  return writeCsv(
    notes,
    table.columns.map(({ title }) => title),
    sorted.map((row) => table.columns.map((column) => column.value(row))),
  );
}

/** Fetches all rows of a table under the view's filter and hands them to the browser as a CSV file. */
export async function exportListed(kind: ListedKind, view: ViewState, words: Words): Promise<void> {
  const file = await listedFile(kind, view, words);
  saveFile(new Blob([file.text], { type: "text/csv;charset=utf-8" }), file.name);
}

/** What the rows of a table were narrowed by: of the filter what speaks of them, and the table's own choices. */
function narrowedBy(kind: ListedKind, view: ViewState, { say, t }: Words): string {
  const isOfRecords = kind === "listings" || kind === "candidates" || kind === "gaps";
  const place = view.selectedOnly && knowsPlace(kind) ? placeOfSelection(view.selection) : null;
  return [
    say(isOfRecords ? recordFilterSentence(view.filter) : filterSentence(view.filter)),
    knowsPlace(kind) && view.resource !== null ? t("table.material", { name: view.resource }) : "",
    place === null ? "" : t("table.onlyPlace", { name: place }),
    kind === "candidates" && view.section !== "gaps" ? t(`section.${view.section}`) : "",
  ]
    .filter((part) => part !== "")
    .join(t("list.then"));
}

async function listedFile<K extends ListedKind>(
  kind: K,
  view: ViewState,
  words: Words,
): Promise<{ readonly name: string; readonly text: string; readonly kind: K }> {
  const page = await askAll(kind, rowsQueryOf(kind, view), fileLimit);
  const table: TableOf<RowOf[K]> = tableOf[kind](words);
  const notes = notesOf(words, {
    title: words.t(`record.${kind}`),
    filter: narrowedBy(kind, view, words),
    ...(page.asOf === undefined ? {} : { day: words.t("day.judged", { day: page.asOf }) }),
    networkVersion: page.networkVersion,
    shown: page.items.length,
    total: page.total,
  });
  const csv = tableCsv(table, page.items, notes, {
    sort: listedKindOf(view) === kind ? view.sort : [],
    language: words.language,
  });
  return { kind, text: csv, name: fileName([kind, `v${page.networkVersion}`], "csv") };
}
