import { z } from "zod";
import type { Text } from "#graph/schema/text.ts";

/** Why a value is null. A code, so that every language can say it. */
export const NullReason = z.enum([
  "placeholder",
  "no-nodes",
  "no-links",
  "no-known-quantity",
  "no-decidable-exchange",
  "zero-total",
  "undirected",
]);
export type NullReason = z.infer<typeof NullReason>;

export const nullReasonText: Readonly<Record<NullReason, Text>> = {
  placeholder: {
    zh: "汇总、未具名或地点不详，不承载路径：其每项交换各以一个叶节点计",
    en: "pooled, unnamed or of unknown place: it carries no path, each of its exchanges ends at a leaf of its own",
  },
  "no-nodes": { zh: "筛选后没有任何节点", en: "the filter leaves no node" },
  "no-links": { zh: "筛选后没有任何链接", en: "the filter leaves no link" },
  "no-known-quantity": {
    zh: "有交换，但数量均未知",
    en: "there are exchanges, but none has a known quantity",
  },
  "no-decidable-exchange": {
    zh: "没有两端园区均已知的交换",
    en: "no exchange has both ends in known parks",
  },
  "zero-total": { zh: "已知数量之和为零", en: "the known quantities add up to zero" },
  undirected: { zh: "只对有方向的网络有定义", en: "defined for directed networks only" },
};
