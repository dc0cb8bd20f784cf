import type { End } from "#graph/matching/ends/end.ts";
import type { MatchIndex } from "./match-index.ts";

/** Trades that pass on what they receive: networks, gas and water works, recyclers, shops and stores. */
const passesOn = /^(?:42|443|45|46|5|77|78)/;

/** An enterprise that offers or gives a thing itself is not guessed to be in want of it. */
export function hasItsOwn(user: End, code: string, index: MatchIndex): boolean {
  const { enterprise, supplies } = user.party;
  if (passesOn.test(enterprise.industryCode ?? "")) return false;
  return supplies.has(code) || lists("offer", user, code, index);
}

/** An enterprise that says itself what it offers or needs is not guessed at. */
export function lists(
  side: "offer" | "need",
  { party }: End,
  code: string,
  { listedCodes, table }: MatchIndex,
): boolean {
  const codes = listedCodes[side].get(party.index) ?? [];
  return codes.some((own) => table.matchOf(own, code) !== null);
}
