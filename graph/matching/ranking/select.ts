import type { Candidate, CandidateListName } from "#graph/schema/answers/candidate.ts";
import type { Material } from "#graph/projection/materials.ts";
import { recordConditions } from "#graph/projection/filter/conditions.ts";
import { subjectOfCandidate } from "#graph/projection/filter/record-subject.ts";
import type { NetworkIndex } from "#graph/projection/network-index.ts";
import type { RecordFilter } from "#graph/schema/filter/filter.ts";

/** Which candidates are wanted. Absent = no condition, except `list`, `existing` and `gates`, which have defaults. */
export interface CandidateSelection {
  readonly id?: string | undefined;
  /** Each of these has an end of the candidate: one place, or the two of a pair in either direction. */
  readonly placeIds?: readonly string[] | undefined;
  readonly listingId?: string | undefined;
  /** The conditions of the filter that speak of candidates. */
  readonly filter?: RecordFilter | undefined;
  readonly material?: Material | undefined;
  /** Default `between-parks`. */
  readonly list?: CandidateListName | "all" | undefined;
  readonly crossProvince?: boolean | undefined;
  readonly inferred?: boolean | undefined;
  /** True = also pairs that already exchange, `only` = these alone; default false. */
  readonly existing?: boolean | "only" | undefined;
  /** False = nothing folded (see `foldCandidates`); default true, but false where one candidate or listing is asked for. */
  readonly fold?: boolean | undefined;
  /** Default `open`: no gate fails. */
  readonly gates?: "open" | "blocked" | "all" | undefined;
}

/** What the choice reads of a candidate. */
type Chosen = Pick<
  Candidate,
  | "id"
  | "list"
  | "layer"
  | "resourceCode"
  | "inferred"
  | "supplier"
  | "receiver"
  | "blocked"
  | "existingExchangeId"
>;

/** The candidates wanted, in the order given. */
export function selectCandidates<T extends Chosen>(
  candidates: readonly T[],
  selection: CandidateSelection,
  index: NetworkIndex,
): readonly T[] {
  const conditions = [...conditionsOf(selection), ...filterConditions(selection.filter, index)];
  return candidates.filter((candidate) => conditions.every((holds) => holds(candidate)));
}

const endsOf = ({ supplier, receiver }: Chosen) => [supplier, receiver] as const;

type Condition = (candidate: Chosen) => boolean;

function conditionsOf(selection: CandidateSelection): readonly Condition[] {
  const {
    id,
    placeIds = [],
    listingId,
    material,
    list = "between-parks",
    crossProvince,
    inferred,
  } = selection;
  const conditions: (Condition | undefined)[] = [
    id === undefined ? undefined : (candidate) => candidate.id === id,
    ...placeIds.map((id) => (candidate: Chosen) => endsOf(candidate).some((end) => end.placeId === id)),
    isOnePlaceTwice(placeIds) ? ({ supplier, receiver }) => supplier.placeId === receiver.placeId : undefined,
    listingId === undefined
      ? undefined
      : (candidate) => endsOf(candidate).some((end) => end.listingId === listingId),
    material && ((candidate) => isOf(candidate, material)),
    list === "all" ? undefined : (candidate) => candidate.list === list,
    crossProvince === undefined ? undefined : (candidate) => crossesProvinces(candidate) === crossProvince,
    inferred === undefined ? undefined : (candidate) => candidate.inferred === inferred,
    existingCondition(selection.existing ?? false),
    gateCondition(selection.gates ?? "open"),
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** A pair of one place with itself: both ends there. */
const isOnePlaceTwice = (placeIds: readonly string[]) => placeIds.length === 2 && placeIds[0] === placeIds[1];

function filterConditions(filter: RecordFilter | undefined, index: NetworkIndex): readonly Condition[] {
  const conditions = filter === undefined ? [] : recordConditions(filter);
  if (conditions.length === 0) return [];
  return [
    (candidate) => {
      const subject = subjectOfCandidate(candidate, index);
      return conditions.every((meets) => meets(subject));
    },
  ];
}

/** Of a code or one below it; of a name: an end says so in these words. */
function isOf({ resourceCode, supplier, receiver }: Chosen, material: Material): boolean {
  if (material.resource !== null) return material.codes.includes(resourceCode);
  return supplier.resourceZh === material.nameZh || receiver.resourceZh === material.nameZh;
}

function existingCondition(existing: boolean | "only"): Condition | undefined {
  if (existing === true) return undefined;
  return (candidate) => (candidate.existingExchangeId !== null) === (existing === "only");
}

function gateCondition(gates: "open" | "blocked" | "all"): Condition | undefined {
  if (gates === "all") return undefined;
  return (candidate) => candidate.blocked === (gates === "blocked");
}

/** Unknown provinces never count as a crossing. */
function crossesProvinces({ supplier, receiver }: Chosen): boolean {
  return (
    supplier.provinceCode !== null &&
    receiver.provinceCode !== null &&
    supplier.provinceCode !== receiver.provinceCode
  );
}
