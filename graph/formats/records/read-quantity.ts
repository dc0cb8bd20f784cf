import { Layer } from "#graph/schema/records/layer.ts";
import { isUnitOfLayer, makeQuantity, QuantityKind, type Quantity } from "#graph/schema/records/quantity.ts";
import { CellFault, scaleBy, type CellValue, type UnitCell } from "./cells.ts";

/** What the cells amount, unit and quantity_kind of a row hold, with the row's layer. */
export interface QuantityCells {
  readonly amount: CellValue;
  readonly unit: CellValue;
  readonly kind: CellValue;
  readonly layer: unknown;
}

/** A fault of a quantity and the column that has to change. */
export interface QuantityFault {
  readonly column: "amount" | "unit" | "quantity_kind";
  readonly fault: CellFault;
}

const wrong = (column: QuantityFault["column"], reason: string): QuantityFault => ({
  column,
  fault: new CellFault("invalid-value", reason),
});

/** The quantity of a row: null where all three cells are blank, else complete and in a unit of the layer. */
export function readQuantity(cells: QuantityCells): Quantity | null | QuantityFault {
  const { amount, unit, kind } = cells;
  if (amount === null && unit === null && kind === null) return null;
  if (typeof amount !== "number")
    return wrong("amount", "a unit or kind without an amount: leave all three blank where it is not known");
  if (unit === null) return wrong("unit", "an amount needs a unit");
  const kindRead = QuantityKind.safeParse(kind);
  if (!kindRead.success)
    return wrong("quantity_kind", `an amount needs a kind: ${QuantityKind.options.join(", ")}`);
  if (amount < 0)
    return { column: "amount", fault: new CellFault("negative-quantity", "a quantity is not negative") };
  const layerRead = Layer.safeParse(cells.layer);
  // A bad layer is reported with its own column.
  if (!layerRead.success) return null;
  return inLayer(amount, unit as UnitCell, kindRead.data, layerRead.data);
}

function inLayer(
  amount: number,
  { unit, exponent }: UnitCell,
  kind: QuantityKind,
  layer: Layer,
): Quantity | QuantityFault {
  if (!isUnitOfLayer(unit, layer))
    return {
      column: "unit",
      fault: new CellFault("unit-of-other-layer", `${unit} is no unit of the ${layer} layer`),
    };
  const value = exponent === 0 ? amount : scaleBy(String(amount), exponent);
  const quantity = makeQuantity(value, unit, kind, layer);
  return Number.isFinite(quantity.perYear) ? quantity : wrong("amount", "the number is too large");
}

/** Tells a fault from a quantity. */
export function isQuantityFault(value: Quantity | null | QuantityFault): value is QuantityFault {
  return value !== null && "fault" in value;
}
