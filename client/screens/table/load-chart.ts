import { once } from "#client/screens/load-part.ts";

/** Charts, with Observable Plot. */
export const loadMetricChart = once(() => import("./metric-chart.tsx"));
