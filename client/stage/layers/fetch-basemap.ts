import basemapUrl from "#client/basemap/basemap.geojson?url";
import { readBasemap, type Basemap } from "#client/model/map/basemap.ts";

/** Coast, lakes and rivers from their own file, so that the first script stays small; null where they do not come: the graph works without. */
export async function fetchBasemap(signal: AbortSignal): Promise<Basemap | null> {
  try {
    const response = await fetch(basemapUrl, { signal });
    return response.ok ? readBasemap(await response.json()) : null;
  } catch {
    return null;
  }
}
