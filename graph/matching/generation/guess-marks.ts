import type { EndList } from "#graph/matching/ends/end-columns.ts";
import type { Party } from "#graph/matching/ends/parties.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import { mayBeGuessed } from "#graph/matching/rules/fit.ts";
import type { Buckets } from "./buckets.ts";
import { hasItsOwn } from "./own-listings.ts";
import { remembered } from "./remembered.ts";

/** By code and number of an enterprise: 1 for those that are not guessed at. */
export interface GuessMarks {
  /** It says itself what it offers or needs: the code, or one that meets it. */
  readonly listers: Readonly<Record<"offer" | "need", (code: string) => Uint8Array>>;
  /** Not guessed to take a code: it says itself what it needs, or has its own. */
  noUsers(code: string): Uint8Array;
  /** The same where practice alone bears the guess. */
  noUsersByPractice(code: string): Uint8Array;
}

interface Listed {
  readonly list: EndList;
  readonly byCode: Buckets;
}

/** Each row of marks is made when its code is asked first; memory: codes × enterprises bytes. */
export function guessMarks(
  parties: readonly Party[],
  table: CodeTable,
  listed: Readonly<Record<"offer" | "need", Listed>>,
): GuessMarks {
  const listersAt = ({ list, byCode }: Listed) =>
    remembered((code) => {
      const marks = new Uint8Array(parties.length);
      for (const relative of table.relativesOf(code))
        for (const item of byCode.of(relative.code)) marks[list.ends[item]?.party.index ?? -1] = 1;
      return marks;
    });
  const listers = { offer: listersAt(listed.offer), need: listersAt(listed.need) };
  const noUsers = remembered((code) => {
    const [offering, needing] = [listers.offer(code), listers.need(code)];
    return Uint8Array.from(parties, (party, at) =>
      needing[at] === 1 || hasItsOwn(party, code, offering[at] === 1) ? 1 : 0,
    );
  });
  const noUsersByPractice = remembered((code) => {
    const barred = noUsers(code);
    return Uint8Array.from(parties, (party, at) => (barred[at] === 1 || !mayBeGuessed(code, party) ? 1 : 0));
  });
  return { listers, noUsers, noUsersByPractice };
}
