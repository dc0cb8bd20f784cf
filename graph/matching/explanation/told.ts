import type { Candidate, Gate } from "#graph/schema/answers/candidate.ts";
import type { Text } from "#graph/schema/text.ts";
import type { WasteState } from "#graph/matching/gates/waste-state.ts";
import type { Freight } from "#graph/matching/knowledge/freight.ts";
import type { Link } from "#graph/matching/link.ts";

/** Everything the sentences of one candidate are written from: facts and names, no sentence. */
export interface Told {
  readonly link: Link;
  readonly from: Text;
  readonly to: Text;
  /** What is given, in the supplier's words, else the rule's, else the name of the code. */
  readonly given: Text;
  /** What is wanted, in the receiver's words; null where it has listed nothing. */
  readonly wanted: Text | null;
  readonly waste: WasteState;
  /** Expected length of the way, km, the error of the points in it; null where an end has no point. */
  readonly roadKm: number | null;
  /** Freight by road; null where the price book has none. */
  readonly freight: Freight | null;
  readonly distance: Candidate["distance"];
  readonly gates: readonly Gate[];
  readonly precedent: Candidate["precedent"];
  readonly existingExchangeId: string | null;
  readonly asOfYear: number;
}

export function gateOf({ gates }: Told, id: Gate["id"]): Gate | undefined {
  return gates.find((gate) => gate.id === id);
}
