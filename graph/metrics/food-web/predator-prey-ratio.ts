import { onFoodWeb } from "./food-web.ts";

/**
 * Suppliers over receivers, as studies of industrial symbiosis have it.
 *
 *   P_R = n_prey / n_predator
 *   where n_prey = suppliers, n_predator = receivers.
 *
 * Reads: flow, without weights. Returns: one number, [0, ∞).
 * Edge cases: no receiver → null; an undirected network → null.
 * Source: Layton, Bras, Weissburg 2016, DOI 10.1111/jiec.12283. Agrees with: NumPy on the matrix F.
 */
export const predatorPreyRatio = onFoodWeb(
  {
    name: "predatorPreyRatio",
    nameZh: "供给者与接收者之比",
    nameEn: "Prey over predators",
    meaningZh: "供给者数与接收者数之比；大于 1，供给者多于接收者",
    meaningEn: "Suppliers over receivers; above 1 = more supply than receive",
    range: "[0, ∞)",
    formula: "P_R = n_prey / n_predator",
    whereZh: "n_prey 为供给者数，n_predator 为接收者数",
    whereEn: "n_prey = suppliers, n_predator = receivers",
    agreesWith: "NumPy on the matrix F",
  },
  ({ prey, predators }) => (predators === 0 ? "no-links" : prey / predators),
);
