/**
 * Whether the browser can draw the network (WebGL), asked before the stage's own chunk is fetched. The probe gives its
 * context back at once: a browser holds few of them.
 */
export function canDraw(): boolean {
  try {
    const probe = document.createElement("canvas").getContext("webgl2");
    probe?.getExtension("WEBGL_lose_context")?.loseContext();
    return probe !== null;
  } catch {
    return false;
  }
}
