import { useQuery } from "@tanstack/react-query";
import type { MaterialDetail } from "#graph/schema/answers/material.ts";
import { isUnknown } from "#client/api.ts";
import { materialQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { MaterialLink } from "#client/ui/links.tsx";
import { LayerName } from "#client/ui/marks.tsx";
import { OtherName } from "#client/ui/other-name.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { MaterialCandidates } from "./material-candidates.tsx";
import { MaterialExchanges } from "./material-exchanges.tsx";
import { MaterialListings } from "./material-listings.tsx";
import { MaterialRules } from "./material-rules.tsx";

/** Right panel of one material: who offers it, who needs it, who exchanges it, who could, and what the rules say. */
export function MaterialPanel({ id }: { readonly id: string }) {
  const { t } = useWords();
  const { view } = useView();
  const found = useQuery(materialQuery(id, view));
  if (isUnknown(found.error))
    return (
      <Panel title={t("material.gone")} kicker={t("material.kicker")}>
        <EmptyNote>{t("material.goneHelp", { text: id })}</EmptyNote>
      </Panel>
    );
  return (
    <Asked what={t("what.material")} result={found}>
      {(detail) => <MaterialBody material={detail} />}
    </Asked>
  );
}

function MaterialBody({ material }: { readonly material: MaterialDetail }) {
  const { t, name } = useWords();
  return (
    <Panel title={name(material)} kicker={t("material.kicker")}>
      <MaterialHead material={material} />
      <MaterialListings material={material} />
      <MaterialExchanges material={material} />
      <MaterialCandidates material={material} />
      <MaterialRules rules={material.rules} />
    </Panel>
  );
}

const namesShown = 8;

function MaterialHead({ material }: { readonly material: MaterialDetail }) {
  const { t, name, count, pick } = useWords();
  const { resource, codes, names } = material;
  const others = resource === null ? codes : codes.filter(({ code }) => code !== resource.code);
  return (
    <>
      <OtherName nameZh={material.nameZh} nameEn={material.nameEn} />
      {resource !== null && (
        <p className="card-tags">
          <code>{resource.code}</code>
          <LayerName layer={resource.layer} />
          {resource.hazardous && <span className="tag tag-warning">{t("exchange.hazardous")}</span>}
        </p>
      )}
      {others.length > 0 && (
        <Section title={t(resource === null ? "material.codes" : "material.below")}>
          <ul className="chips">
            {others.map((one) => (
              <li key={one.code}>
                <MaterialLink id={one.code}>
                  <code>{one.code}</code> {name(one)}
                </MaterialLink>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {resource === null && others.length === 0 && <p className="note">{t("material.noCode")}</p>}
      {names.length > 0 && (
        <Section title={t("material.names")}>
          <ul className="chips">
            {names.slice(0, namesShown).map((one) => (
              <li key={one.nameZh}>
                <MaterialLink id={one.nameZh}>{pick(one.nameZh, one.nameEn)}</MaterialLink>{" "}
                <span className="secondary">{count(one.records)}</span>
              </li>
            ))}
            {names.length > namesShown && (
              <li className="secondary">
                {t("material.moreNames", { text: count(names.length - namesShown) })}
              </li>
            )}
          </ul>
        </Section>
      )}
    </>
  );
}
