/** The search box. A row is key: [Chinese, English]. */
export const searchTexts = {
  "search.label": ["搜索园区、企业、物料、地点", "Search parks, enterprises, materials, places"],
  "search.none": [
    "没有找到“{{text}}”。可试试名称中的任意几个字、拼音首字母或代码。",
    'Nothing found for "{{text}}". Try any part of a name, pinyin initials or a code.',
  ],
  "search.park": ["园区", "Parks"],
  "search.enterprise": ["企业", "Enterprises"],
  "search.resource": ["物料", "Materials"],
  "search.city": ["城市", "Cities"],
  "search.county": ["区县", "Counties"],
} as const;
