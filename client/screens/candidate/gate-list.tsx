import type { Gate } from "#graph/schema/answers/candidate.ts";
import { useWords } from "#client/ui/use-words.ts";

/** Gates with their verdict in words, the reason, and the legal source where there is one: never a decision. */
export function GateList({ gates }: { readonly gates: readonly Gate[] }) {
  return (
    <ul className="facts">
      {gates.map((gate) => (
        <GateItem key={gate.id} gate={gate} />
      ))}
    </ul>
  );
}

function GateItem({ gate }: { readonly gate: Gate }) {
  const { t, pick } = useWords();
  const { legal } = gate;
  return (
    <li className="fact">
      <p>
        <strong>{t(`gate.${gate.id}`)}</strong>{" "}
        <span className={`verdict verdict-${gate.verdict}`}>{t(`verdict.${gate.verdict}`)}</span>{" "}
        {legal !== null && <span className="tag">{t(`permission.${legal.permission}`)}</span>}{" "}
        {gate.assumption && <span className="tag tag-synthetic">{t("gate.assumption")}</span>}
      </p>
      <p>{pick(gate.reasonZh, gate.reasonEn)}</p>
      {legal !== null && (
        <p className="legal">
          {pick(legal.instrumentZh, legal.instrumentEn)} {legal.article} ·{" "}
          {t("gate.inForce", { date: legal.inForceFrom })} {pick(legal.noteZh, legal.noteEn)}
        </p>
      )}
    </li>
  );
}
