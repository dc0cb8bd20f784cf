import type { Party } from "#graph/matching/ends/parties.ts";

/** Trades that pass on what they receive: networks, gas and water works, recyclers, shops and stores. */
const passesOn = /^(?:42|443|45|46|5|77|78)/;

/** An enterprise that offers or gives a thing itself is not guessed to be in want of it. */
export function hasItsOwn({ enterprise, supplies }: Party, code: string, offersIt: boolean): boolean {
  return (offersIt || supplies.has(code)) && !passesOn.test(enterprise.industryCode ?? "");
}
