import { makeEnterprise, makePark } from "#test/fixtures/small-network.ts";
import { makeResource } from "./sample-records.ts";
import { keyOf, recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";

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
    case "activities":
      return to("enterprises", tagged.record.enterpriseId);
    case "coefficients":
    case "totals":
      return to("resources", tagged.record.resourceCode);
    case "prices":
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

  info(): { networkVersion: number; counts: Record<RecordKind, number>; syntheticCount: number } {
    const all = [...this.#records.values()];
    const counts = recordKinds.map((kind) => [kind, all.filter((tagged) => tagged.kind === kind).length]);
    return {
      networkVersion: this.version,
      counts: Object.fromEntries(counts) as Record<RecordKind, number>,
      syntheticCount: all.filter(({ record }) => record.evidence.synthetic).length,
    };
  }

  read(kind: RecordKind, key: string): unknown {
    return this.#records.get(`${kind}/${key}`)?.record ?? null;
  }

  page(kind: RecordKind, after: string | null, limit: number): Record<string, unknown> {
    const all = [...this.#records.values()].filter((tagged) => tagged.kind === kind);
    const rest = all
      .filter((tagged) => byCodePoint(keyOf(tagged), after ?? "") > 0)
      .sort((left, right) => byCodePoint(keyOf(left), keyOf(right)));
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(({ record }) => record),
      total: all.length,
      next: rest.length > limit && last !== undefined ? keyOf(last) : null,
      networkVersion: this.version,
    };
  }

  network(): Record<string, unknown> {
    const kinds = recordKinds.map((kind) => [kind, this.recordsOf(kind)] as const);
    return { version: this.version, ...Object.fromEntries(kinds) };
  }
}

/** The records, and a plain one for everything they point at and do not bring. */
export function withTargets(records: readonly TaggedRecord[]): TaggedRecord[] {
  const known = new Map(records.map((tagged) => [`${tagged.kind}/${keyOf(tagged)}`, tagged]));
  const open = [...records];
  for (let tagged = open.pop(); tagged !== undefined; tagged = open.pop()) {
    for (const { target, key } of pointersOf(tagged)) {
      if (known.has(`${target}/${key}`)) continue;
      const plain = plainRecord(target, key);
      known.set(`${target}/${key}`, plain);
      open.push(plain);
    }
  }
  return [...known.values()];
}

function plainRecord(kind: string, key: string): TaggedRecord {
  if (kind === "resources") return { kind, record: makeResource(key) };
  if (kind === "parks") return { kind, record: makePark(key) };
  return { kind: "enterprises", record: makeEnterprise(key) };
}
