import "@fontsource-variable/noto-sans-sc";
import "./style.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { z } from "zod";
import { savedLanguage, showLanguage, startLanguage } from "#client/i18n/language.ts";
import { applyTokens } from "#client/model/tokens.ts";
import { readQuery } from "#client/model/query-text.ts";
import { readAddress } from "#client/model/view/view-state.ts";
import { fetchPartsAhead, loadNetworkScreen, loadTableScreen } from "#client/screens/load-screens.ts";
import { ServiceContext } from "#client/ui/service.ts";
import {
  corridorsQuery,
  createQueryClient,
  facetsQuery,
  insideCorridorsQuery,
  metaQuery,
  placesQuery,
} from "./queries.ts";
import { watchService } from "./recovery.ts";
import { router } from "./router.tsx";

// Compiled parsers need `new Function`, which the content security policy forbids.
z.config({ jitless: true });

const { view } = readAddress(readQuery(location.search));
const language = view.language ?? savedLanguage() ?? "zh-CN";
const queries = createQueryClient();
const service = watchService(queries);

// Everything the first picture needs is asked for at once, before React runs.
void queries.prefetchQuery(placesQuery(view.filter));
void queries.prefetchQuery(corridorsQuery(view.filter));
void queries.prefetchQuery(metaQuery());
void queries.prefetchQuery(facetsQuery(view.filter));
void queries.prefetchQuery(insideCorridorsQuery(view.filter));
void (view.tab === "table" ? loadTableScreen() : loadNetworkScreen());

startLanguage(language);
showLanguage(language);
applyTokens(document.documentElement);

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <ServiceContext value={service}>
        <RouterProvider router={router} />
      </ServiceContext>
    </QueryClientProvider>
  </StrictMode>,
);

// Once the first picture stands.
addEventListener("load", () => setTimeout(() => void fetchPartsAhead(), 1000));
