import type { Text } from "#graph/schema/text.ts";
import { describeLikely } from "#graph/matching/explanation/likely-existing.ts";
import type { OpenDatum } from "#graph/matching/explanation/open/open-datum.ts";
import type { Told } from "#graph/matching/explanation/told.ts";

/** What settles the matter: a gate that fails, an exchange that runs, else the open datum worth most and how to learn it. */
export function deciderSlot(
  { gates, existingExchangeId, link }: Told,
  [first]: readonly OpenDatum[],
): Text | null {
  const failed = gates.find(({ verdict }) => verdict === "fail");
  if (failed !== undefined)
    return { zh: `门槛不过：${failed.reasonZh}`, en: `A gate fails: ${lowered(failed.reasonEn)}` };
  if (existingExchangeId !== null)
    return {
      zh: `两家已有这笔交换（${existingExchangeId}），不是新链接`,
      en: `The two already exchange this (${existingExchangeId}), so it is no new link`,
    };
  const likely = describeLikely(link);
  if (likely !== null)
    return {
      zh: `可能已经在做：${likely.reasonZh.replaceAll("。", "；")}`,
      en: `It may exist already: ${lowered(likely.reasonEn).replaceAll(". To confirm", "; to confirm")}`,
    };
  if (first === undefined) return null;
  const { zh, en, how } = first;
  return { zh: `先弄清${zh}：${how.zh}`, en: `First find out ${en}: ${how.en}` };
}

const lowered = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
