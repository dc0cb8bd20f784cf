import type { Sigma } from "sigma";
import { NodeProgram, type NodeProgramType, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { MarkKind } from "#client/model/drawing/stage-spec.ts";
import { colours, opacities } from "#client/model/tokens.ts";
import type { Emphasis, Strength } from "./emphasis.ts";
import { fillSigns } from "./fill.ts";
import { shaderColour } from "./shader-colours.ts";

/** What a mark carries in the graph besides Sigma's own attributes. */
export interface MarkData extends NodeDisplayData {
  readonly mark: MarkKind;
  readonly inside: readonly [number, number, number];
  /** −1 to 1, or a sign of `fill.ts`. */
  readonly fill: number;
  readonly strength: Strength;
}

const shapeOf: Readonly<Record<MarkKind, number>> = {
  park: 0,
  "park-empty": 1,
  city: 2,
  county: 3,
  site: 4,
  "park-quiet": 5,
};

const uniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio", "u_fade"] as const;
type Uniform = (typeof uniforms)[number];

const vertexShader = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_color;
attribute vec3 a_inside;
attribute float a_shape;
attribute float a_fill;
attribute float a_strength;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_fade;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_fill;
varying vec3 v_inside;
varying vec3 v_color;
varying float v_alpha;

void main() {
  float radius = a_size / u_sizeRatio;
  float reach = radius + 7.0;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + a_corner * reach * 2.0 / u_viewport, 0.0, 1.0);
  v_offset = a_corner * reach;
  v_radius = radius;
  v_shape = a_shape;
  v_fill = a_fill;
  v_inside = a_inside;
  v_color = a_color.rgb;
  v_alpha = a_strength > 0.5 ? 1.0 : mix(1.0, ${opacities.faded.toFixed(2)}, u_fade);
}`;

/** Signed distances in CSS px: below 0 is inside. Colours are multiplied by their alpha before they leave. */
const fragmentShader = /* glsl */ `
precision highp float;
uniform float u_pixelRatio;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
varying float v_fill;
varying vec3 v_inside;
varying vec3 v_color;
varying float v_alpha;
const vec3 paper = ${shaderColour(colours.land)};
const vec3 white = ${shaderColour(colours.surface)};
const vec3 rim = ${shaderColour(colours.park)};
const vec3 quiet = ${shaderColour(colours.secondary)};

float cover(float distance) {
  return clamp(0.5 - distance * u_pixelRatio, 0.0, 1.0);
}

vec4 over(vec4 below, vec3 color, float alpha) {
  return vec4(color * alpha, alpha) + below * (1.0 - alpha);
}

float dashes(float share, float count) {
  return smoothstep(0.16, 0.24, abs(fract(share * count) - 0.5));
}

/** Colour of a ring's part, clockwise from the top: material, energy, water. */
vec3 partColour(float total) {
  float turn = fract(atan(v_offset.x, v_offset.y) / 6.2831853 + 1.0) * total;
  if (turn < v_inside.x) return ${shaderColour(colours.material)};
  if (turn < v_inside.x + v_inside.y) return ${shaderColour(colours.energy)};
  return ${shaderColour(colours.water)};
}

vec4 disc(float far, float total) {
  float rim = total > 0.0 ? v_radius + 4.6 : v_radius;
  vec4 result = over(vec4(0.0), paper, 0.92 * cover(far - rim - 1.2));
  if (total > 0.0) result = over(result, partColour(total), cover(abs(far - v_radius - 3.2) - 1.4));
  return over(result, v_color, cover(far - v_radius));
}

vec4 ring(float far) {
  vec4 result = over(vec4(0.0), white, cover(far - v_radius));
  return over(result, v_color, cover(abs(far - v_radius + 0.55) - 0.55));
}

vec4 dot(float far) {
  vec4 result = over(vec4(0.0), paper, cover(far - v_radius - 0.4));
  return over(result, v_color, 0.75 * cover(far - v_radius + 0.4));
}

vec4 diamond(float total) {
  float far = abs(v_offset.x) + abs(v_offset.y);
  float box = (far - v_radius * 1.3) * 0.7071;
  float rim = total > 0.0 ? 4.6 : 0.0;
  vec4 result = over(vec4(0.0), paper, 0.92 * cover(box - rim - 1.2));
  if (total > 0.0) result = over(result, partColour(total), cover(abs(box - 3.2) - 1.4));
  return over(result, v_color, cover(box));
}

vec4 square(float far, float total, bool isDashed) {
  vec2 reach = abs(v_offset);
  float box = max(reach.x, reach.y) - v_radius;
  vec4 result = over(vec4(0.0), white, 0.7 * cover(box));
  float along = (reach.x > reach.y ? v_offset.y : v_offset.x) / (2.0 * v_radius) + 0.5;
  float stroke = cover(abs(box + 0.75) - 0.75);
  if (isDashed) stroke *= dashes(along, max(2.0, floor(v_radius / 2.3)));
  result = over(result, v_color, stroke);
  float pie = max(2.4, v_radius - 3.0);
  if (total > 0.0) result = over(result, partColour(total), cover(abs(far - pie * 0.78) - pie * 0.22));
  return result;
}

/** Distance to the outline of the mark's own shape. */
float outline(float far) {
  vec2 reach = abs(v_offset);
  if (v_shape > 3.5 && v_shape < 4.5) return (reach.x + reach.y - v_radius * 1.3) * 0.7071;
  if (v_shape > 1.5 && v_shape < 3.5) return max(reach.x, reach.y) - v_radius;
  return far - v_radius;
}

/** A vessel filled by class: from the bottom up for values above 0, from the top down below 0, a thin rim alone for 0; grey without a rim where there is no value. */
vec4 vessel(float edge) {
  vec4 result = over(vec4(0.0), paper, 0.92 * cover(edge - 1.6));
  if (v_fill > ${fillSigns.none.toFixed(1)} - 0.5) return over(result, v_color, cover(edge));
  result = over(result, white, cover(edge));
  if (v_fill == 0.0) return over(result, quiet, cover(abs(edge) - 0.5));
  float up = v_fill < 0.0 ? -v_offset.y : v_offset.y;
  float surface = abs(v_fill) > 0.999 ? edge : up - v_radius * (2.0 * abs(v_fill) - 1.0);
  result = over(result, v_color, cover(max(edge, surface)));
  return over(result, rim, cover(abs(edge) - 0.7));
}

void main() {
  float far = length(v_offset);
  float total = v_inside.x + v_inside.y + v_inside.z;
  vec4 result;
  if (v_fill < ${fillSigns.plain.toFixed(1)} - 0.5 || v_fill > ${fillSigns.plain.toFixed(1)} + 0.5)
    result = vessel(outline(far));
  else if (v_shape < 0.5) result = disc(far, total);
  else if (v_shape < 1.5) result = ring(far);
  else if (v_shape < 3.5) result = square(far, total, v_shape < 2.5);
  else if (v_shape < 4.5) result = diamond(total);
  else result = dot(far);
  gl_FragColor = result * v_alpha;
}`;

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Marks of all kinds in one draw call, told apart in the shader. Picking is done by `hit-test.ts`, not by pixels. */
export function createMarkProgram(emphasis: Emphasis): NodeProgramType {
  return class MarkProgram extends NodeProgram<Uniform> {
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_position", size: 2, type: FLOAT },
          { name: "a_size", size: 1, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_inside", size: 3, type: FLOAT },
          { name: "a_shape", size: 1, type: FLOAT },
          { name: "a_fill", size: 1, type: FLOAT },
          { name: "a_strength", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    override processVisibleItem(_id: number, start: number, data: NodeDisplayData): void {
      const { mark, inside, fill, strength } = data as MarkData;
      this.array.set(
        [data.x, data.y, data.size, floatColor(data.color), ...inside, shapeOf[mark], fill, strength],
        start,
      );
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>): void {
      gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
      gl.uniform2f(uniformLocations.u_viewport, params.width, params.height);
      gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
      gl.uniform1f(uniformLocations.u_pixelRatio, params.pixelRatio);
      gl.uniform1f(uniformLocations.u_fade, emphasis.fade);
    }
  };
}
