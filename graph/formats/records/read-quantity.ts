import { noUnitOf } from "#graph/schema/checks/check-fields.ts";
import { Layer } from "#graph/schema/records/layer.ts";
import { isUnitOfLayer, makeQuantity, QuantityKind, type Quantity } from "#graph/schema/records/quantity.ts";
import { CellFault } from "./cell-fault.ts";
import type { CellValue } from "./cells.ts";
import { scaleBy, tooLarge } from "./read-number.ts";
import type { UnitCell } from "./read-unit.ts";

/** What the cells amount, unit and quantity_kind of a row hold, with the row's layer. */
export interface QuantityCells {
  readonly amount: CellValue;
  /** Whether the amount carries its own 万 or 亿. */
  readonly isAmountScaled: boolean;
  readonly unit: CellValue;
  readonly kind: CellValue;
  readonly layer: unknown;
}

/** A fault of a quantity and the column that has to change. */
export interface QuantityFault {
  readonly column: "amount" | "unit" | "quantity_kind";
  readonly fault: CellFault;
}

const wrong = (column: QuantityFault["column"], zh: string, en: string): QuantityFault => ({
  column,
  fault: new CellFault("invalid-value", { zh, en }),
});

/** The quantity of a row: null where all three cells are blank, else complete and in a unit of the layer. */
export function readQuantity(cells: QuantityCells): Quantity | null | QuantityFault {
  const { amount, unit, kind } = cells;
  if (amount === null && unit === null && kind === null) return null;
  if (typeof amount !== "number")
    return wrong(
      "amount",
      "有单位或数量性质而没有数量：未知时三项都留空",
      "a unit or kind without an amount: leave all three blank where it is not known",
    );
  if (unit === null) return wrong("unit", "有数量时必须写单位", "an amount needs a unit");
  const kindRead = QuantityKind.safeParse(kind);
  if (!kindRead.success) return wrongKind();
  if (amount < 0)
    return {
      column: "amount",
      fault: new CellFault("negative-quantity", { zh: "数量不能为负", en: "a quantity is not negative" }),
    };
  if (cells.isAmountScaled && (unit as UnitCell).isScaled) return scaledTwice();
  const layerRead = Layer.safeParse(cells.layer);
  // A bad layer is reported with its own column.
  if (!layerRead.success) return null;
  return inLayer(amount, unit as UnitCell, kindRead.data, layerRead.data);
}

function wrongKind(): QuantityFault {
  const list = QuantityKind.options.join(", ");
  return wrong(
    "quantity_kind",
    `有数量时必须写数量性质：报告值、约数、产能或计划值（${list}）`,
    `an amount needs a kind: ${list}`,
  );
}

function scaledTwice(): QuantityFault {
  return {
    column: "amount",
    fault: new CellFault("scale-twice", {
      zh: "数量和单位都带有万、亿等倍数：只在一处写倍数",
      en: "both the amount and its unit multiply (万, 亿, kt): keep that in one of the two cells",
    }),
  };
}

function inLayer(
  amount: number,
  { unit, exponent }: UnitCell,
  kind: QuantityKind,
  layer: Layer,
): Quantity | QuantityFault {
  if (!isUnitOfLayer(unit, layer))
    return { column: "unit", fault: new CellFault("unit-of-other-layer", noUnitOf(unit, layer)) };
  const value = exponent === 0 ? amount : scaleBy(String(amount), exponent);
  const isKept = value <= Number.MAX_SAFE_INTEGER && (value > 0 || amount === 0);
  const quantity = isKept ? makeQuantity(value, unit, kind, layer) : null;
  return quantity !== null && quantity.perYear <= Number.MAX_SAFE_INTEGER
    ? quantity
    : { column: "amount", fault: tooLarge() };
}

/** Tells a fault from a quantity. */
export function isQuantityFault(value: Quantity | null | QuantityFault): value is QuantityFault {
  return value !== null && "fault" in value;
}
