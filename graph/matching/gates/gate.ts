import type { Gate } from "#graph/schema/answers/candidate.ts";
import type { Text } from "#graph/schema/text.ts";
import type { CodeTable } from "#graph/matching/knowledge/codes.ts";
import type { RemarkId } from "#graph/matching/knowledge/law/remarks.ts";
import type { LegalRow } from "#graph/matching/knowledge/law/legal-row.ts";
import type { Link } from "#graph/matching/link.ts";

/** What a gate reads of a link: nothing of its score. */
export type GateLink = Pick<Link, "supplier" | "receiver" | "code" | "match" | "ruleCase">;

export interface GateContext {
  readonly table: CodeTable;
  /** ISO date: the day the law is read on. */
  readonly asOf: string;
}

/** What a gate finds: a verdict, the facts it rests on, and the legal row where the law is asked. */
export interface Judgement<Facts> {
  readonly verdict: Gate["verdict"];
  readonly facts: Facts;
  readonly legal?: LegalRow | null;
  /** What the transfer brings with it besides. */
  readonly remarks?: ReadonlySet<RemarkId>;
  /** The limit is ours and not read from a source. */
  readonly assumption?: boolean;
}

/** A gate: judges on facts and numbers, and knows no sentence. Null = it has nothing to judge and is left out. */
export interface GateRule<Facts> {
  readonly id: Gate["id"];
  readonly judge: (link: GateLink, context: GateContext) => Judgement<Facts> | null;
}

/** The facts of a gate in words, each language by itself. */
export type GateText<Facts> = (facts: Facts) => Text;
