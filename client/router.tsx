import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { writeQuery } from "#client/model/query-text.ts";
import { cleanSearch } from "#client/model/view/view-state.ts";
import { App } from "#client/screens/shell/app.tsx";

const root = createRootRoute({ validateSearch: cleanSearch, component: App, notFoundComponent: () => null });
const home = createRoute({ getParentRoute: () => root, path: "/", component: () => null });

export const router = createRouter({
  routeTree: root.addChildren([home]),
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: writeQuery,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
