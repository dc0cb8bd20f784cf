import { loadMetricChart } from "./table/load-chart.ts";
import { once } from "./load-part.ts";

/** The stage with Sigma. */
export const loadNetworkScreen = once("network-screen", () => import("./network/network-screen.tsx"));
export const loadTableScreen = once("table-screen", () => import("./table/table-screen.tsx"));
export const loadFilterPanel = once("filter-panel", () => import("./filter/filter-panel.tsx"));
export const loadOverviewPanel = once("overview-panel", () => import("./overview/overview-panel.tsx"));
export const loadPlacePanel = once("place-panel", () => import("./place/place-panel.tsx"));
export const loadCorridorPanel = once("corridor-panel", () => import("./corridor/corridor-panel.tsx"));
export const loadUnknownEndsPanel = once(
  "unknown-ends-panel",
  () => import("./corridor/unknown-ends-panel.tsx"),
);
export const loadEnterprisePanel = once(
  "enterprise-panel",
  () => import("./enterprise/enterprise-panel.tsx"),
);
export const loadMaterialPanel = once("material-panel", () => import("./material/material-panel.tsx"));
export const loadCandidatePanel = once("candidate-panel", () => import("./candidate/candidate-panel.tsx"));
export const loadWhyNotPanel = once("why-not-panel", () => import("./why-not/why-not-panel.tsx"));
export const loadDialogs = once("dialogs", () => import("./shell/dialogs.tsx"));
export const loadTableExport = once("export-table", () => import("./table/export-table.ts"));

/**
 * Fetches every part before it is asked for, one after the other: browsers remember a failed part for as long as the
 * page lives, so that a part first wanted during an outage would stay lost after it.
 */
export async function fetchPartsAhead(): Promise<void> {
  const parts = [
    loadNetworkScreen,
    loadTableScreen,
    loadFilterPanel,
    loadOverviewPanel,
    loadPlacePanel,
    loadCorridorPanel,
    loadUnknownEndsPanel,
    loadEnterprisePanel,
    loadMaterialPanel,
    loadCandidatePanel,
    loadWhyNotPanel,
    loadDialogs,
    loadTableExport,
    loadMetricChart,
  ];
  for (const load of parts) await load().catch(() => undefined);
}
