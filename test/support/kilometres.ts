interface Degrees {
  readonly lon: number;
  readonly lat: number;
}

/** Great-circle distance by the spherical law of cosines, km: not the formula of the product. */
export function kilometresBetween(from: Degrees, to: Degrees): number {
  const [phi, psi, turn] = [from.lat, to.lat, to.lon - from.lon].map((degrees) => (degrees * Math.PI) / 180);
  if (phi === undefined || psi === undefined || turn === undefined) return Number.NaN;
  const cosine = Math.sin(phi) * Math.sin(psi) + Math.cos(phi) * Math.cos(psi) * Math.cos(turn);
  return 6371 * Math.acos(Math.min(1, cosine));
}
