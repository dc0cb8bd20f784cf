import type { Quantity } from "#graph/schema/records/quantity.ts";
import type { End } from "#graph/matching/ends/end.ts";
import type { Triple } from "#graph/matching/knowledge/price-book.ts";
import { quantileOf } from "./triangle.ts";
import type { Worlds } from "./worlds.ts";

/** What a recorded quantity may truly be, as a share of it: assumed. A capacity or a plan is an upper bound. */
const bandByKind: Readonly<Record<Quantity["kind"], Triple>> = {
  reported: { low: 0.9, best: 1, high: 1.1 },
  approximate: { low: 0.7, best: 1, high: 1.3 },
  capacity: { low: 0.5, best: 1, high: 1 },
  planned: { low: 0, best: 1, high: 1 },
};

/** The coverable tonnes a year in every world; null where an amount is not known or is no mass. */
export function tonnesInWorlds(
  name: string,
  { supplier, receiver }: { readonly supplier: End; readonly receiver: End },
  worlds: Worlds,
): { readonly best: number; readonly draws: Float64Array } | null {
  const [offered, wanted] = [leftOf(supplier), leftOf(receiver)];
  if (offered === null || wanted === null) return null;
  const [from, to] = [worlds.apart(`${name}|offered`), worlds.apart(`${name}|wanted`)];
  const draws = from.map((u, world) =>
    Math.min(
      offered.tonnes * quantileOf(bandByKind[offered.kind], u),
      wanted.tonnes * quantileOf(bandByKind[wanted.kind], to[world] ?? 0),
    ),
  );
  return { best: Math.min(offered.tonnes, wanted.tonnes), draws };
}

function leftOf({
  listing,
  residual,
}: End): { readonly tonnes: number; readonly kind: Quantity["kind"] } | null {
  const quantity = listing?.quantity ?? null;
  const tonnes = residual?.perYear ?? null;
  if (quantity === null || tonnes === null || quantity.perYearUnit !== "t/a") return null;
  return { tonnes, kind: quantity.kind };
}
