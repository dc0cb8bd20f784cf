import { z } from "zod";
import { bilingual } from "./bilingual.ts";
import { Evidence } from "./evidence.ts";
import { Layer } from "./layer.ts";

/** SWxx (固体废物分类与代码目录), HWxx (国家危险废物名录), 8-digit HW code, or own EN…/WA…/MA… code. */
export const ResourceCode = z
  .string()
  .regex(
    /^(?:SW\d{2}|HW(?:\d{2})?|\d{3}-\d{3}-\d{2}|EN(?:\d{2})?|WA(?:\d{2})?|MA(?:\d{2})?)$/,
    "expected SWxx, HWxx, nnn-nnn-nn, ENxx, WAxx or MAxx",
  )
  .describe("Resource code");

export const ResourceScheme = z.enum(["SW", "HW", "own"]);

/** 资源. One entry of the code list; a code has one layer, and HW is always hazardous. */
export const Resource = z
  .strictObject({
    code: ResourceCode,
    scheme: ResourceScheme,
    parentCode: ResourceCode.nullable(),
    ...bilingual("group", 80, "Group of the code list"),
    layer: Layer,
    nameZh: z.string().min(1).max(200),
    nameEn: z.string().max(200),
    hazardous: z.boolean(),
    familyOnly: z
      .boolean()
      .describe("True where the code names only a family (HW, SW59): two such rows may be different wastes"),
    ...bilingual("note", 2000, "Remark"),
    evidence: Evidence,
  })
  .meta({ id: "Resource" });
export type Resource = z.infer<typeof Resource>;

/** Whether a code belongs to the hazardous-waste list. */
export function isHazardousCode(code: string): boolean {
  return code.startsWith("HW") || /^\d{3}-\d{3}-\d{2}$/.test(code);
}
