import { z } from "zod";
import { Text } from "#graph/schema/text.ts";
import { CandidateId, CandidateListName } from "./candidate.ts";

/** 为何没有. What keeps a link from being a candidate, in the order in which it is asked. */
export const WhyNotCause = z
  .enum([
    "company",
    "ground",
    "not-castable",
    "code",
    "rule",
    "process",
    "served",
    "reach",
    "grade",
    "licence",
    "outranked",
  ])
  .describe(
    "company: both belong to one company; ground: both are one enterprise; not-castable: an end cannot stand at a link; code: the code is not known; rule: no listing and no rule or practice makes them meet; process: they meet, but the plant's process or the thing itself speaks against it; served: supply or need is met already; reach, grade, licence: that gate holds it back; outranked: better ones fill the list",
  );
export type WhyNotCause = z.infer<typeof WhyNotCause>;

/** 为何没有的答复. Exactly one first cause, or the place of the link in its list. */
export const WhyNot = z
  .strictObject({
    supplierId: z.string(),
    receiverId: z.string(),
    code: z.string(),
    cause: WhyNotCause.nullable().describe(
      "The first cause; null where it is a candidate or they already exchange",
    ),
    list: CandidateListName.nullable().describe("The list it stands in; null where a cause keeps it out"),
    rank: z.int().nullable().describe("Its place in that list, 1 = first; null where it stands in none"),
    candidateId: CandidateId.nullable(),
    existingExchangeId: z.string().nullable().describe("The exchange by which the two pass this on already"),
    outrankedBy: z
      .array(z.strictObject({ candidateId: CandidateId, nameZh: z.string(), nameEn: z.string() }))
      .describe("Who fills the list instead, best first, at most ten"),
    records: z
      .array(
        z.strictObject({
          kind: z.enum(["enterprise", "listing", "exchange", "rule"]),
          id: z.string(),
          nameZh: z.string().describe("The record in words"),
          nameEn: z.string(),
          enterpriseId: z
            .string()
            .nullable()
            .describe("Under which it is found: itself, whose listing it is, who receives; null for a rule"),
          resourceCode: z.string().nullable().describe("The resource a rule speaks of; null otherwise"),
        }),
      )
      .describe("The records behind the cause"),
    reason: Text.describe("The cause in a sentence"),
    remedy: Text.describe("What would change it"),
  })
  .meta({ id: "WhyNot" });
export type WhyNot = z.infer<typeof WhyNot>;
