import { once } from "#client/screens/load-part.ts";

/** Charts, with Observable Plot. */
export const loadMetricChart = once("metric-chart", () => import("./metric-chart.tsx"));
