import type { ErrorCode } from "#graph/errors.ts";
import { dimensions } from "#graph/schema/filter/dimensions.ts";
import type { EndpointId } from "#graph/schema/api/contract.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

/** What each endpoint gives, in Chinese; the English stands in the contract. */
export const summaryZh: Readonly<Record<EndpointId, string>> = {
  meta: "数据版本、各类记录数、单位、省市代码与致谢",
  parks: "园区列表及筛选条件下的各项计数",
  park: "单个园区：分层流入流出合计、伙伴、指标与依据",
  places: "地图上的全部地点：园区，以及所在园区不明的企业所在的市或省",
  place: "单个地点（园区或非园区）",
  enterprises: "企业：全部，或某一园区、地点的企业",
  exchanges: "筛选条件下的交换，附来源与依据",
  listings: "供需信息",
  corridors: "按起点、终点和层汇总的通道，最宽的在前，并给出总数",
  facets: "筛选面板各选项的计数",
  candidates: "可能的跨园区链接，最优在前，附评分构成、门槛与理由",
  material: "单个物料：有效的供与需、筛选条件下的交换、利用规则",
  metricCatalogue: "指标目录：定义、单位、取值范围与出处",
  metric: "在筛选条件下计算一项指标，附覆盖情况",
  search: "按中文片段、拼音或拼音首字母、英文、代码检索园区、企业、资源和城市",
  export: "导出筛选后的网络：节点 CSV、边 CSV、GraphML 或 node-link JSON，流式输出",
};

/** Parameters, in Chinese, by name: a name means the same everywhere. */
export const parameterZh: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    dimensions.flatMap(({ parameters }) => parameters.map(({ key, about }) => [key, about.zh])),
  ),
  limit: "每页条数，1 至 500，默认 100",
  cursor: "上一页给出的 next",
  city: "城市代码，六位（GB/T 2260）",
  park: "园区编号",
  place:
    "地点编号：park:<园区编号>、site:<企业编号>、county:<代码>、city:<代码>、province:<代码> 或 outside:<代码>",
  from: "起点地点（供方所在）",
  to: "终点地点（受方所在）",
  enterprise: "企业编号，任一端",
  resource: "资源代码（含其下级），或记录上的物料名称",
  direction: "offer 供，need 需",
  scope: "between 地点之间（默认），inside 地点内部，all 全部",
  sort: "排序：exchanges 按交换数（默认），flow 按流量（须只选一层）",
  listing: "供需信息编号",
  crossProvince: "是否跨省：yes 或 no",
  inferred: "no 表示两端均有供需信息，不含推断",
  existing: "yes 表示也列出已有交换的一对，默认 no",
  gates: "open 无门槛不通过（默认），blocked 至少一项不通过，all 全部",
  q: "检索文字",
  id: "编号",
  format: "nodes.csv、edges.csv、graphml 或 node-link",
};

export interface Explanation {
  readonly titleZh: string;
  readonly helpZh: string;
  readonly helpEn: string;
}

/** What a problem means for the caller and what to do about it. */
export const explanations: Readonly<Record<ErrorCode, Explanation>> = {
  "invalid-request": {
    titleZh: "请求参数无效",
    helpZh: "errors 中逐一列出有误的参数及原因；改正后重试。重复或未知的参数同样会被拒绝。",
    helpEn:
      "errors names each faulty parameter and why; correct it and ask again. Repeated and unknown parameters are refused too.",
  },
  "unknown-id": {
    titleZh: "没有这个对象",
    helpZh: "编号在当前网络版本中不存在，或地址有误。请从列表或检索中取编号。",
    helpEn:
      "The id is not in the present network version, or the address is wrong. Take ids from a list or the search.",
  },
  "host-not-allowed": {
    titleZh: "服务不接受该主机名",
    helpZh: "请用启动时显示的地址访问；若经由其他域名访问，请管理员以 --public-url 登记该地址。",
    helpEn: "Use the address shown at the start; the operator can add another one with --public-url.",
  },
  "invalid-cursor": {
    titleZh: "游标无效或已过期",
    helpZh: "游标只对同一列表、同一条件、同一网络版本有效；请从第一页重新开始。",
    helpEn:
      "A cursor holds for one list, one set of parameters and one network version; start again from the first page.",
  },
  "metric-needs-one-layer": {
    titleZh: "该指标须只选一层",
    helpZh: "不同层的数量不能相加；请用 layer 只选 material、energy 或 water 之一。",
    helpEn:
      "Quantities of different layers never add; choose exactly one of material, energy, water with layer.",
  },
  "import-rejected": {
    titleZh: "导入的数据有误，未导入任何记录",
    helpZh: "逐行更正所列错误后重新导入。",
    helpEn: "Correct the listed rows and import again; nothing was stored.",
  },
  "not-utf8-or-gb18030": {
    titleZh: "文本既非 UTF-8 也非 GB 18030",
    helpZh: "请另存为 UTF-8 后再试。",
    helpEn: "Save the file as UTF-8 and try again.",
  },
  "store-unavailable": {
    titleZh: "数据存储无响应",
    helpZh: "稍后重试；若持续出现，请联系管理员。",
    helpEn: "Try again shortly; if it stays, tell the operator.",
  },
  "store-access-denied": {
    titleZh: "数据存储拒绝登录，或其证书无效",
    helpZh: "请管理员检查账号、密码与证书。",
    helpEn: "The operator has to check the login and the certificate.",
  },
  "store-locked": {
    titleZh: "数据存储被其他进程占用",
    helpZh: "稍后重试。",
    helpEn: "Try again shortly.",
  },
  "store-corrupt": {
    titleZh: "数据存储已损坏",
    helpZh: "请管理员从备份恢复。",
    helpEn: "The operator has to restore a backup.",
  },
  "store-newer-than-program": {
    titleZh: "数据存储由更新版本的程序写成",
    helpZh: "请管理员升级程序。",
    helpEn: "The operator has to update the program.",
  },
  "store-full": {
    titleZh: "磁盘已满",
    helpZh: "读取不受影响；请管理员腾出空间。",
    helpEn: "Reading goes on; the operator has to free space.",
  },
  "unsupported-store-url": {
    titleZh: "不支持该存储地址",
    helpZh: "请管理员检查配置。",
    helpEn: "The operator has to check the configuration.",
  },
  "too-many-requests": {
    titleZh: "请求过于频繁",
    helpZh: "等待 Retry-After 所示秒数后重试。",
    helpEn: "Wait for the seconds in Retry-After.",
  },
  "payload-too-large": {
    titleZh: "请求过大",
    helpZh: "请分批提交。",
    helpEn: "Send it in parts.",
  },
  "unsupported-media-type": {
    titleZh: "不支持该媒体类型",
    helpZh: "请按文档使用所列类型。",
    helpEn: "Use a media type that the documentation lists.",
  },
  "method-not-allowed": {
    titleZh: "此地址不支持该方法",
    helpZh: "可用的方法见 Allow 响应头。",
    helpEn: "The Allow header lists what is possible.",
  },
  "work-queue-full": {
    titleZh: "排队的分析过多",
    helpZh: "等待 Retry-After 所示秒数后重试。",
    helpEn: "Wait for the seconds in Retry-After.",
  },
  "analysis-too-long": {
    titleZh: "分析耗时过长，已中止",
    helpZh: "缩小筛选范围后重试。",
    helpEn: "Narrow the filter and ask again.",
  },
  "seed-unreadable": {
    titleZh: "种子文件无法读取",
    helpZh: "请管理员检查安装是否完整。",
    helpEn: "The operator has to check the installation.",
  },
  internal: {
    titleZh: "服务器内部出错",
    helpZh: "请把 requestId 告知管理员，日志中有原因。",
    helpEn: "Tell the operator the requestId; the log has the cause.",
  },
};

/** Words of the page itself. */
export const pageWords = {
  zh: {
    title: "接口文档",
    product: "共生网",
    lead: "本页由接口契约生成。所有列表返回 {items, total, next, networkVersion}；错误遵循 RFC 9457。",
    machine: "机器可读：OpenAPI 3.1",
    other: "English",
    parameters: "参数",
    name: "名称",
    place: "位置",
    meaning: "含义",
    form: "格式",
    path: "路径",
    query: "查询",
    required: "必填",
    none: "无参数",
    answer: "返回",
    problems: "可能的错误",
    allProblems: "全部错误代码",
    schemas: "数据结构（字段说明为英文）",
    field: "字段",
    type: "类型",
    code: "代码",
    status: "状态码",
    help: "如何处理",
    back: "接口文档",
    home: "回到首页",
    open: "试一试",
  },
  en: {
    title: "API documentation",
    product: "Gongsheng",
    lead: "Drawn from the contract. Every list answers {items, total, next, networkVersion}; errors follow RFC 9457.",
    machine: "For machines: OpenAPI 3.1",
    other: "中文",
    parameters: "Parameters",
    name: "Name",
    place: "In",
    meaning: "Meaning",
    form: "Form",
    path: "path",
    query: "query",
    required: "required",
    none: "No parameters",
    answer: "Answer",
    problems: "Possible problems",
    allProblems: "All problem codes",
    schemas: "Schemas",
    field: "Field",
    type: "Type",
    code: "Code",
    status: "Status",
    help: "What to do",
    back: "API documentation",
    home: "To the first page",
    open: "Try it",
  },
} as const satisfies Record<Language, Record<string, string>>;
