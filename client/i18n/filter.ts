/** The filter panel and what the filter leaves out. A row is key: [Chinese, English]. */
export const filterTexts = {
  "filter.title": ["筛选", "Filter"],
  "filter.reset": ["重置", "Reset"],
  "filter.clear": ["清除", "Clear"],
  "filter.clearOf": ["清除“{{title}}”筛选", "Clear filter: {{title}}"],
  "filter.values_one": ["{{text}} 项", "{{text}} value"],
  "filter.values_other": ["{{text}} 项", "{{text}} values"],
  "filter.links": ["链接", "Links"],
  "filter.between": ["企业之间", "Between companies"],
  "filter.candidates": ["候选链接（推算）", "Candidates (inferred)"],
  "filter.yearsChart": [
    "各年交换数，已选 {{from}} 至 {{to}}",
    "Exchanges by year, chosen {{from}} to {{to}}",
  ],
  "filter.undatedNote": ["另有 {{text}} 条未注明年份", "{{text}} more state no year"],
  "leftOut.shown": ["显示 {{shown}} / {{total}} 条交换", "Showing {{shown}} of {{total}} exchanges"],
  "leftOut.hidden_one": ["未显示的 {{text}} 条", "{{text}} not shown"],
  "leftOut.hidden_other": ["未显示的 {{text}} 条", "{{text}} not shown"],
  "leftOut.zero": [
    "当前筛选没有留下任何交换。放宽下面一项即可：",
    "The filter leaves no exchange. Relax one of these:",
  ],
  "leftOut.zeroSeveral": [
    "当前筛选没有留下任何交换，须同时放宽几项。",
    "The filter leaves no exchange; several conditions must be relaxed together.",
  ],
  "leftOut.add": ["加入 {{text}} 条", "Add {{text}}"],
  "leftOut.relax": ["放宽", "Relax"],
  "leftOut.several": ["另 {{text}} 条同时不合几项", "{{text}} more fail several conditions"],
  "leftOut.all": ["全部显示", "Show everything"],
  "year.unstated": ["年份未注明", "year not stated"],
} as const;
