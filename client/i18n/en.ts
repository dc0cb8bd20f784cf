import { enRecords } from "./en-records.ts";
import { enScreens } from "./en-screens.ts";
import type { zh } from "./zh.ts";

export const en: Readonly<Record<keyof typeof zh, string>> = { ...enRecords, ...enScreens };
