import { z } from "zod";

/** Whom the owner of a record lets see it, from everybody to nobody but the operator of the store. */
export const Confidentiality = z.enum(["public", "registered", "partners", "own-park", "secret"]);
export type Confidentiality = z.infer<typeof Confidentiality>;
