import { z } from "zod";
import type { ErrorCode } from "#graph/errors.ts";
import type { Text } from "#graph/schema/text.ts";

/** RFC 9457 problem details, media type application/problem+json. */
export const Problem = z
  .strictObject({
    type: z.string().describe("/problems/<code>"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.strictObject({ pointer: z.string(), message: z.string() })),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

export interface ProblemRow {
  readonly status: number;
  readonly title: Text;
  /** What to do about it. */
  readonly help: Text;
}

/** The one table from error code to HTTP status, title and advice. */
export const problemTable: Readonly<Record<ErrorCode, ProblemRow>> = {
  "invalid-request": {
    status: 400,
    title: { zh: "请求参数无效", en: "A parameter of the request is not valid" },
    help: {
      zh: "errors 中逐一列出有误的参数及原因；改正后重试。重复或未知的参数同样会被拒绝。",
      en: "errors names each faulty parameter and why; correct it and ask again. Repeated and unknown parameters are refused too.",
    },
  },
  "unknown-id": {
    status: 404,
    title: { zh: "没有这个对象", en: "There is no such thing here" },
    help: {
      zh: "编号在当前网络版本中不存在，或地址有误。请从列表或检索中取编号。",
      en: "The id is not in the present network version, or the address is wrong. Take ids from a list or the search.",
    },
  },
  "unknown-job": {
    status: 404,
    title: { zh: "没有这个任务，或已过期", en: "There is no such job, or it has expired" },
    help: {
      zh: "服务只保留最近的任务，重启后也不保留；请以相同内容重新 POST /api/jobs，已算过的指标不会重算。",
      en: "Only the latest jobs are kept, and none over a restart; POST the same body to /api/jobs again: what was worked out is not worked out twice.",
    },
  },
  "host-not-allowed": {
    status: 421,
    title: { zh: "服务不接受该主机名", en: "The service is not known under this host name" },
    help: {
      zh: "请用启动时显示的地址访问；若经由其他域名访问，请管理员以 --public-url 登记该地址。",
      en: "Use the address shown at the start; the operator can add another one with --public-url.",
    },
  },
  "invalid-cursor": {
    status: 400,
    title: {
      zh: "游标无效或已过期",
      en: "The cursor is not one of ours or belongs to an older network version",
    },
    help: {
      zh: "游标只对同一列表、同一条件、同一网络版本有效；请从第一页重新开始。",
      en: "A cursor holds for one list, one set of parameters and one network version; start again from the first page.",
    },
  },
  "metric-needs-one-layer": {
    status: 422,
    title: { zh: "该指标须只选一层", en: "This metric sums quantities and needs exactly one layer" },
    help: {
      zh: "不同层的数量不能相加；请用 layer 只选 material、energy 或 water 之一。",
      en: "Quantities of different layers never add; choose exactly one of material, energy, water with layer.",
    },
  },
  "import-rejected": {
    status: 422,
    title: { zh: "导入的数据有误，未导入任何记录", en: "The import has faulty rows; nothing was imported" },
    help: {
      zh: "逐行更正所列错误后重新导入。",
      en: "Correct the listed rows and import again; nothing was stored.",
    },
  },
  "not-utf8-or-gb18030": {
    status: 415,
    title: { zh: "文本既非 UTF-8 也非 GB 18030", en: "The text is neither UTF-8 nor GB 18030" },
    help: { zh: "请另存为 UTF-8 后再试。", en: "Save the file as UTF-8 and try again." },
  },
  "store-unavailable": {
    status: 503,
    title: { zh: "数据存储无响应", en: "The store does not answer" },
    help: {
      zh: "稍后重试；若持续出现，请联系管理员。",
      en: "Try again shortly; if it stays, tell the operator.",
    },
  },
  "store-access-denied": {
    status: 503,
    title: {
      zh: "数据存储拒绝登录，或其证书无效",
      en: "The store refuses our login or its certificate is not valid",
    },
    help: {
      zh: "请管理员检查账号、密码与证书。",
      en: "The operator has to check the login and the certificate.",
    },
  },
  "store-locked": {
    status: 503,
    title: { zh: "数据存储被其他进程占用", en: "Another process holds the store" },
    help: { zh: "稍后重试。", en: "Try again shortly." },
  },
  "store-corrupt": {
    status: 500,
    title: { zh: "数据存储已损坏", en: "The store is damaged" },
    help: { zh: "请管理员从备份恢复。", en: "The operator has to restore a backup." },
  },
  "store-newer-than-program": {
    status: 500,
    title: { zh: "数据存储由更新版本的程序写成", en: "The store was written by a newer program" },
    help: { zh: "请管理员升级程序。", en: "The operator has to update the program." },
  },
  "store-full": {
    status: 507,
    title: { zh: "磁盘已满", en: "The disk is full" },
    help: { zh: "读取不受影响；请管理员腾出空间。", en: "Reading goes on; the operator has to free space." },
  },
  "unsupported-store-url": {
    status: 500,
    title: { zh: "不支持该存储地址", en: "No store is known for this address" },
    help: { zh: "请管理员检查配置。", en: "The operator has to check the configuration." },
  },
  "too-many-requests": {
    status: 429,
    title: { zh: "请求过于频繁", en: "Too many requests" },
    help: { zh: "等待 Retry-After 所示秒数后重试。", en: "Wait for the seconds in Retry-After." },
  },
  "payload-too-large": {
    status: 413,
    title: { zh: "请求过大", en: "The request is too large" },
    help: { zh: "请分批提交。", en: "Send it in parts." },
  },
  "unsupported-media-type": {
    status: 415,
    title: { zh: "不支持该媒体类型", en: "The media type is not supported" },
    help: { zh: "请按文档使用所列类型。", en: "Use a media type that the documentation lists." },
  },
  "method-not-allowed": {
    status: 405,
    title: { zh: "此地址不支持该方法", en: "This address does not answer this method" },
    help: { zh: "可用的方法见 Allow 响应头。", en: "The Allow header lists what is possible." },
  },
  "not-permitted": {
    status: 403,
    title: { zh: "当前身份不可进行此操作", en: "This viewer may not do that" },
    help: { zh: "请向管理员申请权限。", en: "Ask the operator for the permission." },
  },
  "precondition-required": {
    status: 428,
    title: { zh: "缺少前提条件", en: "The request must state what it builds on" },
    help: {
      zh: "请以 If-Match 给出该地址 GET 答复中的 ETag。",
      en: "Send If-Match with the ETag that a GET of the same address gave.",
    },
  },
  "changed-meanwhile": {
    status: 412,
    title: { zh: "对象在此期间已更改", en: "The thing has changed meanwhile" },
    help: { zh: "请重新读取，核对后再提交。", en: "Read it again, look at the changes and send again." },
  },
  "work-queue-full": {
    status: 503,
    title: { zh: "排队的分析过多", en: "Too many analyses are waiting" },
    help: { zh: "等待 Retry-After 所示秒数后重试。", en: "Wait for the seconds in Retry-After." },
  },
  "analysis-too-long": {
    status: 504,
    title: { zh: "分析耗时过长，已中止", en: "The analysis took too long and was stopped" },
    help: { zh: "缩小筛选范围后重试。", en: "Narrow the filter and ask again." },
  },
  "analysis-too-big": {
    status: 507,
    title: {
      zh: "分析所需内存超出限额，已中止",
      en: "The analysis needed more memory than it may have and was stopped",
    },
    help: { zh: "缩小筛选范围后重试。", en: "Narrow the filter and ask again." },
  },
  "queue-unavailable": {
    status: 503,
    title: { zh: "任务队列无响应", en: "The queue of jobs does not answer" },
    help: {
      zh: "其他查询不受影响；稍后重试，若持续出现请管理员检查 GONGSHENG_QUEUE 所指的 Redis。",
      en: "All other questions are answered; try again shortly. If it stays, the operator has to look after the Redis that GONGSHENG_QUEUE names.",
    },
  },
  "seed-unreadable": {
    status: 500,
    title: { zh: "种子文件无法读取", en: "The seed files cannot be read" },
    help: { zh: "请管理员检查安装是否完整。", en: "The operator has to check the installation." },
  },
  internal: {
    status: 500,
    title: { zh: "服务器内部出错", en: "Something went wrong on our side" },
    help: {
      zh: "请把 requestId 告知管理员，日志中有原因。",
      en: "Tell the operator the requestId; the log has the cause.",
    },
  },
};
