import { keyOf, recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records.ts";

/** Ascending by code points, which is neither the order of UTF-16 units nor that of any language. */
export function byCodePoint(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

interface Pointer {
  readonly target: RecordKind;
  readonly key: string;
}

/** Every record a record points at. */
export function pointersOf(tagged: TaggedRecord): Pointer[] {
  const to = (target: RecordKind, ...keys: (string | null)[]) =>
    keys.flatMap((key) => (key === null ? [] : [{ target, key }]));
  switch (tagged.kind) {
    case "resources":
      return to("resources", tagged.record.parentCode);
    case "parks":
      return to("parks", ...tagged.record.overlaps);
    case "enterprises":
      return to("parks", tagged.record.parkId);
    case "exchanges": {
      const { supplierId, receiverId, resourceCode } = tagged.record;
      return [...to("enterprises", supplierId, receiverId), ...to("resources", resourceCode)];
    }
    case "listings":
      return [
        ...to("enterprises", tagged.record.enterpriseId),
        ...to("resources", ...tagged.record.resourceCodes),
      ];
    case "rules":
      return to("resources", ...tagged.record.resourceCodes);
    case "factors":
    default:
      return [];
  }
}

/** The store as simply as it can be said: what every adapter must be equal to. Records of one import have distinct keys. */
export class StoreModel {
  version = 0;
  #records = new Map<string, TaggedRecord>();

  /** Null where the import must be rejected. */
  import(
    records: readonly TaggedRecord[],
  ): { networkVersion: number; inserted: number; updated: number; unchanged: number } | null {
    const next = new Map(this.#records);
    const count = { inserted: 0, updated: 0, unchanged: 0 };
    for (const tagged of records) {
      const name = `${tagged.kind}/${keyOf(tagged)}`;
      const known = next.get(name);
      if (known === undefined) count.inserted += 1;
      else if (JSON.stringify(known) === JSON.stringify(tagged)) count.unchanged += 1;
      else count.updated += 1;
      next.set(name, tagged);
    }
    const dangles = records.some((tagged) =>
      pointersOf(tagged).some(({ target, key }) => !next.has(`${target}/${key}`)),
    );
    if (dangles) return null;
    if (count.inserted + count.updated > 0) this.version += 1;
    this.#records = next;
    return { networkVersion: this.version, ...count };
  }

  recordsOf(kind: RecordKind): unknown[] {
    return [...this.#records.values()]
      .filter((tagged) => tagged.kind === kind)
      .sort((left, right) => byCodePoint(keyOf(left), keyOf(right)))
      .map(({ record }) => record);
  }

  network(): Record<string, unknown> {
    const kinds = recordKinds.map((kind) => [kind, this.recordsOf(kind)] as const);
    return { version: this.version, ...Object.fromEntries(kinds) };
  }
}
