import type { Park } from "#graph/schema/records/park.ts";
import { countyByCode } from "#graph/schema/region/counties.ts";
import { useFollowSelection } from "#client/ui/follow-selection.ts";
import { EitherText } from "#client/ui/either-text.tsx";
import { useQuery } from "@tanstack/react-query";
import { Button } from "react-aria-components/Button";
import type { FlowSum } from "#graph/schema/answers/corridor.ts";
import { isKnownPlace, placeKindOf, type Place } from "#graph/schema/answers/place.ts";
import type { PlaceDetail } from "#graph/schema/answers/place-detail.ts";
import { namesArea, noFilter } from "#graph/schema/filter/filter.ts";
import { isUnknown } from "#client/api.ts";
import { placeQuery } from "#client/queries.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { FlowCell, FlowTable } from "#client/ui/flow-table.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { EvidenceLine, LayerName } from "#client/ui/marks.tsx";
import { OtherName } from "#client/ui/other-name.tsx";
import { Panel, Section } from "#client/ui/panel.tsx";
import { useWords, type Words } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { PlaceCandidates } from "./place-candidates.tsx";
import { PlaceEnterprises } from "./place-enterprises.tsx";
import { PlaceListings } from "./place-listings.tsx";
import { PlaceMetrics } from "./place-metrics.tsx";
import { Overlaps, OverlapsWithExchanges } from "./place-overlaps.tsx";

/** Right panel of a park, or of a city or province that stands in for parks not known. */
export function PlacePanel({ placeId }: { readonly placeId: string }) {
  const { t } = useWords();
  const { view } = useView();
  const detail = useQuery(placeQuery(placeId, view));
  if (isUnknown(detail.error))
    return (
      <Panel title={t("place.gone")} kicker={t("place.goneKicker")}>
        <EmptyNote>{t("place.goneHelp", { text: placeId })}</EmptyNote>
      </Panel>
    );
  return (
    <Asked what={t("what.place")} result={detail}>
      {(data) => <PlaceBody key={placeId} detail={data} asked={placeId} />}
    </Asked>
  );
}

interface BodyProps {
  readonly detail: PlaceDetail;
  readonly asked: string;
}

function PlaceBody({ detail, asked }: BodyProps) {
  const { t, name, count } = useWords();
  const { view } = useView();
  const { place, park } = detail;
  const isFormer = park?.aliases.includes(asked.slice("park:".length)) === true;
  useFollowSelection(
    { kind: "place", placeId: asked },
    isFormer ? { kind: "place", placeId: place.id } : null,
  );
  return (
    <Panel title={name(place)} kicker={t(`placeKind.${place.kind}`)}>
      <PlaceHead detail={detail} />
      <Section title={t("place.exchanges")} aside={<FilterEcho />}>
        <FlowTable
          caption={t("place.exchangesOf", { name: name(place) })}
          layers={view.filter.layers}
          outgoing={detail.outgoing}
          incoming={detail.incoming}
          inside={detail.inside}
        />
        <InternalReuse flows={detail.internalReuse} />
        <UnknownEndsLink detail={detail} />
      </Section>
      <Partners detail={detail} />
      <PlaceCandidates placeId={place.id} />
      <PlaceMetrics
        metrics={detail.metrics}
        isLinked={detail.partners.length > 0}
        isOfArea={namesArea(detail.filter)}
      />
      <PlaceEnterprises place={place} count={detail.enterpriseCount} />
      <PlaceListings placeId={place.id} />
      {detail.park !== null && (
        <Section title={t("place.evidence")}>
          <EvidenceLine evidence={detail.park.evidence} />
          <p className="secondary">
            <EitherText zh={detail.park.noteZh} en={detail.park.noteEn} />
          </p>
          <p className="secondary">{t("state.version", { version: count(detail.networkVersion) })}</p>
        </Section>
      )}
    </Panel>
  );
}

/** Which exchanges the numbers of a panel count: the filter in three words. */
function FilterEcho() {
  const { t } = useWords();
  const { view } = useView();
  return (
    <span className="secondary">
      {view.filter.statuses.map((status) => t(`status.${status}`)).join(t("list.and"))}
    </span>
  );
}

/** What a park is: type, level, county, titles. */
function chipsOf(park: Park, { eitherText }: Words): readonly string[] {
  const county = countyByCode.get(park.countyCode ?? "");
  const titles = park.titlesZh.map((zh, index) => eitherText(zh, park.titlesEn[index] ?? null));
  return [
    eitherText(park.levelZh, park.levelEn),
    eitherText(park.ecoTypeZh, park.ecoTypeEn),
    eitherText(county?.nameZh ?? park.countyZh, county?.nameEn ?? null),
    ...titles,
  ].filter((chip) => chip !== null);
}

function PlaceHead({ detail }: { readonly detail: PlaceDetail }) {
  const words = useWords();
  const { t, measure, eitherText } = words;
  const { park, place } = detail;
  const chips = park === null ? [] : chipsOf(park, words);
  const industries =
    park === null ? null : eitherText(park.mainIndustriesZh.join("、"), park.mainIndustriesEn.join(", "));
  return (
    <>
      <OtherName nameZh={place.nameZh} nameEn={place.nameEn} />
      {park === null ? (
        <NotPark place={place} />
      ) : (
        <>
          <ul className="chips">
            {park.ecoStatus !== null && (
              <li className="chip chip-strong">{t(`ecoStatus.${park.ecoStatus}`)}</li>
            )}
            {chips.map((chip) => (
              <li className="chip" key={chip}>
                {chip}
              </li>
            ))}
          </ul>
          <details className="secondary fold-quiet">
            <summary>{t("place.position", { error: measure(park.coordErrorKm) })}</summary>
            <EitherText zh={park.coordSourceZh} en={park.coordSourceEn} />
          </details>
          {industries !== null && (
            <p className="secondary">
              {t("place.industries")}
              {industries}
            </p>
          )}
        </>
      )}
      <Overlaps overlapping={detail.overlapping} />
    </>
  );
}

/** What stands for the place, and with what error. */
function NotPark({ place: { kind, coordErrorKm } }: { readonly place: Place }) {
  const { t, measure } = useWords();
  if (kind === "park") return null;
  const error = coordErrorKm === null ? "" : measure(coordErrorKm);
  return <p className="note">{t(`place.not.${kind}`, { error })}</p>;
}

/** Reuse inside one company: kept apart from the exchanges above, whatever the filter says. */
function InternalReuse({ flows }: { readonly flows: readonly FlowSum[] }) {
  const { t } = useWords();
  const kept = flows.filter((flow) => flow.exchangeCount > 0);
  if (kept.length === 0) return null;
  return (
    <dl className="apart">
      <dt>{t("place.internalReuse")}</dt>
      {kept.map((flow) => (
        <dd key={flow.layer}>
          <LayerName layer={flow.layer} /> <FlowCell flow={flow} />
        </dd>
      ))}
    </dl>
  );
}

/** The way to the exchanges of a known place whose other end is not known. */
function UnknownEndsLink({ detail }: { readonly detail: PlaceDetail }) {
  const { t, count } = useWords();
  const { place, partners } = detail;
  const exchanges = partners
    .filter(({ placeId }) => !isKnownPlace(placeKindOf(placeId)))
    .reduce((sum, partner) => sum + partner.outgoingCount + partner.incomingCount, 0);
  if (exchanges === 0 || !isKnownPlace(place.kind)) return null;
  return (
    <p>
      <SelectLink selection={{ kind: "unknown-ends", placeId: place.id }}>
        {t("unknownEnds.open", { count: exchanges, text: count(exchanges) })}
      </SelectLink>
    </p>
  );
}

/** None at all, none under the filter with the click that shows what there is, or none beyond this place. */
function WhyNoPartner({ detail: { place, recordedCount } }: { readonly detail: PlaceDetail }) {
  const { t, count } = useWords();
  const { change } = useView();
  if (place.exchangeCount > 0) return <EmptyNote>{t("place.noPartner")}</EmptyNote>;
  if (recordedCount === 0) return <EmptyNote>{t("place.noRecord")}</EmptyNote>;
  return (
    <div className="note">
      <p>{t("place.noExchange", { text: count(recordedCount) })}</p>
      <Button className="button" onPress={() => change({ filter: noFilter })}>
        {t("leftOut.all")}
      </Button>
    </div>
  );
}

const partnersShown = 10;

function Partners({ detail }: { readonly detail: PlaceDetail }) {
  const { t, name, count } = useWords();
  const { partners, place } = detail;
  return (
    <Section
      title={t("place.partners")}
      aside={
        <span className="secondary">
          {t("list.shownOf", {
            shown: Math.min(partnersShown, partners.length),
            total: count(partners.length),
          })}
        </span>
      }
    >
      {partners.length === 0 ? (
        <>
          <WhyNoPartner detail={detail} />
          {place.exchangeCount === 0 && <OverlapsWithExchanges overlapping={detail.overlapping} />}
        </>
      ) : (
        <ul className="rows">
          {partners.slice(0, partnersShown).map((partner) => (
            <li key={partner.placeId}>
              <SelectLink selection={{ kind: "place", placeId: partner.placeId }}>{name(partner)}</SelectLink>
              <span className="secondary number">
                {t("place.partnerCounts", { out: partner.outgoingCount, in: partner.incomingCount })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
