import { appTexts } from "./app.ts";
import { candidateListsTexts } from "./candidate-lists.ts";
import { candidatesTexts } from "./candidates.ts";
import { economicsTexts } from "./economics.ts";
import { filterTexts } from "./filter.ts";
import { inventoryTexts } from "./inventory.ts";
import { materialTexts } from "./material.ts";
import { measuresTexts } from "./measures.ts";
import { metricsTexts } from "./metrics.ts";
import { networkTexts } from "./network.ts";
import { optionNames } from "./option-names.ts";
import { panelsTexts } from "./panels.ts";
import { problemsTexts } from "./problems.ts";
import { recordsTexts } from "./records.ts";
import { searchTexts } from "./search.ts";
import { tablesTexts } from "./tables.ts";
import { whyNotTexts } from "./why-not.ts";

/** Every text of the page, by key, in both languages. */
const texts = {
  ...appTexts,
  ...problemsTexts,
  ...searchTexts,
  ...filterTexts,
  ...networkTexts,
  ...panelsTexts,
  ...candidatesTexts,
  ...candidateListsTexts,
  ...economicsTexts,
  ...inventoryTexts,
  ...materialTexts,
  ...metricsTexts,
  ...measuresTexts,
  ...tablesTexts,
  ...whyNotTexts,
  ...recordsTexts,
  ...optionNames,
} as const;

type Column<Index extends 0 | 1> = { readonly [Key in keyof typeof texts]: (typeof texts)[Key][Index] };

function column<Index extends 0 | 1>(index: Index): Column<Index> {
  return Object.fromEntries(Object.entries(texts).map(([key, row]) => [key, row[index]])) as Column<Index>;
}

/** The source language. */
export const zh = column(0);
export const en = column(1);
