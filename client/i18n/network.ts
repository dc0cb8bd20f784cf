/** Map and graph: stage, legend. A row is key: [Chinese, English]. */
export const networkTexts = {
  "stage.label": [
    "网络图。方向键移动，回车打开详情，问号列出按键。",
    "Network. Arrow keys move, Enter opens details, question mark lists the keys.",
  ],
  "stage.summary": [
    "图中有 {{parks}} 个园区，{{shown}} / {{total}} 条通道。同样的内容在“表格”视图中。",
    "The picture holds {{parks}} parks and {{shown}} of {{total}} corridors. The table view holds the same.",
  ],
  "stage.asTable": ["改看表格", "Show as table"],
  "stage.counts": ["显示 {{shown}} / {{total}} 条通道", "Showing {{shown}} of {{total}} corridors"],
  "stage.walked": [
    "{{name}}：{{exchanges}} 条交换，{{enterprises}} 家企业",
    "{{name}}: exchanges {{exchanges}}, enterprises {{enterprises}}",
  ],
  "stage.placeNote": [
    "{{kind}} · {{exchanges}} 条交换 · {{enterprises}} 家企业",
    "{{kind}} · exchanges {{exchanges}} · enterprises {{enterprises}}",
  ],
  "stage.lost": ["图形上下文丢失，正在恢复…", "The graphics context was lost; restoring…"],
  "stage.noWebGl": [
    "此浏览器未启用 WebGL，无法绘制地图和关系图，因此打开了表格。筛选、选择与导出均可照常使用。",
    "WebGL is off in this browser, so the map and the graph cannot be drawn and the table is open instead. Filters, selection and exports work as usual.",
  ],
  "stage.controls": ["图形控制", "Picture controls"],
  "stage.zoomIn": ["放大", "Zoom in"],
  "stage.zoomOut": ["缩小", "Zoom out"],
  "stage.fit": ["显示全部", "Show all"],
  "stage.keys": ["按键说明", "Keys"],
  "legend.title": ["图例", "Legend"],
  "legend.park": ["园区 {{text}}", "parks {{text}}"],
  "legend.park-empty": ["暂无交换 {{text}}", "no exchange {{text}}"],
  "legend.place": ["园区未知 {{text}}", "park unknown {{text}}"],
  "legend.margin": ["图边 {{text}}", "margin {{text}}"],
  "legend.inside": ["有内部交换 {{text}}", "exchanges inside {{text}}"],
  "legend.candidate": ["候选 {{text}}", "candidates {{text}}"],
  "legend.widthExchanges": ["线宽 = 交换数", "Width = exchanges"],
  "legend.widthFlow": ["线宽 = 流量", "Width = flow"],
  "legend.shown": ["显示 {{shown}} / {{total}} 条通道", "Showing {{shown}} of {{total}} corridors"],
  "legend.light": ["软件渲染", "software rendering"],
} as const;
