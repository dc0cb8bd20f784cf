/** One column that rows are sorted by. */
export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** `-park.degree,name` → by degree from the top, then by name. */
export function readSort(text: string): readonly Sort[] | null {
  const texts = text.split(",");
  const sort = texts.flatMap((one): Sort[] => {
    const [, minus, column] = /^(-?)([A-Za-z][A-Za-z0-9.-]{0,79})$/.exec(one) ?? [];
    return column === undefined ? [] : [{ column, descending: minus === "-" }];
  });
  const isWhole = sort.length === texts.length && sort.length <= mostSorts;
  return isWhole && new Set(sort.map(({ column }) => column)).size === sort.length ? sort : null;
}

const mostSorts = 8;

export const writeSort = (sort: readonly Sort[]) =>
  sort.map(({ column, descending }) => (descending ? "-" : "") + column).join(",");
