import type { MaterialDetail } from "#graph/schema/answers/material.ts";
import type { Rule } from "#graph/schema/records/rule.ts";
import { EmptyNote } from "#client/ui/asked.tsx";
import { EvidenceLine } from "#client/ui/marks.tsx";
import { Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** Rules that use the material: for what, in which industry, within which limits, and where that is written. */
export function MaterialRules({ rules }: Pick<MaterialDetail, "rules">) {
  const { t, count } = useWords();
  return (
    <Section
      title={t("material.rules")}
      aside={rules.length > 0 && <span className="secondary number">{count(rules.length)}</span>}
    >
      {rules.length === 0 ? (
        <EmptyNote>{t("material.noRule")}</EmptyNote>
      ) : (
        <ul className="facts">
          {rules.map((rule) => (
            <RuleItem key={rule.id} rule={rule} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function RuleItem({ rule }: { readonly rule: Rule }) {
  const { t, pick, eitherText, measure } = useWords();
  const { substitutionRatio, standard } = rule;
  const technicalLimit = eitherText(rule.technicalLimitZh, rule.technicalLimitEn);
  return (
    <li className="fact">
      <p>
        <code>{rule.id}</code> <strong>{pick(rule.useZh, rule.useEn)}</strong>{" "}
        <span className="tag">{t(`ruleSupport.${rule.support}`)}</span>
      </p>
      <p className="secondary">
        {t("material.ruleWaste", { name: pick(rule.wasteZh, rule.wasteEn) })}
        {rule.targetIndustryCodes.length > 0 &&
          ` · ${t("material.ruleIndustry", { codes: rule.targetIndustryCodes.join(t("list.and")) })}`}
      </p>
      {substitutionRatio !== null && <p>{t("material.ruleRatio", { ratio: measure(substitutionRatio) })}</p>}
      {technicalLimit !== null && (
        <p className="secondary">{t("candidate.limit", { text: technicalLimit })}</p>
      )}
      {standard !== null && <p className="secondary">{t("candidate.standard", { text: standard })}</p>}
      <EvidenceLine evidence={rule.evidence} />
    </li>
  );
}
