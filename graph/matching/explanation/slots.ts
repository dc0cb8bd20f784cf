import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { Text } from "#graph/schema/text.ts";
import type { OpenDatum } from "./open/open-datum.ts";
import { deciderSlot } from "./slots/decider.ts";
import { firstCallSlot } from "./slots/first-call.ts";
import { permissionSlot } from "./slots/permission.ts";
import { precedentSlot } from "./slots/precedent.ts";
import { routeSlot } from "./slots/route.ts";
import { savingSlot } from "./slots/saving.ts";
import { whatSlot } from "./slots/what.ts";
import type { Told } from "./told.ts";

type Slots = Candidate["slots"];

/** The parts of an explanation in their fixed order; `data` is what is open, worth most first. */
export function slotsOf(told: Told, data: readonly OpenDatum[]): Slots {
  return {
    what: whatSlot(told),
    route: routeSlot(told),
    saving: savingSlot(told),
    decider: deciderSlot(told, data),
    permission: permissionSlot(told),
    precedent: precedentSlot(told),
    firstCall: firstCallSlot(told, data),
  };
}

/** The slots as one text: a sentence each, in order. */
export function reasonOf(slots: Slots): Text {
  const said = Object.values(slots).filter((slot) => slot !== null);
  return {
    zh: said.map(({ zh }) => `${zh}。`).join(""),
    en: said.map(({ en }) => `${en}.`).join(" "),
  };
}
