/** `#RRGGBB` → `vec3(r, g, b)` for a shader, each 0 to 1. */
export function shaderColour(hex: string): string {
  const part = (start: number) => (Number.parseInt(hex.slice(start, start + 2), 16) / 255).toFixed(4);
  return `vec3(${part(1)}, ${part(3)}, ${part(5)})`;
}
