import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Evidence } from "#graph/schema/records/evidence.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import type { Listing } from "#graph/schema/records/listing.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import { parseList, type Cell, type RowReader, type Share } from "./record-table.ts";

/**
 * Walks through the cells of a row, one property after the other: an object literal takes its values in the order it is
 * written in, so a reader lists the properties in the order of the columns, as the record table does. Literals make
 * records of one fixed shape, quicker and smaller than objects that grow property by property.
 */
class RowCursor {
  readonly #share: Share;
  #row: readonly Cell[] = [];
  #at = 0;
  #evidence: Evidence | null = null;
  readonly #lists = new Map<string, string[]>();

  constructor(share: Share) {
    this.#share = share;
  }

  enter(row: readonly Cell[]): this {
    this.#row = row;
    this.#at = 0;
    return this;
  }

  /* oxlint-disable typescript/no-unnecessary-type-parameters -- each property says its type, as with the codecs */
  /**
   * A text or a number, or null: the cell as it is. The key of an enterprise is one, too: it is rarely the same as that
   * of a neighbour, and looking up a shared copy of each would cost more than all other reading together.
   */
  plain<T extends Cell>(): T {
    return this.#row[this.#at++] as T;
  }

  word<T extends string | null>(): T {
    const at = this.#at++;
    const cell = this.#row[at];
    return (typeof cell === "string" ? this.#share(cell, at) : null) as T;
  }

  flag<T extends boolean | null>(): T {
    return flagOf(this.#row[this.#at++]) as T;
  }
  /* oxlint-enable typescript/no-unnecessary-type-parameters */

  /** Few lists differ: equal ones are one array, which nobody ever changes. */
  list(): string[] {
    const cell = this.#row[this.#at++];
    if (typeof cell !== "string") return parseList(cell);
    let items = this.#lists.get(cell);
    if (items === undefined) {
      items = parseList(cell);
      this.#lists.set(cell, items);
    }
    return items;
  }

  quantity(): Quantity | null {
    if (this.#row[this.#at] === null) {
      this.#at += 6;
      return null;
    }
    return {
      amount: this.plain(),
      unit: this.word(),
      kind: this.word(),
      perYear: this.plain(),
      perYearUnit: this.word(),
      assumption: this.word(),
    };
  }

  /** Neighbouring records often stand on the same evidence: they then share one object, which nobody ever changes. */
  evidence(): Evidence {
    const last = this.#evidence;
    if (last !== null && this.#isNext(last)) {
      this.#at += 8;
      return last;
    }
    this.#evidence = {
      grade: this.word(),
      sourceKind: this.word(),
      sourceUrl: this.word(),
      confidence: this.word(),
      asOfYear: this.plain(),
      noteZh: this.plain(),
      noteEn: this.plain(),
      synthetic: this.flag(),
    };
    return this.#evidence;
  }

  #isNext(evidence: Evidence): boolean {
    const row = this.#row;
    const at = this.#at;
    return (
      row[at] === evidence.grade &&
      row[at + 1] === evidence.sourceKind &&
      row[at + 2] === evidence.sourceUrl &&
      row[at + 3] === evidence.confidence &&
      row[at + 4] === evidence.asOfYear &&
      row[at + 5] === evidence.noteZh &&
      row[at + 6] === evidence.noteEn &&
      flagOf(row[at + 7]) === evidence.synthetic
    );
  }
}

function flagOf(cell: Cell | undefined): boolean | null {
  return cell === null ? null : cell === 1;
}

function readerBy<T>(read: (row: RowCursor) => T): (share: Share) => RowReader<T> {
  return (share) => {
    const cursor = new RowCursor(share);
    return (row) => read(cursor.enter(row));
  };
}

export const enterpriseReader = readerBy<Enterprise>((row) => ({
  id: row.plain(),
  nameZh: row.plain(),
  nameEn: row.plain(),
  otherNames: row.list(),
  aliases: row.list(),
  kind: row.word(),
  parkId: row.word(),
  areaZh: row.word(),
  areaEn: row.word(),
  countyCode: row.word(),
  cityCode: row.word(),
  provinceCode: row.word(),
  industryZh: row.word(),
  industryEn: row.word(),
  industryCode: row.word(),
  industryBasisZh: row.word(),
  industryBasisEn: row.word(),
  companyZh: row.word(),
  companyEn: row.word(),
  lon: row.plain(),
  lat: row.plain(),
  coordSourceZh: row.word(),
  coordSourceEn: row.word(),
  coordErrorKm: row.plain(),
  placeBasisZh: row.word(),
  placeBasisEn: row.word(),
  noteZh: row.plain(),
  noteEn: row.plain(),
  evidence: row.evidence(),
}));

export const exchangeReader = readerBy<Exchange>((row) => ({
  id: row.plain(),
  aliases: row.list(),
  supplierId: row.plain(),
  receiverId: row.plain(),
  resourceCode: row.word(),
  resourceZh: row.word(),
  resourceEn: row.word(),
  layer: row.word(),
  linkKind: row.word(),
  quantity: row.quantity(),
  quantityNoteZh: row.plain(),
  quantityNoteEn: row.plain(),
  hazardous: row.flag(),
  status: row.word(),
  statusNoteZh: row.word(),
  statusNoteEn: row.word(),
  yearFrom: row.plain(),
  yearTo: row.plain(),
  sameCompany: row.flag(),
  evidence: row.evidence(),
}));

export const listingReader = readerBy<Listing>((row) => ({
  id: row.plain(),
  aliases: row.list(),
  enterpriseId: row.plain(),
  direction: row.word(),
  resourceCodes: row.list(),
  resourceZh: row.word(),
  resourceEn: row.word(),
  layer: row.word(),
  quantity: row.quantity(),
  quantityNoteZh: row.plain(),
  quantityNoteEn: row.plain(),
  partOf: row.plain(),
  qualityZh: row.plain(),
  qualityEn: row.plain(),
  hazardous: row.flag(),
  status: row.word(),
  statusNoteZh: row.word(),
  statusNoteEn: row.word(),
  yearFrom: row.plain(),
  yearTo: row.plain(),
  validUntil: row.word(),
  confidentiality: row.word(),
  evidence: row.evidence(),
}));
