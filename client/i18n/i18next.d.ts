import "i18next";
import type { zh } from "./dictionary.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof zh };
  }
}
