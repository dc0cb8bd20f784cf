/** Versions of the libraries that compute metrics, stamped on results; a test holds them equal to package.json. */
export const libraryVersions = {
  "graphology-communities-louvain": "2.0.2",
  "graphology-metrics": "2.4.2",
} as const satisfies Readonly<Record<string, string>>;

export type Library = keyof typeof libraryVersions;
