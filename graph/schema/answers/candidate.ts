import { z } from "zod";
import { LegalBasis } from "./legal-basis.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { Economics } from "./economics.ts";
import { Residual } from "./residual.ts";
import { Quantity, YearlyUnit } from "#graph/schema/records/quantity.ts";
import { Text } from "#graph/schema/text.ts";

const share = z.number().min(0).max(1);

/** 门槛. A hard condition. Unknown is never pass. */
export const Gate = z
  .strictObject({
    id: z.enum([
      "hazardous-licence",
      "cross-province-permission",
      "haul-reach",
      "grade",
      "waste-identification",
    ]),
    verdict: z.enum(["pass", "fail", "unknown"]),
    reasonZh: z.string(),
    reasonEn: z.string(),
    assumption: z.boolean().describe("True where the limit is our assumption, not a sourced figure"),
    legal: LegalBasis.nullable(),
  })
  .meta({ id: "Gate" });
export type Gate = z.infer<typeof Gate>;

export const CandidateEnd = z
  .strictObject({
    enterpriseId: z.string(),
    nameZh: z.string(),
    nameEn: z.string().nullable(),
    kind: z.enum(["plant", "pooled", "anonymised"]),
    placeId: z.string(),
    placeNameZh: z.string(),
    placeNameEn: z.string().nullable(),
    parkKnown: z
      .boolean()
      .describe(
        "False: the enterprise's park is not known; its place id says whether distances are from its own point, its county's or its city's seat",
      ),
    provinceCode: z.string().nullable(),
    cityCode: z.string().nullable(),
    industryCode: z.string().nullable(),
    industryZh: z.string().nullable(),
    industryEn: z.string().nullable(),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    listingId: z
      .string()
      .nullable()
      .describe("The offer or need behind this end; null where inferred from the industry"),
    resourceZh: z.string().nullable().describe("What this end says it gives or takes"),
    resourceEn: z.string().nullable(),
    quantity: Quantity.nullable(),
    residual: Residual.nullable().describe(
      "What is left of the listing; null where the end is inferred from its industry",
    ),
    asOfYear: z.int().nullable(),
  })
  .meta({ id: "CandidateEnd" });
export type CandidateEnd = z.infer<typeof CandidateEnd>;

/** 说明. The explanation in fixed parts, each written for its language; null where a part does not apply. */
export const CandidateSlots = z
  .strictObject({
    what: Text.describe("Who gives what to whom, how much, and which side has said nothing itself"),
    route: Text.describe("Whence, whither, how far; freight in yuan/t where a truck carries it"),
    saving: Text.describe("What it replaces; whom to ask what it saves"),
    decider: Text.nullable().describe(
      "The one datum that decides, and how to get it; where a gate fails, why, and where the two exchange already, that",
    ),
    permission: Text.describe("What to file and how long it takes. Not a decision"),
    precedent: Text.nullable().describe("Who does it already: place, year, km"),
    firstCall: Text.nullable().describe(
      "Whom to call first and what to ask; null where a gate forbids it or the two exchange already",
    ),
  })
  .meta({ id: "CandidateSlots" });

/** Listing or enterprise that supplies, the same that receives, and code, joined by `~`. */
export const CandidateId = z
  .string()
  .regex(/^[^~]{1,80}~[^~]{1,80}~[^~]{1,40}$/, "expected <supplier>~<receiver>~<code> as in an answer");

/** The lists candidates stand in: each candidate in one. */
export const CandidateListName = z
  .enum(["between-parks", "same-park", "hypothesis", "with-total", "probably-existing"])
  .describe(
    "between-parks: an end is listed and the two stand on different ground; same-park: both in one park or in overlapping ones; hypothesis: practice elsewhere alone grounds it, or the likely value of a tonne does not pay the way; with-total: one end is a total of several firms, so nobody can be called there (see the gaps of its city); probably-existing: a recorded exchange seems to describe it already",
  );
export type CandidateListName = z.infer<typeof CandidateListName>;

/** Where a reader finds a candidate: its list while it is open and new; else with those that exist or are blocked. */
export const candidateSections = [...CandidateListName.options, "existing", "blocked"] as const;
export type CandidateSection = (typeof candidateSections)[number];

/** How many stand in each; a pair that already exchanges counts there alone. */
export const CandidateCounts = z.record(z.enum(candidateSections), z.int()).meta({ id: "CandidateCounts" });
export type CandidateCounts = z.infer<typeof CandidateCounts>;

/** What the two places say of each other. */
export const Placement = z
  .enum(["apart", "same-park", "same-city-parks-open"])
  .describe(
    "apart: known to be different ground, or in different counties or cities; same-city-parks-open: nothing tells whether the two stand in one park of their city",
  );
export type Placement = z.infer<typeof Placement>;

/** 候选链接. A possible link between companies found by matching. Never a fact. */
export const Candidate = z
  .strictObject({
    id: CandidateId,
    list: CandidateListName,
    placement: Placement,
    basis: z
      .enum(["offer-need", "offer-industry", "industry-need", "industry-industry"])
      .describe("offer-need: both ends listed; otherwise one end is inferred from its industry by a rule"),
    inferred: z.boolean(),
    layer: Layer,
    resourceCode: z.string(),
    resourceNameZh: z.string(),
    resourceNameEn: z.string(),
    match: z.enum(["same-code", "parent-code", "rule", "practice", "class-unknown"]),
    supplier: CandidateEnd,
    receiver: CandidateEnd,
    coverablePerYear: z
      .number()
      .nullable()
      .describe("min of the two residuals in `unit`; null where either is not known"),
    unit: YearlyUnit,
    distance: z.strictObject({
      greatCircleKm: z.number().nullable(),
      roadKmEstimate: z.number().nullable().describe("Great circle × 1.3, an estimate"),
      errorKm: z.number().nullable().describe("Combined error of the two points"),
      uncertain: z.boolean().describe("True where the distance is under twice the error of a point"),
    }),
    scoreParts: z.strictObject({
      resourceFit: share,
      practice: share.describe(
        "Share of the plants of the receiver's industry that are known to take the resource, drawn towards wider industries where few are known; 1 where the receiver declares the need",
      ),
      quantityCover: share.nullable().describe("Null = a quantity is not known"),
      distance: share.nullable(),
      evidence: share,
    }),
    score: share.describe("Used for the order only; show the parts"),
    gates: z
      .array(Gate)
      .describe("The grade gate is left out where neither side nor the rule says anything of quality"),
    blocked: z
      .boolean()
      .describe(
        "True where a gate fails, or a hazardous waste matches by its family alone: a question to ask first",
      ),
    rule: z
      .strictObject({
        id: z.string(),
        useZh: z.string(),
        useEn: z.string().nullable(),
        technicalLimitZh: z.string().nullable(),
        technicalLimitEn: z.string().nullable(),
        standard: z.string().nullable(),
        support: z.enum(["stored", "derived", "practice", "catalogue"]),
      })
      .nullable(),
    precedent: z
      .strictObject({
        exchangeId: z.string(),
        supplierZh: z.string(),
        receiverZh: z.string(),
        supplierEn: z.string().nullable(),
        receiverEn: z.string().nullable(),
        resourceZh: z.string().describe("The thing in the words of the record"),
        resourceEn: z.string(),
        year: z.int().nullable(),
        placeZh: z.string().describe("Narrowest known place of its receiver"),
        placeEn: z.string().nullable(),
        roadKmEstimate: z.number().nullable().describe("Null where the points are too vague to tell"),
        isReceiversOwn: z
          .boolean()
          .describe("The candidate's own receiver does it already, with another supplier"),
      })
      .nullable()
      .describe("A real exchange of the same resource into the same industry, between different companies"),
    existingExchangeId: z
      .string()
      .nullable()
      .describe("Set where the two ends already exchange this resource"),
    likelyExisting: z
      .strictObject({
        exchangeId: z.string(),
        because: z
          .enum(["member", "twin"])
          .describe(
            "member: the exchange names a total or an unnamed firm that may be, or hold, an end of the candidate; twin: its end is probably the same plant under another id",
          ),
        reasonZh: z.string().describe("Why it may exist, and how to confirm it"),
        reasonEn: z.string(),
      })
      .nullable()
      .describe("The recorded exchange that the candidate seems to describe"),
    folded: z
      .strictObject({
        count: z.int().min(1),
        listingId: z.string().nullable().describe("Candidates of this listing; null = of the enterprise"),
        enterpriseId: z.string(),
      })
      .nullable()
      .describe("Further candidates of one end, folded behind this one: `fold=no` shows them"),
    unknowns: z.array(Text).describe("What is not known, the datum worth most to find out first"),
    slots: CandidateSlots,
    economics: Economics.describe("Money and carbon: an estimate over worlds of prices, never a fact"),
    reasonZh: z.string().describe("The slots as one text"),
    reasonEn: z.string(),
  })
  .meta({ id: "Candidate" });
export type Candidate = z.infer<typeof Candidate>;
