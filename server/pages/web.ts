import { readFile, stat } from "node:fs/promises";
import type { Server } from "node:http";
import { join } from "node:path";
import express, { type IRouter, type NextFunction, type Request, type Response } from "express";
import type { ViteDevServer } from "vite";
import { refuseMethod } from "#server/http/methods.ts";
import { packageRoot } from "#server/paths.ts";

/** The client, ready to be mounted on an app. */
export interface Web {
  /** Mounts it; what is neither a file nor a screen is left to the handlers that follow. */
  mount(app: IRouter): void;
  close(): Promise<void>;
}

/** The screens of the client's router: the only addresses that get its page without being a file. */
export const screenPaths: readonly string[] = ["/"];

/** Compressed twins the build makes, best first. */
const twins = [
  { encoding: "br", ending: ".br" },
  { encoding: "gzip", ending: ".gz" },
] as const;

/** Names in `assets` carry a hash of their content, so they never change. */
const forever = "public, max-age=31536000, immutable";

/** The built client in `distDir`. */
export function openBuiltWeb(distDir: string): Web {
  const web = express.Router();
  web.use((request, _response, next) => {
    if (twins.some(({ ending }) => request.path.endsWith(ending))) return next("router");
    if (screenPaths.includes(request.path)) request.url = "/index.html";
    return next();
  });
  web.use(refuseWrites(distDir));
  web.use(preferTwin(distDir));
  web.use(
    express.static(distDir, {
      index: false,
      redirect: false,
      dotfiles: "ignore",
      cacheControl: false,
      setHeaders: (response, file) => setFileHeaders(response, file, distDir),
    }),
  );
  return { mount: (app) => void app.use(web), close: async () => {} };
}

function isRead({ method }: Request): boolean {
  return method === "GET" || method === "HEAD";
}

/** A built file can be read and nothing else; what is no file is left to others. */
function refuseWrites(distDir: string) {
  return async (request: Request, response: Response, next: NextFunction) => {
    if (isRead(request)) next();
    else if (isPlain(request.path) && (await isThere(join(distDir, request.path))))
      refuseMethod(["get"])(request, response, next);
    else next("router");
  };
}

/** Points the request at the compressed twin of its file where the caller can read it. */
function preferTwin(distDir: string) {
  return async (request: Request, _response: Response, next: NextFunction) => {
    const { path } = request;
    for (const { encoding, ending } of isPlain(path) ? twins : []) {
      if (request.acceptsEncodings(encoding, "identity") !== encoding) continue;
      if (!(await isThere(join(distDir, path + ending)))) continue;
      request.url = path + ending;
      break;
    }
    next();
  };
}

/** Whether a path can be the name of a built file, and never leads out of their folder. */
function isPlain(path: string): boolean {
  return /^[\w./-]+\.\w+$/.test(path) && !path.includes("..");
}

async function isThere(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}

function setFileHeaders(response: Response, file: string, distDir: string): void {
  const twin = twins.find(({ ending }) => file.endsWith(ending));
  if (twin !== undefined) {
    response.type(file.slice(0, -twin.ending.length).split(".").at(-1) ?? "bin");
    response.set("Content-Encoding", twin.encoding);
  }
  response.vary("Accept-Encoding");
  response.set("Cache-Control", file.startsWith(join(distDir, "assets")) ? forever : "no-cache");
}

/**
 * The client straight from its sources: Vite works on the same port and carries its reload channel over the upgrade
 * requests of `httpServer`.
 */
export async function openDevelopmentWeb(httpServer: Server): Promise<Web> {
  const { createServer } = await import("vite");
  const vite = await createServer({
    configFile: join(packageRoot, "vite.config.ts"),
    appType: "custom",
    server: { middlewareMode: true, hmr: { server: httpServer } },
  });
  const web = express.Router();
  web.use(vite.middlewares);
  web.use(servePage(vite));
  return { mount: (app) => void app.use(web), close: () => vite.close() };
}

function servePage(vite: ViteDevServer) {
  return async (request: Request, response: Response, next: NextFunction) => {
    if (!screenPaths.includes(request.path)) return next();
    if (!isRead(request)) return void refuseMethod(["get"])(request, response, next);
    const page = await readFile(join(packageRoot, "client", "index.html"), "utf8");
    response.type("html").send(await vite.transformIndexHtml(request.originalUrl, page));
  };
}
