import type { ExchangeView } from "#graph/schema/answers/record-views.ts";
import { MaterialLink, SelectLink } from "./links.tsx";
import { EvidenceLine, KindTag, LayerName, QuantityText, Years } from "./marks.tsx";
import { useWords } from "./use-words.ts";

/** One documented exchange: who to whom, what, how much, since when, and where it is known from. */
export function ExchangeItem({ exchange }: { readonly exchange: ExchangeView }) {
  const { eitherText, t, pick } = useWords();
  const statusNote = eitherText(exchange.statusNoteZh, exchange.statusNoteEn);
  const { resourceCode, resourceNameZh, resourceNameEn } = exchange;
  return (
    <li className="fact">
      <p>
        <LayerName layer={exchange.layer} />{" "}
        <strong>
          <MaterialLink id={exchange.resourceZh}>
            {pick(exchange.resourceZh, exchange.resourceEn)}
          </MaterialLink>
        </strong>
        {resourceCode !== null && (
          <span className="secondary">
            {" "}
            <MaterialLink id={resourceCode}>
              <code>{resourceCode}</code> {resourceNameZh !== null && pick(resourceNameZh, resourceNameEn)}
            </MaterialLink>
          </span>
        )}
        {exchange.hazardous === true && <span className="tag tag-warning">{t("exchange.hazardous")}</span>}
        {exchange.sameCompany === true && <span className="tag">{t("exchange.internal")}</span>}
      </p>
      <p>
        <EndLink end={exchange.supplier} /> → <EndLink end={exchange.receiver} />
      </p>
      <p>
        <QuantityText
          quantity={exchange.quantity}
          noteZh={exchange.quantityNoteZh}
          noteEn={exchange.quantityNoteEn}
        />
      </p>
      <p className="secondary">
        {t(`status.${exchange.status}`)}
        {statusNote !== null && t("exchange.statusNote", { text: statusNote })} ·{" "}
        {t(`linkKind.${exchange.linkKind}`)} · <Years from={exchange.yearFrom} to={exchange.yearTo} /> ·{" "}
        <code>{exchange.id}</code>
        {resourceCode !== null && (
          <>
            {" · "}
            <SelectLink
              selection={{
                kind: "why-not",
                supplierId: exchange.supplier.id,
                receiverId: exchange.receiver.id,
                code: resourceCode,
              }}
            >
              {t("whyNot.askHere")}
            </SelectLink>
          </>
        )}
      </p>
      <EvidenceLine evidence={exchange.evidence} />
    </li>
  );
}

function EndLink({ end }: { readonly end: ExchangeView["supplier"] }) {
  const { name } = useWords();
  return (
    <>
      <SelectLink selection={{ kind: "enterprise", placeId: end.placeId, id: end.id }}>
        {name(end)}
      </SelectLink>{" "}
      <KindTag kind={end.kind} />
    </>
  );
}

interface ExchangeListProps {
  readonly exchanges: readonly ExchangeView[];
  readonly total: number;
}

export function ExchangeList({ exchanges, total }: ExchangeListProps) {
  const { t, count } = useWords();
  return (
    <>
      <ol className="facts">
        {exchanges.map((exchange) => (
          <ExchangeItem key={exchange.id} exchange={exchange} />
        ))}
      </ol>
      {total > exchanges.length && (
        <p className="secondary">
          {t("list.shownOf", { shown: count(exchanges.length), total: count(total) })}
        </p>
      )}
    </>
  );
}
