import type { WhyNot } from "#graph/schema/answers/why-not.ts";
import type { CandidateHead } from "#graph/matching/explanation/candidate.ts";
import { idOf } from "#graph/matching/explanation/candidate.ts";
import { nameOf } from "#graph/matching/explanation/ends-in-words.ts";
import type { Network } from "#graph/schema/records/network.ts";
import type { Text } from "#graph/schema/text.ts";
import { causeText, type CauseText } from "./cause-text.ts";
import { nameRecord } from "./record-names.ts";
import type { Finding } from "./find-cause.ts";

export interface WhyNotFacts {
  readonly finding: Finding;
  /** The candidate that it is; null where a cause keeps it out. */
  readonly head: CandidateHead | null;
  /** Its place in its list; null where it stands in none. */
  readonly rank: number | null;
  readonly existingExchangeId: string | null;
  /** Name of the resource. */
  readonly thing: Text;
  readonly network: Network;
}

const mostRivals = 10;

/** Writes a finding out. */
export function whyNotAnswer(facts: WhyNotFacts): WhyNot {
  const { finding, head, rank, existingExchangeId } = facts;
  const { cause, supplier, receiver, code, link, rivals } = finding;
  const { reason, remedy } = textOf(facts);
  const own = link?.supplier.party.index;
  return {
    supplierId: supplier.id,
    receiverId: receiver.id,
    code,
    cause,
    list: head?.list ?? null,
    rank,
    candidateId: link === null ? null : idOf(link),
    existingExchangeId,
    outrankedBy: rivals.slice(0, mostRivals).map((rival) => {
      const party = rival.supplier.party.index === own ? rival.receiver.party : rival.supplier.party;
      const name = nameOf(party);
      return { candidateId: idOf(rival), nameZh: name.zh, nameEn: name.en };
    }),
    records: recordsOf(facts),
    reason,
    remedy,
  };
}

function textOf({ finding, head, rank, existingExchangeId, thing }: WhyNotFacts): CauseText {
  if (existingExchangeId !== null)
    return {
      reason: {
        zh: `两家已有这笔交换（${existingExchangeId}），不再列为候选`,
        en: `The two exchange this already (${existingExchangeId}), so it is no candidate`,
      },
      remedy: {
        zh: "交换已停时，把它的状态改为历史",
        en: "If the exchange has ended, set its status to historic",
      },
    };
  if (finding.cause !== null) return causeText(finding.cause, finding, thing);
  const list = listNames[head?.list ?? "between-parks"];
  const place: Text =
    rank === null ? { zh: "", en: "" } : { zh: `，排第${rank}位`, en: `, number ${rank} of it` };
  return {
    reason: {
      zh: `这是候选：在“${list.zh}”名单里${place.zh}`,
      en: `It is a candidate: it stands in the list “${list.en}”${place.en}`,
    },
    remedy: {
      zh: "打开这条候选，看先问谁、问什么",
      en: "Open the candidate to see whom to call first and what to ask",
    },
  };
}

const listNames: Readonly<Record<CandidateHead["list"], Text>> = {
  "between-parks": { zh: "园区间候选", en: "between parks" },
  "same-park": { zh: "园区内候选", en: "same park" },
  hypothesis: { zh: "假设链接", en: "hypothesis" },
  "with-total": { zh: "与合计", en: "with a total" },
  "probably-existing": { zh: "可能已存在", en: "probably existing" },
};

/** The records that a reader would open to check it: the two ends' listings, the rule, what meets the need. */
function recordsOf({ finding, existingExchangeId, network }: WhyNotFacts): WhyNot["records"] {
  const { supplier, receiver, link, meeting } = finding;
  const ends = link ?? meeting;
  const rule = (link?.ruleCase ?? meeting?.target.ruleCase)?.rule.id;
  const listingIds = [ends?.supplier.listing?.id, ends?.receiver.listing?.id];
  const existing = existingExchangeId ?? undefined;
  const found = [
    ...[supplier.id, receiver.id].map((id) => ({ kind: "enterprise" as const, id })),
    ...listingIds.map((id) => ({ kind: "listing" as const, id })),
    ...finding.covers,
    { kind: "exchange" as const, id: existing },
    { kind: "rule" as const, id: rule },
  ];
  const seen = new Set<string>();
  return found.flatMap(({ kind, id }) => {
    if (id === undefined || seen.has(`${kind} ${id}`)) return [];
    seen.add(`${kind} ${id}`);
    return [nameRecord(kind, id, network)];
  });
}
