/** The page of a material. A row is key: [Chinese, English]. */
export const materialTexts = {
  "material.kicker": ["物料", "Material"],
  "material.gone": ["找不到这种物料", "This material is not here"],
  "material.goneHelp": [
    "没有记录使用“{{text}}”这一名称或代码。请在搜索框中输入名称的一部分，从结果中选择。",
    'No record carries the name or code "{{text}}". Type a part of its name in the search box and choose from the results.',
  ],
  "material.codes": ["资源代码", "Resource codes"],
  "material.below": ["下级代码", "Codes below it"],
  "material.noCode": [
    "这些记录没有资源代码，匹配不会用到它们。",
    "Its records carry no resource code, so matching cannot use them.",
  ],
  "material.names": ["记录中的名称与条数", "Names on records, and how many"],
  "material.moreNames": ["另 {{text}} 个", "{{text}} more"],
  "material.offers": ["谁供", "Who offers it"],
  "material.needs": ["谁需", "Who needs it"],
  "material.no-offer": ["没有企业登记可供这种物料。", "No enterprise offers it."],
  "material.no-need": ["没有企业登记需要这种物料。", "No enterprise asks for it."],
  "material.instead.suppliers": [
    "可询问下面交换中的供方。",
    "The suppliers of the exchanges below can be asked.",
  ],
  "material.instead.rules": [
    "下面的利用规则指出哪些行业可用。",
    "The rules below say which industries can use it.",
  ],
  "material.instead.code": [
    "可打开上面的资源代码，看同一代码的全部记录。",
    "Open its resource code above for all records of that code.",
  ],
  "material.instead.import": [
    "有登记后导入供需信息即可出现。",
    "It appears here once offers and needs are imported.",
  ],
  "material.exchanges": ["交换", "Exchanges"],
  "material.noExchange": ["没有记录到这种物料的交换。", "No exchange of it is recorded."],
  "material.candidates": ["候选链接", "Candidate links"],
  "material.noCandidate": [
    "没有候选链接：匹配需要一方有效的供或需，并在运距内有另一方或适用的规则。",
    "No candidate: matching needs an open offer or need on one side, and the other side or a rule within haul distance.",
  ],
  "material.rules": ["利用规则", "Rules of use"],
  "material.noRule": ["没有收录这种物料的利用规则。", "No rule of use is recorded for it."],
  "material.ruleWaste": ["用于：{{name}}", "for: {{name}}"],
  "material.ruleIndustry": ["利用行业 GB/T 4754：{{codes}}", "using industry, GB/T 4754: {{codes}}"],
  "material.ruleRatio": ["每吨可替代 {{ratio}} 吨原料", "one tonne replaces {{ratio}} t of raw material"],
} as const;
