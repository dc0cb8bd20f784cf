import { keyOf, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";
import type { Report } from "./check-fields.ts";

type Tables = Readonly<Record<RecordKind, ReadonlyMap<string, object>>>;

/** Which records of a kind have an id among their former ones. */
export interface AliasOwners {
  of(kind: RecordKind, id: string): readonly string[];
}

const aliasesOf = (record: object): readonly string[] =>
  "aliases" in record ? (record.aliases as readonly string[]) : [];

/** Former ids of all records; each kind is gone through when it is first asked for. */
export function aliasOwners(tables: Tables): AliasOwners {
  const ownersByKind = new Map<RecordKind, Map<string, string[]>>();
  const ownersIn = (kind: RecordKind) => {
    const known = ownersByKind.get(kind);
    if (known !== undefined) return known;
    const owners = new Map<string, string[]>();
    for (const [id, record] of tables[kind])
      for (const alias of aliasesOf(record)) owners.set(alias, [...(owners.get(alias) ?? []), id]);
    ownersByKind.set(kind, owners);
    return owners;
  };
  return { of: (kind, id) => ownersIn(kind).get(id) ?? [] };
}

/** An id names one record of its kind: no record has it as its own while another has it as a former one. */
export function checkAliases(
  tagged: TaggedRecord,
  tables: Tables,
  owners: AliasOwners,
  report: Report,
): void {
  const { kind, record } = tagged;
  const id = keyOf(tagged);
  const [owner] = owners.of(kind, id);
  if (owner !== undefined) {
    const reason = {
      zh: `这是 ${owner} 的旧编号：请写 ${owner}，或把它从 ${owner} 的旧编号中去掉`,
      en: `this is a former id of ${owner}: write that id, or take it out of the aliases of ${owner}`,
    };
    report({ code: "duplicate-id", column: "id", value: id, reason });
  }
  for (const alias of aliasesOf(record)) {
    const other = tables[kind].has(alias) ? alias : owners.of(kind, alias).find((each) => each !== id);
    if (other === undefined) continue;
    const reason =
      other === alias
        ? { zh: "已有记录使用该编号", en: "a record has this id" }
        : { zh: `${other} 也有这个旧编号`, en: `${other} has the same former id` };
    report({ code: "duplicate-id", column: "aliases", value: alias, reason });
  }
}
