/**
 * Classes of viewers. `public`: anybody who can reach the service; until there are accounts it is the only class that
 * asks over HTTP. `owner`: whoever runs the command line on the store itself, and so could read the file anyway.
 */
export const viewerClasses = ["public", "owner"] as const;
export type ViewerClass = (typeof viewerClasses)[number];

/** Who asks. Every answer is made from the network cut to what his class may see. */
export interface Viewer {
  readonly viewerClass: ViewerClass;
}

export const publicViewer: Viewer = { viewerClass: "public" };
export const storeOwner: Viewer = { viewerClass: "owner" };
