import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Material } from "#graph/projection/materials.ts";
import type { Layer } from "#graph/schema/records/layer.ts";

/** Which candidates are wanted. Absent = no condition, except `existing` and `gates`, which have defaults. */
export interface CandidateSelection {
  readonly id?: string | undefined;
  /** Each of these has an end of the candidate: one place, or the two of a pair in either direction. */
  readonly placeIds?: readonly string[] | undefined;
  readonly listingId?: string | undefined;
  readonly layers?: readonly Layer[] | undefined;
  readonly material?: Material | undefined;
  readonly crossProvince?: boolean | undefined;
  readonly inferred?: boolean | undefined;
  readonly pooled?: boolean | undefined;
  /** True = also pairs that already exchange; default false. */
  readonly existing?: boolean | undefined;
  /** Default `open`: no gate fails. */
  readonly gates?: "open" | "blocked" | "all" | undefined;
}

/** What the choice reads of a candidate. */
type Chosen = Pick<
  Candidate,
  "id" | "layer" | "resourceCode" | "inferred" | "supplier" | "receiver" | "blocked" | "existingExchangeId"
>;

/** The candidates wanted, in the order given. */
export function selectCandidates<T extends Chosen>(
  candidates: readonly T[],
  selection: CandidateSelection,
): readonly T[] {
  const conditions = conditionsOf(selection);
  return candidates.filter((candidate) => conditions.every((holds) => holds(candidate)));
}

const endsOf = ({ supplier, receiver }: Chosen) => [supplier, receiver] as const;

type Condition = (candidate: Chosen) => boolean;

function conditionsOf(selection: CandidateSelection): readonly Condition[] {
  const { id, placeIds = [], listingId, layers, material, crossProvince, inferred } = selection;
  const conditions: (Condition | undefined)[] = [
    id === undefined ? undefined : (candidate) => candidate.id === id,
    ...placeIds.map((id) => (candidate: Chosen) => endsOf(candidate).some((end) => end.placeId === id)),
    listingId === undefined
      ? undefined
      : (candidate) => endsOf(candidate).some((end) => end.listingId === listingId),
    layers && ((candidate) => layers.includes(candidate.layer)),
    material && ((candidate) => isOf(candidate, material)),
    crossProvince === undefined ? undefined : (candidate) => crossesProvinces(candidate) === crossProvince,
    inferred === undefined ? undefined : (candidate) => candidate.inferred === inferred,
    selection.pooled === false
      ? (candidate) => endsOf(candidate).every((end) => end.kind !== "pooled")
      : undefined,
    selection.existing === true ? undefined : (candidate) => candidate.existingExchangeId === null,
    gateCondition(selection.gates ?? "open"),
  ];
  return conditions.filter((condition) => condition !== undefined);
}

/** Of a code or one below it; of a name: an end says so in these words. */
function isOf({ resourceCode, supplier, receiver }: Chosen, material: Material): boolean {
  if (material.resource !== null) return material.codes.includes(resourceCode);
  return supplier.resourceZh === material.nameZh || receiver.resourceZh === material.nameZh;
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
