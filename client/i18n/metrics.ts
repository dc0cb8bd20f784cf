/** Metrics: results, scopes, graphs they read. A row is key: [Chinese, English]. */
export const metricsTexts = {
  "metric.undefined": ["无值", "no value"],
  "metric.rank": ["第 {{rank}} / {{of}}", "{{rank}} of {{of}}"],
  "metric.none": ["目录中没有指标。", "The catalogue holds no metric."],
  "metric.pick": ["指标", "Metric"],
  "metric.pure": ["无量纲", "pure number"],
  "metric.facts": [
    "单位 {{unit}} · 值域 {{range}} · 基于{{reads}}",
    "unit {{unit}} · range {{range}} · reads {{reads}}",
  ],
  "metric.source": ["出处 {{source}}", "source {{source}}"],
  "metric.agrees": ["· 与 {{agrees}} 一致", "· agrees with {{agrees}}"],
  "metric.needsLayer": [
    "该指标累计数量，不同层的数量不能相加。请选一个层：",
    "This metric sums quantities, and quantities of different layers never add. Choose one layer:",
  ],
  "metric.onlyLayer": ["只看{{layer}}", "{{layer}} only"],
  "metric.coverage": [
    "基于 {{exchanges}} 条交换，其中 {{quantified}} 条有数量；筛选去掉 {{filteredOut}} 条，同一节点内 {{selfLoops}} 条；{{nodes}} 个节点，其中 {{pooled}} 个为汇总对象。",
    "From {{exchanges}} exchanges, {{quantified}} of them quantified; the filter took away {{filteredOut}}, {{selfLoops}} stay inside one node; {{nodes}} nodes, {{pooled}} of them pooled.",
  ],
  "metric.leaves": [
    "节点中 {{leaves}} 个是汇总、未具名、地点不详或所选区域以外的一端，各为一个独立的叶节点，任何路径都不穿过它们。",
    "{{leaves}} of the nodes are ends that are pooled, unnamed, of unknown place or outside the chosen area: each a leaf of its own, no path runs through it.",
  ],
  "metric.area": [
    "只计筛选所选区域（省份、城市或园区类别）的网络：节点与归一化均按该区域；区域外的一端只作为交换对象（{{outside}} 个节点）或叶节点计入，不列出。",
    "Web of the chosen area alone (province, city or kind of park): its nodes and its n; ends outside count as partners ({{outside}} nodes) or leaves and are not listed.",
  ],
  "metric.where": ["其中 {{text}}。", "where {{text}}."],
  "metric.zeros": ["其余 {{text}} 个为 0。", "{{text}} more are 0."],
  "metric.showZeros": ["列出为 0 的", "List the zeros"],
  "metric.community": ["社区 {{number}}", "Community {{number}}"],
  "metric.members_one": ["{{text}} 家", "{{text}} member"],
  "metric.members_other": ["{{text}} 家", "{{text}} members"],
  "metric.seed": ["随机种子 {{seed}}", "random seed {{seed}}"],
  "metric.basis": [
    "（基于 {{of}} 条交换中的 {{counted}} 条：已知园区之间 {{between}}，园区内 {{inside}}；数量不详而未计 {{noQuantity}}；园区不详而未判定：不同城市之间 {{betweenCities}}，同城 {{insideCity}}，城市也不详 {{cityUnknown}}）",
    "(over {{counted}} of {{of}} exchanges: {{between}} between known parks, {{inside}} inside one; {{noQuantity}} left out without a quantity; undecided, a park not known: {{betweenCities}} between cities, {{insideCity}} inside one city, {{cityUnknown}} with the city not known either)",
  ],
  "metric.unlisted": [
    "另有 {{text}} 条链接的一端不详：已参与计算，但不列出。",
    "{{text}} more links have an end that is not known: they count, but are not listed.",
  ],
  "metric.sample": [
    "估计值：随机抽取 {{drawn}} / {{total}} 个起点，非精确计算。",
    "Estimated from {{drawn}} of {{total}} start nodes drawn at random, not exact.",
  ],
  "metric.sampleError": [
    "以 95 % 的概率，每个值与精确值相差不超过 {{error}}。",
    " With probability 95 % every value lies within {{error}} of the exact one.",
  ],
  "metric.matrix": [
    "行供应列：交换数与已知流量之和",
    "Row supplies column: exchanges, and the sum of known flows",
  ],
  "metric.fromTo": ["供 → 需", "From → to"],
  "metric.partition": [
    "{{communities}} 个社区，模块度 {{modularity}}，各次运行的稳定性 {{stability}}；与园区的一致度 {{parks}}，与城市 {{cities}}，与省份 {{provinces}}。",
    "{{communities}} communities, modularity {{modularity}}, stability over the runs {{stability}}; agreement with parks {{parks}}, with cities {{cities}}, with provinces {{provinces}}.",
  ],
  "scope.enterprise": ["企业", "Enterprise"],
  "scope.park": ["园区", "Park"],
  "scope.city": ["城市", "City"],
  "scope.node": ["节点", "Node"],
  "scope.link": ["链接", "Link"],
  "scope.network": ["全网", "Network"],
  "scope.flow": ["流", "Flow"],
  "projection.raw": ["逐条交换", "single exchanges"],
  "projection.flow": ["有向汇总", "directed sums"],
  "projection.path": ["有向汇总，不详的一端各自独立", "directed sums, unknown ends each apart"],
  "projection.tie": ["无向汇总，不详的一端各自独立", "undirected sums, unknown ends each apart"],
} as const;
