/** What failed, and why. A row is key: [Chinese, English]. */
export const problemsTexts = {
  "what.network": ["网络图", "network"],
  "what.counts": ["筛选计数", "filter counts"],
  "what.place": ["地点详情", "place"],
  "what.meta": ["数据概况", "data summary"],
  "what.corridors": ["通道", "corridors"],
  "what.candidate": ["候选链接", "candidate link"],
  "what.candidates": ["候选链接", "candidate links"],
  "what.enterprise": ["企业", "enterprise"],
  "what.enterprises": ["企业清单", "enterprises"],
  "what.material": ["物料详情", "material"],
  "what.exchanges": ["交换清单", "exchanges"],
  "what.listings": ["供需信息", "offers and needs"],
  "what.metrics": ["指标目录", "metric catalogue"],
  "problem.part": [
    "页面的这一部分没有载入。服务恢复后本页自动重新载入，视图保持不变。",
    "This part of the page did not load. The page loads itself anew once the service answers; the view stays.",
  ],
  "problem.page": [
    "页面的这一部分出错。请重试；若仍如此，请刷新页面。",
    "This part of the page failed. Try again; if it fails again, reload the page.",
  ],
  "problem.unreadable": [
    "服务器的回答无法识别，可能版本不一致。请刷新页面。",
    "The server's answer cannot be read; the versions may differ. Reload the page.",
  ],
  "problem.request": ["请求编号 {{requestId}}", "request {{requestId}}"],
  "problem.invalid-request": [
    "请求中有无效参数。请重置筛选后再试。",
    "A parameter of the request is not valid. Reset the filter and try again.",
  ],
  "problem.unknown-id": [
    "找不到这一对象，可能已在新版本中移除。",
    "There is no such thing here; a newer version may have removed it.",
  ],
  "problem.invalid-cursor": ["数据已更新，请重新载入列表。", "The data has changed. Load the list again."],
  "problem.metric-needs-one-layer": [
    "该指标累计数量，请先只选一个层。",
    "This metric sums quantities. Choose one layer first.",
  ],
  "problem.too-many-requests": [
    "请求过于频繁，请稍等片刻再试。",
    "Too many requests. Wait a moment and try again.",
  ],
  "problem.work-queue-full": [
    "等待计算的任务太多，请稍后重试。",
    "Too many analyses are waiting. Try again later.",
  ],
  "problem.analysis-too-long": [
    "计算超过时限，已停止。请缩小筛选范围后重试。",
    "The analysis took too long and was stopped. Narrow the filter and try again.",
  ],
  "problem.internal": [
    "服务器出错，请重试；若仍失败，请把请求编号告知管理员。",
    "The server failed. Try again; if it fails again, tell the operator the request number.",
  ],
  "outage.text": [
    "服务没有回应。图和表是 {{time}} 之前取得的内容，恢复后自动更新。",
    "The service does not answer. What is shown was fetched before {{time}} and updates itself once it is back.",
  ],
  "outage.waiting": ["{{what}}：恢复后自动载入。", "Waiting for the service: {{what}}."],
  "pending.text": ["正在更新", "Updating"],
  "pending.away": [
    "新的筛选尚未生效，所示仍按原来的筛选。",
    "The new filter waits for the service; what is shown follows the one before.",
  ],
  "pending.cancel": ["取消，恢复原筛选", "Cancel, back to the filter before"],
} as const;
