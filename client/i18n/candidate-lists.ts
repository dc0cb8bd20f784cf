/** The lists of candidates and the day they are judged by. A row is key: [Chinese, English]. */
export const candidateListsTexts = {
  "section.title": ["候选链接的分类", "Lists of candidates"],
  "section.between-parks": ["园区间", "Between parks"],
  "section.same-park": ["园区内", "Inside one park"],
  "section.hypothesis": ["假设", "Hypotheses"],
  "section.with-total": ["与合计", "With a total"],
  "section.probably-existing": ["可能已存在", "Probably existing"],
  "section.existing": ["已在交换", "Already exchanging"],
  "section.blocked": ["受阻", "Blocked"],
  "section.gaps": ["城市缺口", "Gaps of cities"],
  "section.about.gaps": [
    "一市的合计供给与合计需求：两个合计不能配对，只指出该到哪里找企业。余量已扣除在运行的交换和本企业自用；不明的不计入合计；一方不明或没有登记的，余缺未知。",
    "What the totals of a city offer and want: two totals are no candidate, they show where to look for firms. Net of operating exchanges and own use; what is not known is not in the sums, and where a side is not known or has nothing on record the balance is not known.",
  ],
  "section.none.gaps": [
    "筛选条件下没有城市合计的供需。",
    "No total of a city offers or wants anything under the filter.",
  ],
  "gap.over": ["余 {{text}}", "{{text}} left over"],
  "gap.short": ["缺 {{text}}", "{{text}} short"],
  "gap.takes": ["可接收：{{name}}", "could take: {{name}}"],
  "gap.gives": ["可供给：{{name}}", "could give: {{name}}"],
  "gap.allUnknown": ["未知（{{text}} 条）", "not known ({{text}} listed)"],
  "gap.someUnknown": ["{{sum}}，另 {{text}} 条未知", "{{sum}}, {{text}} more not known"],
  "section.about.between-parks": [
    "至少一端有登记的供需，两端不在同一园区。推算所得，不是已有交换。次序：资源匹配、同行实例、距离、依据、数量五项评分的加权几何平均，从高到低；同城而园区不详的排在后面。",
    "At least one end lists an offer or need, and the ends are not in one park. Inferred, not existing exchanges. Order: weighted geometric mean of the five parts (fit, practice, distance, evidence, quantity), best first; pairs of one city whose parks are not known come last.",
  ],
  "section.about.same-park": [
    "两端在同一园区、分属不同企业。推算所得，不是已有交换。",
    "Both ends stand in one park and belong to different companies. Inferred, not existing exchanges.",
  ],
  "section.about.hypothesis": [
    "只有别处的做法作依据，或运费很可能高过一吨货能承担的价值：须先向双方确认。",
    "Practice elsewhere is the only ground, or the freight is likely more than a tonne can bear: ask both sides first.",
  ],
  "section.about.with-total": [
    "一端是多家企业的合计，那一端没有可打电话的人：先找出合计背后的企业，再找另一端的厂。余缺见“城市缺口”。",
    "One end is a total of several firms, so nobody can be called there: find the firms behind it first, then call the plant at the other end. What is left over or short stands under gaps of cities.",
  ],
  "section.about.probably-existing": [
    "已记录的汇总交换或另一条记录似乎说的就是它：先核实是否已经在做。",
    "A pooled exchange on record, or another record, seems to describe it already: find out whether it is being done.",
  ],
  "section.about.existing": [
    "这两家已在交换该资源，列出以便对照，不是新机会。",
    "The two exchange this resource already; listed for comparison, not as an opportunity.",
  ],
  "section.about.blocked": [
    "至少一项门槛不通过。点开一行可看是哪一项、依据哪一条。",
    "At least one gate fails. Open a row to see which one and by which article.",
  ],
  "section.none.between-parks": [
    "筛选条件下没有园区间候选。可看“园区内”“假设”或“受阻”，或在左侧放宽层、地区、资源的筛选。",
    "No candidate between parks under the filter. Look at inside one park, hypotheses or blocked, or relax layer, area or resource on the left.",
  ],
  "section.none.same-park": [
    "没有园区内候选：同一园区内没有供需相合的两家企业。导入园区内企业的供需信息后会重新计算。",
    "None inside one park: no two companies of a park fit each other. Import offers and needs of its companies and they are found anew.",
  ],
  "section.none.hypothesis": [
    "没有假设链接：别处的做法都不足以支持没有登记的两端。",
    "No hypothesis: practice elsewhere does not support any pair that lists nothing.",
  ],
  "section.none.with-total": ["筛选条件下没有与合计相合的厂。", "No plant fits a total under the filter."],
  "section.none.probably-existing": [
    "没有可能已存在的候选：没有一条与已记录的汇总交换或重复记录相合。",
    "None that probably exists: no candidate fits a pooled exchange on record or a duplicate record.",
  ],
  "section.none.existing": [
    "筛选条件下没有已在交换的一对。",
    "No pair that already exchanges under the filter.",
  ],
  "section.none.blocked": ["筛选条件下没有受阻的候选。", "No blocked candidate under the filter."],
  "noCandidate.help": ["补上这些记录最有用：", "These records would help most:"],
  "recall.ask": ["隐藏已知交换再去找，能找回多少？", "Known exchanges hidden: how many are found again?"],
  "recall.what": ["查全率", "Recall"],
  "recall.none": [
    "数据中没有可供检验的交换，无法计算。",
    "The data has no exchange to test with, so there is no figure.",
  ],
  "recall.top10": [
    "隐藏已知交换后，前十名命中 {{value}}（95% 区间 {{low}}–{{high}}，n={{n}}）。",
    "Known exchanges hidden, the first ten hold the receiver in {{value}} (95 % interval {{low}}–{{high}}, n={{n}}).",
  ],
  "recall.found": [
    "名单中任一位置找到 {{value}}（{{low}}–{{high}}）。",
    "Found at any rank: {{value}} ({{low}}–{{high}}).",
  ],
  "recall.rival": [
    "对照：只看同行先例与远近，前十名命中 {{value}}（{{low}}–{{high}}）。",
    "A simple rival, practice of the industry and distance: {{value}} in the first ten ({{low}}–{{high}}).",
  ],
  "recall.protocol": [
    "逐条隐藏交换，按 {{asOf}} 判断；只含不同企业的具名厂之间的副产物、热与水。",
    "Each exchange is hidden by itself, judged on {{asOf}}; by-products, heat and water between named plants of different companies.",
  ],
  "recall.protocolStrict": [
    "逐条隐藏交换，连同接收方自己的需求和只由它显示的规则，按 {{asOf}} 判断；只含不同企业的具名厂之间的副产物、热与水。",
    "Each exchange is hidden by itself, with the receiver's own need and the rules it alone shows, judged on {{asOf}}; by-products, heat and water between named plants of different companies.",
  ],
  "recall.sample": [
    "网络较大，从 {{all}} 条中按种子抽取 {{n}} 条检验。",
    "The network is large: {{n}} of {{all}} exchanges were drawn by the seed and tested.",
  ],
  "recall.end": ["。", "."],
  "fold.open": ["还有 {{text}} 条", "{{text}} more"],
  "fold.close": ["收起", "Fold"],
  "fold.note": [
    "另有 {{text}} 条折叠在后：前 60 条里，同一条供需至多列 3 条，同一接收方同一资源至多 2 条。",
    "{{text}} more stand folded behind: the first 60 hold at most 3 of one listing and 2 of one receiver and resource.",
  ],
  "day.title": ["按哪一天判断", "The day they are judged by"],
  "day.by": ["按", "By the law of"],
  "day.law": ["的法律与有效期判断", "and listings valid then"],
  "day.today": ["改回今天", "Back to today"],
  "day.changed": [
    "2026-08-15 起适用《生态环境法典》，此前适用《固体废物污染环境防治法》。",
    "The Ecological Environment Code applies from 2026-08-15, the Solid Waste Law before.",
  ],
  "day.see": ["看 {{day}}", "See {{day}}"],
  "day.wrong": [
    "应为 2000 至 2049 年的日期，如 2026-08-14 或 2026年8月14日",
    "expected a day from 2000 to 2049, such as 2026-08-14",
  ],
  "day.judged": ["按 {{day}} 的法律与有效期判断。", "Judged by the law and the listings of {{day}}."],
  "day.judgedToday": [
    "按今天（{{day}}）的法律与有效期判断。",
    "Judged by the law and the listings of today ({{day}}).",
  ],
} as const;
