import type { Sigma } from "sigma";

const graphicsLayers = ["edges", "nodes", "hoverNodes"] as const;

/** Calls back once when any graphics context of the renderer is lost. Sigma itself would leave a blank stage. Returns its own undoing. */
export function watchGraphicsLoss(renderer: Sigma, onLost: () => void): () => void {
  const stop = new AbortController();
  const canvases = renderer.getCanvases();
  for (const layer of graphicsLayers)
    canvases[layer]?.addEventListener(
      "webglcontextlost",
      (event) => {
        event.preventDefault();
        stop.abort();
        onLost();
      },
      { signal: stop.signal },
    );
  return () => stop.abort();
}

const pausesMs = [0, 100, 200, 400, 800, 1600, 3200];

/** Calls back as soon as the browser gives a new graphics context; gives up after the last pause. */
export function whenGraphicsReturn(signal: AbortSignal, onReturn: () => void, attempt = 0): void {
  const pause = pausesMs[attempt];
  if (pause === undefined) return;
  setTimeout(() => {
    if (signal.aborted) return;
    if (givesContext()) onReturn();
    else whenGraphicsReturn(signal, onReturn, attempt + 1);
  }, pause);
}

function givesContext(): boolean {
  const canvas = document.createElement("canvas");
  const gl = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  if (gl === null || gl.isContextLost()) return false;
  gl.getExtension("WEBGL_lose_context")?.loseContext();
  return true;
}
