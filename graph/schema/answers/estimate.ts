import { z } from "zod";
import { ActivityUnit, InputUnit } from "#graph/schema/records/activity.ts";
import { CoefficientRole, ResultUnit } from "#graph/schema/records/coefficient.ts";
import { Evidence } from "#graph/schema/records/evidence.ts";
import { Year } from "#graph/schema/records/exchange.ts";
import { Identifier } from "#graph/schema/records/identifier.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { QuantityKind, YearlyUnit } from "#graph/schema/records/quantity.ts";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import { Text } from "#graph/schema/text.ts";
import { Band } from "./band.ts";
import { PlaceId } from "./place.ts";

/** One coefficient of the reckoning, with where its value comes from. */
const EstimateStep = z
  .strictObject({
    coefficientId: Identifier,
    role: CoefficientRole,
    resultZh: z.string(),
    resultEn: z.string().nullable(),
    low: z.number().nullable().describe("Null = no source for a range: a factor of 1.5 is taken"),
    best: z.number(),
    high: z.number().nullable(),
    resultUnit: ResultUnit,
    inputUnit: InputUnit,
    evidence: Evidence,
  })
  .meta({ id: "EstimateStep" });

const EstimateTerm = z
  .strictObject({
    activityId: Identifier,
    activityZh: z.string(),
    activityEn: z.string().nullable(),
    amount: z.number(),
    activityUnit: ActivityUnit,
    basis: z.enum(["capacity", "output"]),
    year: Year.nullable(),
    best: z.number().describe("In the unit of the estimate"),
    evidence: Evidence,
    steps: z.array(EstimateStep),
  })
  .meta({ id: "EstimateTerm" });

/** 估算. What the activities of a plant make it offer or need of one resource; never a fact. */
export const EstimateView = z
  .strictObject({
    id: z.string(),
    siteId: Identifier.describe("Enterprise, or plant outside the network"),
    enterpriseId: Identifier.nullable().describe("Null for a plant that is no enterprise of the network"),
    nameZh: z.string().nullable(),
    nameEn: z.string().nullable(),
    placeId: PlaceId.nullable().describe("Place of the enterprise; null for a plant outside the network"),
    provinceCode: z.string().nullable(),
    cityCode: z.string().nullable(),
    countyCode: z.string().nullable(),
    direction: z.enum(["offer", "need"]),
    resourceCode: ResourceCode,
    resourceZh: z.string(),
    resourceEn: z.string().nullable(),
    layer: Layer,
    unit: YearlyUnit,
    amount: Band,
    grade: z.literal("inferred").describe("Evidence of every estimate"),
    assumedRange: z.boolean().describe("Whether a range that no source gives was assumed for a coefficient"),
    usedShare: z
      .number()
      .nullable()
      .describe("Share of what arises that is used already, by a published rate; null where none is known"),
    stated: z
      .strictObject({
        recordId: Identifier,
        perYear: z.number(),
        kind: QuantityKind,
        year: Year.nullable(),
      })
      .nullable()
      .describe("What a record states of the same: it replaces the estimate; null where none does"),
    disagrees: z
      .boolean()
      .nullable()
      .describe("Whether what is stated lies outside the band; null where nothing is stated"),
    arithmetic: Text.describe("The whole reckoning in one line"),
    terms: z.array(EstimateTerm),
  })
  .meta({ id: "EstimateView" });
export type EstimateView = z.infer<typeof EstimateView>;

const Triple = z
  .strictObject({
    low: z.number().nonnegative().nullable().optional(),
    best: z.number().positive(),
    high: z.number().nonnegative().nullable().optional(),
  })
  .refine(
    ({ low, best, high }) => (low ?? best) <= best && (high ?? best) >= best,
    "expected low ≤ best ≤ high",
  );

/** Other values for the reckoning of one request; nothing is kept. */
export const EstimateInputs = z
  .strictObject({
    coefficients: z
      .record(Identifier, Triple)
      .optional()
      .describe("By id of a coefficient; a bound left out is that of the record scaled with the best value"),
    activities: z
      .record(Identifier, z.number().nonnegative())
      .optional()
      .describe("Amount by id of an activity, in its own unit"),
  })
  .meta({ id: "EstimateInputs" });
export type EstimateInputs = z.infer<typeof EstimateInputs>;
