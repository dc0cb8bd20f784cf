import type { Gate } from "#graph/schema/answers/candidate.ts";
import { LegalBasisNote } from "./legal-basis.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** Each gate with its verdict in words, the reason, and article, dates and check of the law behind it: never a decision. */
export function GateTable({ gates }: { readonly gates: readonly Gate[] }) {
  const { t } = useWords();
  return (
    <table className="gate-table">
      <caption className="visually-hidden">{t("candidate.gates")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("gate.name")}</th>
          <th scope="col">{t("gate.verdict")}</th>
          <th scope="col">{t("gate.reason")}</th>
        </tr>
      </thead>
      <tbody>
        {gates.map((gate) => (
          <GateRow key={gate.id} gate={gate} />
        ))}
      </tbody>
    </table>
  );
}

function GateRow({ gate }: { readonly gate: Gate }) {
  const { t, pick } = useWords();
  return (
    <tr>
      <th scope="row">{t(`gate.${gate.id}`)}</th>
      <td>
        <span className={`verdict verdict-${gate.verdict}`}>{t(`verdict.${gate.verdict}`)}</span>
      </td>
      <td>
        {pick(gate.reasonZh, gate.reasonEn)}{" "}
        {gate.assumption && <span className="tag tag-synthetic">{t("gate.assumption")}</span>}
        {gate.legal !== null && <LegalBasisNote legal={gate.legal} />}
      </td>
    </tr>
  );
}
