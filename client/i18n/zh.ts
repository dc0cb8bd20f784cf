import { zhRecords } from "./zh-records.ts";
import { zhScreens } from "./zh-screens.ts";

/** The source dictionary. Every other language has exactly its keys and placeholders. */
export const zh = { ...zhRecords, ...zhScreens } as const;
