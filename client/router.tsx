import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { readQuery, writeQuery, type QueryText } from "#client/model/query-text.ts";
import { App } from "#client/screens/shell/app.tsx";

const root = createRootRoute({
  validateSearch: (search): QueryText => search as QueryText,
  component: App,
  notFoundComponent: () => null,
});
const home = createRoute({ getParentRoute: () => root, path: "/", component: () => null });

export const router = createRouter({
  routeTree: root.addChildren([home]),
  parseSearch: readQuery,
  stringifySearch: writeQuery,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
