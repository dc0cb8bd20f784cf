import type { Fault, Report } from "./check-fields.ts";
import { aliasOwners, checkAliases, type AliasOwners } from "./check-aliases.ts";
import { checkRecord, type Lookup } from "./check-record.ts";
import { lostZeroDoubt } from "./industry-codes.ts";
import type { Issue } from "./issue.ts";
import { checkPlausibility } from "./plausibility.ts";
import { probableTwins } from "./enterprise-twins.ts";
import type { Enterprise } from "#graph/schema/records/enterprise.ts";
import type { Exchange } from "#graph/schema/records/exchange.ts";
import { findTwins, plainName, type OnTwin } from "./twins.ts";
import { emptyNetwork, forEachKind, type Network } from "#graph/schema/records/network.ts";
import { keyOf, recordKinds, type RecordKind, type TaggedRecord } from "#graph/schema/records/records.ts";

/** File and line a record came from. */
export type Locate = (record: object) => { readonly file: string; readonly line: number } | null;

const nowhere: Locate = () => null;
const maxShown = 120;

/** Takes issues one by one. */
export type OnIssue = (issue: Issue) => void;

/** `checkEach`, its issues as a list. */
export function checkRecords(
  records: Iterable<TaggedRecord>,
  existing: Network,
  locate: Locate = nowhere,
  thisYear: number | null = null,
): Issue[] {
  const issues: Issue[] = [];
  checkEach(records, existing, { locate, thisYear, onIssue: (issue) => void issues.push(issue) });
  return issues;
}

export interface CheckOptions {
  readonly locate: Locate;
  /** The calendar year of the check, for what is yet to come; null where that is not judged. */
  readonly thisYear: number | null;
  readonly onIssue: OnIssue;
}

/**
 * Checks records that are to be merged into a network against each other and against it: reports every fault, in
 * the order of the records. A key that the network holds already is an update, not a duplicate; records of the
 * network that point at updated ones are checked again. Severity `warning` does not make an import fail.
 */
export function checkEach(
  records: Iterable<TaggedRecord>,
  existing: Network,
  { locate, thisYear, onIssue }: CheckOptions,
): void {
  const incoming = [...records];
  const tables = makeTables(existing);
  const seen = makeTables(emptyNetwork);
  const replaced = new Set<string>();
  for (const tagged of incoming) {
    const { kind } = tagged;
    const key = keyOf(tagged);
    if (seen[kind].has(key)) onIssue(toIssue(tagged, duplicate(kind, key), locate));
    else if (tables[kind].has(key)) replaced.add(`${kind}:${key}`);
    seen[kind].set(key, tagged.record);
    tables[kind].set(key, tagged.record);
  }
  const owners = aliasOwners(tables);
  const lookup = makeLookup(tables, owners);
  const lengths = industryCodeLengths(incoming);
  for (const tagged of incoming) {
    const report = reporterOf(tagged, onIssue, locate);
    checkRecord(tagged, lookup, report);
    checkAliases(tagged, tables, owners, report);
    checkLostZero(tagged, lengths, report);
    checkPlausibility(tagged, { thisYear, park: lookup.park }, report);
  }
  const onTwin = (tagged: TaggedRecord, fault: Fault) => onIssue(toIssue(tagged, fault, locate));
  findTwins(incoming, existing, onTwin);
  findProbableTwins(incoming, tables, onTwin);
  if (replaced.size > 0) checkUntouched({ existing, seen, lookup, onIssue });
}

/** Warns of plants that come in and are probably there already, each pair once. */
function findProbableTwins(incoming: readonly TaggedRecord[], tables: Tables, onTwin: OnTwin): void {
  const coming = new Map(
    incoming.flatMap((each) => (each.kind === "enterprises" ? [[keyOf(each), each]] : [])),
  );
  if (coming.size === 0) return;
  const enterprises = [...tables.enterprises.values()] as Enterprise[];
  const exchanges = [...tables.exchanges.values()] as Exchange[];
  for (const { ids, reasons } of probableTwins({ enterprises, exchanges })) {
    const at = coming.has(ids[1]) ? 1 : 0;
    const tagged = coming.get(ids[at]);
    const [one, other] = ids.map(
      (id) => (tables.enterprises.get(id) as Enterprise | undefined)?.nameZh ?? id,
    );
    // Equal names are told of as such.
    if (tagged === undefined || plainName(one ?? "") === plainName(other ?? "")) continue;
    const reason = reasons[at];
    onTwin(tagged, {
      code: "probable-twin",
      severity: "warning",
      column: "name_zh",
      value: (at === 1 ? other : one) ?? "",
      reason,
    });
  }
}

/** Checks a whole network: the faults a store would be damaged by, and those an import would refuse. */
export function checkNetwork(network: Network, thisYear: number | null = null): Issue[] {
  return checkRecords(recordsOf(network), emptyNetwork, nowhere, thisYear);
}

/** How many digits the industry codes of enterprises have. */
function industryCodeLengths(records: readonly TaggedRecord[]): ReadonlySet<number> {
  const codes = records.map((tagged) => (tagged.kind === "enterprises" ? tagged.record.industryCode : null));
  return new Set(codes.filter((code) => code !== null).map((code) => code.length));
}

function checkLostZero(tagged: TaggedRecord, lengths: ReadonlySet<number>, report: Report): void {
  const code = tagged.kind === "enterprises" ? tagged.record.industryCode : null;
  const reason = code === null ? null : lostZeroDoubt(code, lengths);
  if (code !== null && reason !== null)
    report({ code: "lost-zero", severity: "warning", column: "industry_code", value: code, reason });
}

/** All records of a network, each with its kind, in the order in which they must be stored. */
export function* recordsOf(network: Network): Generator<TaggedRecord> {
  for (const kind of recordKinds) for (const record of network[kind]) yield { kind, record } as TaggedRecord;
}

type Tables = Readonly<Record<RecordKind, Map<string, object>>>;

function makeTables(network: Network): Tables {
  const tables: Tables = forEachKind(() => new Map());
  for (const tagged of recordsOf(network)) tables[tagged.kind].set(keyOf(tagged), tagged.record);
  return tables;
}

function makeLookup(tables: Tables, owners: AliasOwners): Lookup {
  return {
    resource: (code) => tables.resources.get(code) as ReturnType<Lookup["resource"]>,
    park: (id) => tables.parks.get(id) as ReturnType<Lookup["park"]>,
    enterprise: (id) => tables.enterprises.get(id) as ReturnType<Lookup["enterprise"]>,
    exchange: (id) => tables.exchanges.get(id) as ReturnType<Lookup["exchange"]>,
    listing: (id) => tables.listings.get(id) as ReturnType<Lookup["listing"]>,
    renamed: (kind, id) => owners.of(kind, id)[0],
  };
}

/** Records that stay as they are may still be broken by an update of what they point at. */
function checkUntouched(context: {
  readonly existing: Network;
  readonly seen: Tables;
  readonly lookup: Lookup;
  readonly onIssue: OnIssue;
}): void {
  for (const tagged of recordsOf(context.existing))
    if (!context.seen[tagged.kind].has(keyOf(tagged)))
      checkRecord(tagged, context.lookup, (fault) => {
        // A code that today's list refuses is no fault of this import.
        if (fault.code !== "unknown-industry") context.onIssue(toIssue(tagged, fault, nowhere));
      });
}

const duplicate = (kind: RecordKind, key: string): Fault => ({
  code: "duplicate-id",
  column: kind === "resources" ? "code" : "id",
  value: key,
  reason: {
    zh: "同一次导入中该编号出现了两次",
    en: "the same key stands twice in one import",
  },
});

function reporterOf(tagged: TaggedRecord, onIssue: OnIssue, locate: Locate): Report {
  return (fault) => onIssue(toIssue(tagged, fault, locate));
}

function toIssue(tagged: TaggedRecord, fault: Fault, locate: Locate): Issue {
  const origin = locate(tagged.record);
  return {
    code: fault.code,
    severity: fault.severity ?? "error",
    recordKind: tagged.kind,
    recordId: keyOf(tagged),
    file: origin?.file ?? null,
    line: origin?.line ?? null,
    column: fault.column,
    value: fault.value.slice(0, maxShown),
    reason: fault.reason,
  };
}
