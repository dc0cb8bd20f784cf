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
  "closed-loop",
  "too-many-nodes",
  "no-loser",
  "no-cycle",
  "undirected",
  "several-layers",
  "repeated-root",
  "no-limit",
  "no-partner",
  "group-not-known",
  "one-group",
  "no-variation",
  "not-connected",
  "too-few-nodes",
  "no-points",
  "one-layer",
  "no-triangle",
  "no-listings",
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
  "closed-loop": {
    zh: "有一个循环没有任何流出或损失，路径之和没有极限",
    en: "a loop loses nothing and passes nothing out, so the sum over paths has no limit",
  },
  "too-many-nodes": {
    zh: "网络太大，算不了此值：请缩小筛选范围",
    en: "the web is too big for this value: narrow the filter and ask again",
  },
  "no-loser": {
    zh: "没有一对关系为负，比值没有分母",
    en: "no relation is negative, so the ratio has no denominator",
  },
  "no-cycle": { zh: "网络中没有循环，没有此值", en: "the web has no cycle, so there is no such value" },
  "several-layers": {
    zh: "数据含多个层，单位不同，不能相加：只保留一层再计算",
    en: "there are several layers, and their quantities never add: keep one and ask again",
  },
  "repeated-root": {
    zh: "网络的几个部分同样强，没有唯一的解",
    en: "several parts of the web are equally strong, so there is no one solution",
  },
  "no-limit": {
    zh: "该衰减系数下级数不收敛：请取更小的值",
    en: "with this attenuation the sum has no limit: ask with a smaller one",
  },
  "no-partner": { zh: "没有伙伴", en: "it has no partner" },
  "group-not-known": { zh: "所属分组不详", en: "the group it belongs to is not known" },
  "one-group": { zh: "已知的节点都在同一组", en: "all nodes that are known lie in one group" },
  "no-variation": {
    zh: "各节点的值都相同，相关系数没有定义",
    en: "all values are the same, so there is no correlation",
  },
  "not-connected": { zh: "网络不连通", en: "the web is not connected" },
  "too-few-nodes": { zh: "节点太少", en: "there are too few nodes" },
  "no-points": { zh: "没有两端均有坐标的交换", en: "no exchange has a point at both ends" },
  "one-layer": { zh: "有交换的层不足两个", en: "fewer than two layers have an exchange" },
  "no-triangle": {
    zh: "网络或其随机参照中没有三角形",
    en: "there is no triangle in the web or in its random references",
  },
  "no-listings": { zh: "没有供需信息", en: "there are no offers or needs" },
  undirected: { zh: "只对有方向的网络有定义", en: "defined for directed networks only" },
};
