import { join, resolve } from "node:path";

/** Folder that holds package.json: everything shipped is found from here, whatever the caller's folder is. */
export const packageRoot = resolve(import.meta.dirname, "..");

/** Records an empty store is filled with by `serve`. Read as data, like any folder of a user. */
export const seedsFolder = join(packageRoot, "seeds", "shandong-jiangsu");

/** The built client. */
export const distFolder = join(packageRoot, "dist");
