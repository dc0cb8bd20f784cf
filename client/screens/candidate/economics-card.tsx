import type { ReactNode } from "react";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import type { YuanFigure } from "#graph/schema/answers/economics.ts";
import { Section } from "#client/ui/panel.tsx";
import { useWords, type Words } from "#client/ui/use-words.ts";
import { bandText, corridorWords, whole } from "./economics-words.ts";
import { PriceList } from "./price-list.tsx";

type Economics = Candidate["economics"];

/** What the candidate would bring: the datum worth most first, then money and carbon, prices and sources behind a click. */
export function EconomicsCard({ economics }: { readonly economics: Economics }) {
  const { t, count } = useWords();
  return (
    <Section title={t("economics.title")}>
      <Decisive economics={economics} />
      <dl className="pairs economics">
        <Money economics={economics} />
        <Carbon economics={economics} />
      </dl>
      {economics.terms.length > 0 && (
        <details className="secondary fold-quiet">
          <summary>{t("economics.sources", { text: count(economics.terms.length) })}</summary>
          <PriceList economics={economics} />
          <p>{t("economics.method", { worlds: economics.worlds })}</p>
        </details>
      )}
    </Section>
  );
}

function Decisive({ economics: { decisive, missing } }: { readonly economics: Economics }) {
  const { t, pick, percent, say, eitherText } = useWords();
  const how = decisive === null ? null : eitherText(decisive.howZh, decisive.howEn);
  return (
    <>
      {decisive !== null && (
        <p>
          <strong>{t("economics.decisive", { name: pick(decisive.nameZh, decisive.nameEn) })}</strong>
          {decisive.flips !== null && ` · ${t("economics.flips", { share: percent(decisive.flips) })}`}
          {how !== null && <span className="secondary"> {how}</span>}
        </p>
      )}
      {missing.length > 0 && (
        <p className="secondary">{t("economics.missing", { text: missing.map(say).join(t("list.and")) })}</p>
      )}
    </>
  );
}

interface RowProps {
  readonly name: string;
  readonly children: ReactNode;
}

function Row({ name, children }: RowProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Money({ economics }: { readonly economics: Economics }) {
  const words = useWords();
  const { t, percent } = words;
  const { surplus, surplusPerYear, pays, paysAndFits, breakEvenKm, routeKm, via, corridor, worlds } =
    economics;
  if (surplus === null) return null;
  return (
    <>
      <Row name={t("economics.surplus")}>
        <Figure figure={surplus} unit="perTonne" />
      </Row>
      {surplusPerYear?.band && (
        <Row name={t("economics.yearly")}>
          <Figure figure={surplusPerYear} unit="perYear" />
        </Row>
      )}
      {pays !== null && paysAndFits !== null && (
        <Row name={t("economics.pays")}>
          {t("economics.paysText", { worlds, pays: percent(pays), both: percent(paysAndFits) })}
        </Row>
      )}
      {breakEvenKm !== null && routeKm !== null && (
        <Row name={t("economics.breakEven")}>
          {t("economics.breakEvenText", {
            text: bandText(words, breakEvenKm),
            route: whole(words, routeKm.best),
          })}
          {via !== null && t("economics.via", { name: words.say(via) })}
        </Row>
      )}
      {corridor !== null && <Row name={t("economics.corridor")}>{corridorWords(words, corridor)}</Row>}
    </>
  );
}

function Figure({ figure, unit }: { readonly figure: YuanFigure; readonly unit: "perTonne" | "perYear" }) {
  const words = useWords();
  const { t, percent } = words;
  const share = percent(figure.assumedShare);
  if (figure.band === null)
    return (
      <>
        <strong>{t(`economics.sign.${figure.sign}`)}</strong>{" "}
        <span className="tag tag-synthetic">{t("economics.withheld", { share })}</span>
      </>
    );
  return (
    <>
      {t(`economics.${unit}`, { text: bandText(words, figure.band) })}{" "}
      <span className="tag tag-synthetic">{t("economics.assumed", { share })}</span>
    </>
  );
}

function Carbon({ economics: { carbon, carbonMissing, replaced } }: { readonly economics: Economics }) {
  const words = useWords();
  const { t } = words;
  return (
    <>
      <Row name={t("economics.carbon")}>
        {carbon === null ? <Unknown text={carbonMissing} /> : carbonText(words, carbon)}
      </Row>
      {replaced !== null && <Row name={t("economics.replaced")}>{replacedText(words, replaced)}</Row>}
    </>
  );
}

function Unknown({ text }: { readonly text: Economics["carbonMissing"] }) {
  const { t, say } = useWords();
  return (
    <span className="unknown">
      {text === null ? t("quantity.unknown") : t("economics.unknown", { text: say(text) })}
    </span>
  );
}

function carbonText(words: Words, carbon: NonNullable<Economics["carbon"]>): string {
  const { t, count } = words;
  const year =
    carbon.tonnesPerYear === null
      ? ""
      : t("economics.carbonYear", { tonnes: count(Math.round(carbon.tonnesPerYear)) });
  return `${t("economics.carbonText", { text: bandText(words, carbon.kgPerTonne) })}${year}`;
}

function replacedText(words: Words, replaced: NonNullable<Economics["replaced"]>): string {
  const { t, pick, measure, amount } = words;
  const { nameZh, nameEn, tonnesPerTonne, tonnesPerYear } = replaced;
  const name = pick(nameZh, nameEn);
  const year =
    tonnesPerYear === null ? "" : t("economics.replacedYear", { amount: amount(tonnesPerYear, "t/a") });
  return `${t("economics.replacedText", { ratio: measure(tonnesPerTonne), name })}${year}`;
}
