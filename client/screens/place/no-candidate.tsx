import { useQuery } from "@tanstack/react-query";
import type { CandidateCounts } from "#graph/schema/answers/candidate.ts";
import { helpfulRecords, type HelpfulRecord } from "#client/model/helpful-records.ts";
import { enterprisesOfPlaceQuery, listingsOfPlaceQuery } from "#client/queries.ts";
import { Asked } from "#client/ui/asked.tsx";
import { SelectLink } from "#client/ui/links.tsx";
import { isOpen } from "#client/ui/listing-item.tsx";
import { useWords } from "#client/ui/use-words.ts";

interface NoCandidateProps {
  readonly placeId: string;
  readonly counts: CandidateCounts;
}

/** Why a place has no candidate between parks, and the records that would give it one. */
export function NoCandidate({ placeId, counts }: NoCandidateProps) {
  const { t, count } = useWords();
  const enterprises = useQuery(enterprisesOfPlaceQuery(placeId));
  const listings = useQuery(listingsOfPlaceQuery(placeId));
  const both =
    enterprises.data === undefined || listings.data === undefined
      ? undefined
      : { enterprises: enterprises.data.items, listings: listings.data.items };
  return (
    <Asked
      what={t("what.candidates")}
      result={{
        data: both,
        error: enterprises.error ?? listings.error,
        refetch: () => [enterprises.refetch(), listings.refetch()],
      }}
    >
      {(records) => {
        const open = records.listings.filter(isOpen).length;
        const numbers = { firms: count(records.enterprises.length), listings: count(open) };
        return (
          <div className="note note-empty">
            <p>{t(`noCandidate.${reasonOf(records.enterprises.length, open, counts)}`, numbers)}</p>
            <p>{t("noCandidate.help")}</p>
            <ol className="clock">
              {helpfulRecords(records.enterprises, records.listings).map((record) => (
                <Help key={keyOf(record)} record={record} />
              ))}
            </ol>
          </div>
        );
      }}
    </Asked>
  );
}

function reasonOf(enterprises: number, open: number, counts: CandidateCounts) {
  if (enterprises === 0) return "nobody" as const;
  if (open === 0) return "silent" as const;
  return counts.blocked > 0 ? ("blocked" as const) : ("unmatched" as const);
}

function keyOf(record: HelpfulRecord): string {
  if (record.kind === "enterprises") return record.kind;
  return `${record.kind} ${record.kind === "first-listing" ? record.enterprise.id : record.listing.id}`;
}

function Help({ record }: { readonly record: HelpfulRecord }) {
  const { t, name, pick } = useWords();
  if (record.kind === "enterprises") return <li>{t("noCandidate.record.enterprises")}</li>;
  const enterprise = record.kind === "first-listing" ? record.enterprise : record.listing.enterprise;
  const { id, placeId } = enterprise;
  const resource =
    record.kind === "first-listing" ? "" : pick(record.listing.resourceZh, record.listing.resourceEn);
  return (
    <li>
      <SelectLink selection={{ kind: "enterprise", placeId, id }}>{name(enterprise)}</SelectLink>
      {t(`noCandidate.record.${record.kind}`, { resource })}
    </li>
  );
}
