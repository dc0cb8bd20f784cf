import type { Sigma } from "sigma";
import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import { colours, opacities } from "#client/model/tokens.ts";
import type { Emphasis, Strength } from "./emphasis.ts";
import { shaderColour } from "./shader-colours.ts";

/** What a line carries in the graph besides Sigma's own attributes. */
export interface RibbonData extends EdgeDisplayData {
  readonly curvature: number;
  readonly dash: 0 | 1 | 2;
  readonly strength: Strength;
}

const uniforms = ["u_matrix", "u_viewport", "u_sizeRatio", "u_pixelRatio", "u_fade"] as const;
type Uniform = (typeof uniforms)[number];

/**
 * The curve of `curves.ts` bent in the vertex shader: only the pixels of the line are shaded, not its bounding box, so
 * that thousands of curves stay cheap without a graphics card. The last two pairs of vertices are the arrow head.
 */
const vertexShader = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_color;
attribute float a_width;
attribute float a_curvature;
attribute vec2 a_ends;
attribute float a_dash;
attribute float a_strength;
attribute float a_share;
attribute float a_side;
attribute float a_part;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;
uniform float u_fade;
varying vec3 v_color;
varying float v_alpha;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dash;

void main() {
  vec2 toPixels = u_viewport * 0.5;
  vec2 source = (u_matrix * vec3(a_source, 1.0)).xy * toPixels;
  vec2 target = (u_matrix * vec3(a_target, 1.0)).xy * toPixels;
  vec2 chord = target - source;
  vec2 control = (source + target) * 0.5 + vec2(-chord.y, chord.x) * a_curvature;
  float width = a_width / u_sizeRatio + (a_strength > 1.5 ? 1.5 : 0.0);
  float firstRun = max(2.0 * length(control - source), 0.001);
  float lastRun = max(2.0 * length(target - control), 0.001);
  float start = min(0.45, (a_ends.x / u_sizeRatio + 1.0) / firstRun);
  float tip = 1.0 - min(0.45, (a_ends.y / u_sizeRatio + 2.0) / lastRun);
  float head = max(start, tip - (5.0 + 1.5 * width) / lastRun);

  float share = a_part < 0.5 ? mix(start, head, a_share) : (a_part < 1.5 ? head : tip);
  float rest = 1.0 - share;
  vec2 point = rest * rest * source + 2.0 * rest * share * control + share * share * target;
  vec2 tangent = normalize(rest * (control - source) + share * (target - control) + vec2(1e-5, 0.0));
  float halfWidth = width * 0.5;
  v_half = a_part < 0.5 ? halfWidth : (a_part < 1.5 ? halfWidth * 1.5 + 2.2 : 0.0);
  v_across = a_side * (v_half + 1.6);
  v_along = a_dash > 0.5 && a_part < 0.5 ? share * (length(chord) + firstRun + lastRun) * 0.5 : -1.0;
  v_color = a_color.rgb;
  v_dash = a_dash;
  v_alpha = a_strength > 0.5 ? 1.0 : mix(1.0, ${opacities.faded.toFixed(2)}, u_fade);
  gl_Position = vec4((point + vec2(-tangent.y, tangent.x) * v_across) / toPixels, 0.0, 1.0);
}`;

/** A paper-coloured rim lets a crossing read as one line over the other; dots are round, stale lines dashed and paler. */
const fragmentShader = /* glsl */ `
precision highp float;
uniform float u_pixelRatio;
varying vec3 v_color;
varying float v_alpha;
varying float v_across;
varying float v_half;
varying float v_along;
varying float v_dash;
const vec3 paper = ${shaderColour(colours.land)};
const float dotStep = 5.0;
const float dashStep = 9.0;

float cover(float distance) {
  return clamp(0.5 - distance * u_pixelRatio, 0.0, 1.0);
}

void main() {
  float away = abs(v_across) - v_half;
  float fill = cover(away);
  float rim = 0.8 * cover(away - 1.0);
  if (v_along >= 0.0 && v_dash > 1.5) {
    float gap = abs(mod(v_along, dashStep) - dashStep * 0.5) - 2.6;
    fill *= 0.75 * cover(gap);
    rim *= cover(gap - 1.0);
  } else if (v_along >= 0.0) {
    fill = cover(length(vec2(mod(v_along, dotStep) - dotStep * 0.5, v_across)) - v_half - 0.35);
    rim = 0.0;
  }
  float alpha = fill + rim * (1.0 - fill);
  gl_FragColor = vec4(v_color * fill + paper * rim * (1.0 - fill), alpha) * v_alpha;
}`;

/** Pairs of vertices along the line: share of the body, side, part (0 body, 1 base of the head, 2 tip). */
function ribbonVertices(segments: number): number[][] {
  const pairs: [number, number][] = Array.from({ length: segments + 1 }, (_, step) => [step / segments, 0]);
  pairs.push([1, 1], [1, 2]);
  return pairs.flatMap(([share, part]) => [
    [share, -1, part],
    [share, 1, part],
  ]);
}

const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;

/** Lines of all kinds in one draw call. `segments` = straight pieces a curve is made of. */
export function createRibbonProgram(emphasis: Emphasis, segments: number): EdgeProgramType {
  const vertices = ribbonVertices(segments);
  return class RibbonProgram extends EdgeProgram<Uniform> {
    constructor(gl: WebGLRenderingContext, _picking: WebGLFramebuffer | null, renderer: Sigma) {
      super(gl, null, renderer);
    }

    override getDefinition() {
      return {
        VERTICES: vertices.length,
        VERTEX_SHADER_SOURCE: vertexShader,
        FRAGMENT_SHADER_SOURCE: fragmentShader,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS: uniforms,
        ATTRIBUTES: [
          { name: "a_source", size: 2, type: FLOAT },
          { name: "a_target", size: 2, type: FLOAT },
          { name: "a_color", size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: "a_width", size: 1, type: FLOAT },
          { name: "a_curvature", size: 1, type: FLOAT },
          { name: "a_ends", size: 2, type: FLOAT },
          { name: "a_dash", size: 1, type: FLOAT },
          { name: "a_strength", size: 1, type: FLOAT },
        ],
        CONSTANT_ATTRIBUTES: [
          { name: "a_share", size: 1, type: FLOAT },
          { name: "a_side", size: 1, type: FLOAT },
          { name: "a_part", size: 1, type: FLOAT },
        ],
        CONSTANT_DATA: vertices,
      };
    }

    override processVisibleItem(
      _id: number,
      start: number,
      ...[source, target, line]: [NodeDisplayData, NodeDisplayData, EdgeDisplayData]
    ): void {
      const data = line as RibbonData;
      const ends = [source.x, source.y, target.x, target.y];
      const look = [floatColor(data.color), data.size, data.curvature, source.size, target.size];
      this.array.set([...ends, ...look, data.dash, data.strength], start);
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
