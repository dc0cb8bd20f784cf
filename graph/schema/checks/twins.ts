import type { Network } from "#graph/schema/records/network.ts";
import type { Quantity } from "#graph/schema/records/quantity.ts";
import { keyOf, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { Text } from "#graph/schema/text.ts";
import type { Fault } from "./check-fields.ts";

/** Takes a warning about a record. */
export type OnTwin = (tagged: TaggedRecord, fault: Fault) => void;

/**
 * Warns of records that are most likely one and the same under two ids: ids that differ only by letter case, parks of
 * one name, enterprises of one name in one park or city, and exchanges or listings equal in all that counts. Each pair is
 * told once, at the record that comes in and after its twin.
 */
export function findTwins(incoming: readonly TaggedRecord[], existing: Network, onTwin: OnTwin): void {
  const kinds = new Set(incoming.map(({ kind }) => kind));
  const seen = new Map<string, string>();
  const note = (tagged: TaggedRecord) => {
    for (const sameness of samenessesOf(tagged))
      if (!seen.has(sameness.key)) seen.set(sameness.key, keyOf(tagged));
  };
  const coming = new Set(incoming.map((tagged) => `${tagged.kind}:${keyOf(tagged)}`));
  for (const kind of kinds)
    for (const record of existing[kind]) {
      const tagged = { kind, record } as TaggedRecord;
      if (!coming.has(`${kind}:${keyOf(tagged)}`)) note(tagged);
    }
  for (const tagged of incoming) {
    for (const { key, column, value, words } of samenessesOf(tagged)) {
      const twin = seen.get(key);
      if (twin !== undefined && twin !== keyOf(tagged))
        onTwin(tagged, { code: "twin", severity: "warning", column, value, reason: words(twin) });
    }
    note(tagged);
  }
}

/** A way in which two records may be the same. */
interface Sameness {
  readonly key: string;
  readonly column: string;
  readonly value: string;
  readonly words: (twin: string) => Text;
}

function samenessesOf(tagged: TaggedRecord): Sameness[] {
  const found = [sameId(tagged.kind, keyOf(tagged))];
  if (tagged.kind === "parks") found.push(sameName(tagged, ""));
  if (tagged.kind === "enterprises" && tagged.record.kind === "plant") {
    const { parkId, cityCode } = tagged.record;
    const place = parkId ?? cityCode;
    if (place !== null) found.push(sameName(tagged, place));
  }
  if (tagged.kind === "exchanges") found.push(sameExchange(tagged.record));
  if (tagged.kind === "listings") found.push(sameListing(tagged.record));
  return found;
}

function sameId(kind: RecordKind, id: string): Sameness {
  return {
    key: `id ${kind} ${id.toLowerCase()}`,
    column: kind === "resources" ? "code" : "id",
    value: id,
    words: (twin) => ({
      zh: `与 ${twin} 只有大小写不同：是否为同一条记录？`,
      en: `differs from ${twin} by letter case alone: is it the same record?`,
    }),
  };
}

/** Names as people read them: composed or not, full-width or not, with or without blanks and brackets. */
export function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s()·,，、.。-]/g, "");
}

function sameName(tagged: Extract<TaggedRecord, { kind: "parks" | "enterprises" }>, place: string): Sameness {
  const { nameZh } = tagged.record;
  return {
    key: `name ${tagged.kind} ${place} ${plainName(nameZh)}`,
    column: "name_zh",
    value: nameZh,
    words: (twin) => ({
      zh: `与 ${twin} 同名同地：是否为同一条记录？`,
      en: `has the name and place of ${twin}: is it the same record?`,
    }),
  };
}

function sameExchange(record: Extract<TaggedRecord, { kind: "exchanges" }>["record"]): Sameness {
  const { id, supplierId, receiverId, resourceCode, resourceZh, quantity, status, yearFrom, yearTo } = record;
  const what = [supplierId, receiverId, resourceCode, plainName(resourceZh), status, yearFrom, yearTo];
  return {
    key: `exchange ${JSON.stringify([...what, ...amountOf(quantity)])}`,
    column: "id",
    value: id,
    words: (twin) => ({
      zh: `与 ${twin} 除编号外相同（供方、受方、资源、数量、年份）：会被计算两次`,
      en: `equals ${twin} in supplier, receiver, resource, quantity and years: it is counted twice`,
    }),
  };
}

function sameListing(record: Extract<TaggedRecord, { kind: "listings" }>["record"]): Sameness {
  const { id, enterpriseId, direction, resourceCodes, resourceZh, quantity, status, yearFrom, yearTo } =
    record;
  const what = [enterpriseId, direction, resourceCodes.toSorted(), plainName(resourceZh), status];
  const rest = [yearFrom, yearTo, record.validUntil, record.partOf, record.qualityZh];
  return {
    key: `listing ${JSON.stringify([...what, ...rest, ...amountOf(quantity)])}`,
    column: "id",
    value: id,
    words: (twin) => ({
      zh: `与 ${twin} 除编号外相同（企业、供需、资源、数量、质量、时间）：会被计算两次`,
      en: `equals ${twin} in enterprise, direction, resource, quantity, quality and time: it is counted twice`,
    }),
  };
}

const amountOf = (quantity: Quantity | null) =>
  quantity === null ? [] : [quantity.perYear, quantity.perYearUnit, quantity.kind];
