import {
  basemapWindow,
  graticuleStep,
  multiplesBetween,
  type Basemap,
  type BasemapShape,
} from "#client/model/map/basemap.ts";
import { toLonLat, toMap } from "#client/model/map/mercator.ts";
import { colours, fontFamily, opacities, typography } from "#client/model/tokens.ts";
import { toMapPoint, toScreen, type ViewTransform } from "#client/stage/view-transform.ts";

const corner = toMap({ lon: basemapWindow.west, lat: basemapWindow.north });
const opposite = toMap({ lon: basemapWindow.east, lat: basemapWindow.south });
const degreeFont = `${typography.mapDegree.weight} ${typography.mapDegree.size}px ${fontFamily}`;
/** Land beyond the data reaches this far over its edge, CSS px, so that the edge does not show as a shore. */
const seam = 4;
/** Farther west than any window shows, map units. */
const far = 40;
const shallows = "#DAE6ED";

/** Land and water under the graph: filled once as paths, drawn with the camera's own transform in every frame. */
export class BasemapLayer {
  #land: Path2D | null = null;
  #lakes: Path2D | null = null;
  #rivers: Path2D | null = null;

  setBasemap({ shapes }: Basemap): void {
    this.#land = pathOf(shapes, "land");
    this.#lakes = pathOf(shapes, "lake");
    this.#rivers = pathOf(shapes, "river");
  }

  /** Clears the canvas and draws the sheet; `opacity` 0 leaves the plain ground of the relation view. */
  draw(context: CanvasRenderingContext2D, view: ViewTransform, opacity: number): void {
    context.save();
    context.fillStyle = colours.ground;
    context.fillRect(0, 0, view.width, view.height);
    if (opacity > 0) {
      context.globalAlpha = opacity;
      this.#drawSheet(context, view);
      drawGraticule(context, view, opacity);
    }
    context.restore();
  }

  #drawSheet(context: CanvasRenderingContext2D, view: ViewTransform): void {
    const start = toScreen(view, corner);
    const end = toScreen(view, opposite);
    context.save();
    // Beyond the data all is land in the west and sea in the east: a wide window shows a map to both of its sides.
    context.beginPath();
    context.rect(0, start.y, view.width, end.y - start.y);
    context.clip();
    context.fillStyle = colours.sea;
    context.fillRect(0, start.y, view.width, end.y - start.y);
    context.transform(view.scale, 0, 0, -view.scale, view.originX, view.originY);
    context.lineJoin = "round";
    const pixel = 1 / view.scale;
    if (this.#land !== null) {
      stroke(context, this.#land, { colour: shallows, width: 6 * pixel });
      fill(context, this.#land, colours.land);
      stroke(context, this.#land, { colour: colours.shore, width: 0.9 * pixel });
    }
    context.fillStyle = colours.land;
    context.fillRect(basemapWindow.west - far, opposite.y, far + seam * pixel, corner.y - opposite.y);
    if (this.#rivers !== null) stroke(context, this.#rivers, { colour: colours.river, width: 1.4 * pixel });
    if (this.#lakes !== null) {
      fill(context, this.#lakes, colours.lake);
      stroke(context, this.#lakes, { colour: colours.river, width: 0.7 * pixel });
    }
    context.restore();
    context.strokeStyle = colours.shore;
    context.lineWidth = 1;
    context.beginPath();
    for (const { y } of [start, end]) line(context, [0, y, view.width, y]);
    context.stroke();
  }
}

function fill(context: CanvasRenderingContext2D, path: Path2D, colour: string): void {
  context.fillStyle = colour;
  context.fill(path, "evenodd");
}

function stroke(
  context: CanvasRenderingContext2D,
  path: Path2D,
  line: { readonly colour: string; readonly width: number },
): void {
  context.strokeStyle = line.colour;
  context.lineWidth = line.width;
  context.stroke(path);
}

function pathOf(shapes: readonly BasemapShape[], kind: BasemapShape["kind"]): Path2D {
  const path = new Path2D();
  for (const shape of shapes)
    if (shape.kind === kind)
      for (const line of shape.lines) {
        for (const [place, { x, y }] of line.entries())
          if (place === 0) path.moveTo(x, y);
          else path.lineTo(x, y);
        if (kind !== "river") path.closePath();
      }
  return path;
}

/** Fine lines of whole or part degrees inside the sheet, and their names along the left and lower edge of the view. */
function drawGraticule(context: CanvasRenderingContext2D, view: ViewTransform, opacity: number): void {
  const { west, south, east, north } = basemapWindow;
  const topLeft = toLonLat(toMapPoint(view, { x: 0, y: 0 }));
  const bottomRight = toLonLat(toMapPoint(view, { x: view.width, y: view.height }));
  const step = graticuleStep(view.scale);
  const lons = multiplesBetween(Math.max(west, topLeft.lon), Math.min(east, bottomRight.lon), step);
  const lats = multiplesBetween(Math.max(south, bottomRight.lat), Math.min(north, topLeft.lat), step);
  const start = toScreen(view, corner);
  const end = toScreen(view, opposite);
  const left = Math.max(0, start.x);
  const bottom = Math.min(view.height, end.y);
  const columns = lons.map((lon) => ({ lon, x: crisp(toScreen(view, { x: lon, y: 0 }).x) }));
  const rows = lats.map((lat) => ({ lat, y: crisp(toScreen(view, toMap({ lon: 0, lat })).y) }));

  context.beginPath();
  for (const { x } of columns) line(context, [x, start.y, x, end.y]);
  for (const { y } of rows) line(context, [start.x, y, end.x, y]);
  context.globalAlpha = opacity * opacities.graticule;
  context.strokeStyle = colours.graticule;
  context.lineWidth = 1;
  context.stroke();

  context.globalAlpha = opacity;
  context.font = degreeFont;
  context.fillStyle = colours.graticule;
  context.textBaseline = "alphabetic";
  context.textAlign = "left";
  for (const { lon, x } of columns)
    if (x > left + 40 && x < view.width - 44) context.fillText(`${lon}°E`, x + 4, bottom - 6);
  for (const { lat, y } of rows) if (y < bottom - 24) context.fillText(`${lat}°N`, left + 6, y - 4);
}

const crisp = (value: number) => Math.round(value) + 0.5;

function line(
  context: CanvasRenderingContext2D,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
): void {
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
}
