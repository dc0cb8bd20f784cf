import type { Economics } from "#graph/schema/answers/economics.ts";
import { EvidenceLine } from "#client/ui/marks.tsx";
import { useWords } from "#client/ui/use-words.ts";

/** What moves the surplus most, and every price in it with its band, kind, year and source. */
export function PriceList({ economics: { terms, tornado } }: { readonly economics: Economics }) {
  const { t, pick, percent } = useWords();
  const moves = tornado.map(({ nameZh, nameEn, swing }) => `${pick(nameZh, nameEn)} ${percent(swing)}`);
  return (
    <>
      {moves.length > 0 && <p>{t("economics.moves", { text: moves.join(t("list.and")) })}</p>}
      <ul className="facts">
        {terms.map((term) => (
          <PriceItem key={term.priceId} term={term} />
        ))}
      </ul>
    </>
  );
}

function PriceItem({ term }: { readonly term: Economics["terms"][number] }) {
  const { t, pick, measure } = useWords();
  const values = [...new Set([term.low, term.best, term.high])].map(measure);
  const unit = t(`priceUnit.${term.unit}` as "priceUnit.yuan/t");
  return (
    <li className="fact">
      <p>
        {pick(term.nameZh, term.nameEn)} <span className="number">{values.join(" … ")}</span> {unit}
      </p>
      <p>
        <span className={term.kind === "assumed" ? "tag tag-synthetic" : "tag"}>
          {t(`economics.kind.${term.kind}`)}
        </span>{" "}
        {t(`economics.enters.${term.enters}`)} <code>{term.priceId}</code>
      </p>
      <EvidenceLine evidence={term.evidence} />
    </li>
  );
}
