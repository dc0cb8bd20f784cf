import { createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { cleanSearch } from "#client/model/view-state.ts";
import { App } from "#client/screens/shell/app.tsx";

const root = createRootRoute({ validateSearch: cleanSearch, component: App, notFoundComponent: () => null });
const home = createRoute({ getParentRoute: () => root, path: "/", component: () => null });

/** Characters a query may carry as they are; the address stays readable. */
const plain: readonly (readonly [string, string])[] = [
  ["%3A", ":"],
  ["%2C", ","],
  ["%7E", "~"],
];

/** Flat text values, no JSON: an address people can read and edit. */
export function writeQuery(search: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(search).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  const text = plain.reduce(
    (text, [code, sign]) => text.replaceAll(code, sign),
    new URLSearchParams(given).toString(),
  );
  return text === "" ? "" : `?${text}`;
}

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
