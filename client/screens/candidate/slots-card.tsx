import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { slotNames } from "./candidate-words.ts";
import { useWords } from "#client/ui/use-words.ts";

/** Slots that may not apply. */
type EmptySlot = "decider" | "precedent" | "firstCall";

/** The explanation of a candidate in its fixed order; a slot that does not apply says so, and none is left out. */
export function SlotsCard({ slots }: { readonly slots: Candidate["slots"] }) {
  const { t, say } = useWords();
  return (
    <dl className="slots">
      {slotNames.map((name) => {
        const text = slots[name];
        return (
          <div key={name} className={`slot slot-${name}`}>
            <dt>{t(`slot.${name}`)}</dt>
            <dd className={text === null ? "secondary" : undefined}>
              {text === null ? t(`slot.none.${name as EmptySlot}`) : say(text)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
