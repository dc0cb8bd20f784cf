import { useFollowSelection } from "#client/ui/follow-selection.ts";
import { EitherText } from "#client/ui/either-text.tsx";
import { useQuery } from "@tanstack/react-query";
import type { EnterpriseView } from "#graph/schema/answers/record-views.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { enterpriseQuery, exchangesOfEnterpriseQuery, listingsOfEnterpriseQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { ExchangeList } from "#client/ui/exchange-item.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { ClosedListings, isOpen, ListingItem } from "#client/ui/listing-item.tsx";
import { EvidenceLine, KindTag, ParkUnknown } from "#client/ui/marks.tsx";
import { OtherName } from "#client/ui/other-name.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { WithheldNote } from "#client/ui/withheld-note.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

type EnterpriseSelection = Extract<Selection, { kind: "enterprise" }>;

/** Right panel of one enterprise: who it is, its exchanges, offers and needs. */
export function EnterprisePanel({ selection }: { readonly selection: EnterpriseSelection }) {
  const { t } = useWords();
  const enterprises = useQuery(enterpriseQuery(selection.id));
  return (
    <Asked what={t("what.enterprise")} result={enterprises}>
      {(page) => {
        const [enterprise] = page.items;
        if (enterprise === undefined)
          return (
            <Panel title={t("enterprise.gone")} kicker={t("enterprise.kicker")}>
              <EmptyNote>{t("enterprise.goneHelp")}</EmptyNote>
            </Panel>
          );
        return <EnterpriseBody enterprise={enterprise} asked={selection} />;
      }}
    </Asked>
  );
}

interface BodyProps {
  readonly enterprise: EnterpriseView;
  readonly asked: EnterpriseSelection;
}

function EnterpriseBody({ enterprise, asked }: BodyProps) {
  const { id, placeId, aliases } = enterprise;
  // While another one is loaded, this one still stands here.
  const isAsked = id === asked.id || aliases.includes(asked.id);
  useFollowSelection(asked, isAsked ? { kind: "enterprise", placeId, id } : null);
  const { t, name } = useWords();
  return (
    <Panel title={name(enterprise)} kicker={t("enterprise.kicker")}>
      <OtherName nameZh={enterprise.nameZh} nameEn={enterprise.nameEn} />
      <EnterpriseFacts enterprise={enterprise} />
      <Exchanges enterprise={enterprise} />
      <Listings enterprise={enterprise} />
      <p>
        <SelectLink selection={{ kind: "why-not", supplierId: id, receiverId: null, code: null }}>
          {t("whyNot.ask")}
        </SelectLink>
      </p>
      <Section title={t("place.evidence")}>
        <EvidenceLine evidence={enterprise.evidence} />
        <FoundHow enterprise={enterprise} />
        <p className="secondary">
          <EitherText zh={enterprise.noteZh} en={enterprise.noteEn} />
        </p>
      </Section>
    </Panel>
  );
}

interface PartProps {
  readonly enterprise: EnterpriseView;
}

/** How its industry code, its place and its point were found. */
function FoundHow({ enterprise }: PartProps) {
  const { t } = useWords();
  const { industryBasisZh, industryBasisEn, placeBasisZh, placeBasisEn, coordSourceZh, coordSourceEn } =
    enterprise;
  const rows = [
    ["enterprise.industryBasis", industryBasisZh, industryBasisEn],
    ["enterprise.placeBasis", placeBasisZh, placeBasisEn],
    ["enterprise.coordSource", coordSourceZh, coordSourceEn],
  ] as const;
  return (
    <>
      {rows.map(([label, zh, en]) =>
        (zh ?? en) === null ? null : (
          <p className="secondary" key={label}>
            {t(label)} <EitherText zh={zh} en={en} />
          </p>
        ),
      )}
    </>
  );
}

function EnterpriseFacts({ enterprise }: PartProps) {
  const { pick, eitherText } = useWords();
  const { placeId, placeNameZh, placeNameEn } = enterprise;
  const industry = eitherText(enterprise.industryZh, enterprise.industryEn);
  const company = eitherText(enterprise.companyZh, enterprise.companyEn);
  return (
    <>
      <p className="card-tags">
        <KindTag kind={enterprise.kind} />
        {industry !== null && (
          <span className="chip">
            {industry} {enterprise.industryCode}
          </span>
        )}
        {company !== null && <span className="chip">{company}</span>}
      </p>
      <p>
        <SelectLink selection={{ kind: "place", placeId }}>{pick(placeNameZh, placeNameEn)}</SelectLink>
        <ParkUnknown placeId={placeId} />
        {enterprise.areaZh !== null && enterprise.areaZh !== placeNameZh && (
          <span className="secondary"> {pick(enterprise.areaZh, enterprise.areaEn)}</span>
        )}
      </p>
    </>
  );
}

function Exchanges({ enterprise }: PartProps) {
  const { t } = useWords();
  const { view } = useView();
  const exchanges = useQuery(exchangesOfEnterpriseQuery(enterprise.id, view.filter));
  const whyNone = enterprise.exchangeCount === 0 ? "enterprise.noExchange" : "enterprise.noneInFilter";
  return (
    <Section title={t("enterprise.exchanges")}>
      <Asked what={t("what.exchanges")} result={exchanges}>
        {(page) =>
          page.items.length === 0 ? (
            <EmptyNote>{t(whyNone)}</EmptyNote>
          ) : (
            <ExchangeList exchanges={page.items} total={page.total} />
          )
        }
      </Asked>
    </Section>
  );
}

function Listings({ enterprise }: PartProps) {
  const { t } = useWords();
  const listings = useQuery(listingsOfEnterpriseQuery(enterprise.id));
  return (
    <Section title={t("place.listings")}>
      <Asked what={t("what.listings")} result={listings}>
        {({ items, withheld }) => (
          <>
            {items.length === 0 && <EmptyNote>{t("listing.none")}</EmptyNote>}
            <ul className="facts">
              {items.filter(isOpen).map((listing) => (
                <ListingItem key={listing.id} listing={listing} isOwn />
              ))}
            </ul>
            <ClosedListings listings={items.filter((listing) => !isOpen(listing))} isOwn />
            <WithheldNote listings={withheld} />
          </>
        )}
      </Asked>
    </Section>
  );
}
