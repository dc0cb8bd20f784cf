import type { GateLink } from "./gate.ts";

/** Whether the two ends lie in two provinces; an unknown province counts as another one, the stricter reading. */
export function crossesBorder({ supplier, receiver }: Pick<GateLink, "supplier" | "receiver">): boolean {
  const [from, to] = [supplier, receiver].map(({ party }) => party.enterprise.provinceCode);
  return from === null || from !== to;
}
