import { createServer, type Server, type ServerResponse } from "node:http";
import { Server as NetServer, type AddressInfo } from "node:net";
import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { Text } from "#graph/schema/text.ts";
import { Failure } from "#server/failure.ts";

/** The address cannot be listened on; the message is one sentence. */
export class ListenError extends Failure {}

/** Longest time a request in flight keeps a closing server alive. */
const drainMs = 9500;
/** Time in which the request of a connection just accepted is surely read. */
const unreadMs = 250;
const idlePollMs = 50;

/** Waits until the server listens; answers with the port it got. Throws ListenError. */
export async function listen(server: Server, host: string, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) =>
      reject(new ListenError(listenFault(error, host, port), { cause: error })),
    );
    server.listen(port, host, resolve);
  });
  server.removeAllListeners("error");
  return (server.address() as AddressInfo).port;
}

/** Whether an address can be listened on, told before long work is done for nothing. Throws ListenError. */
export async function assertAddressIsFree(host: string, port: number): Promise<void> {
  if (port === 0) return;
  const probe = createServer();
  await listen(probe, host, port);
  await new Promise((resolve) => probe.close(resolve));
}

/**
 * Lets requests in flight end and takes no new connections; done after ten seconds at most. Answers given meanwhile
 * must carry `Connection: close`, or a kept-alive connection brings one request after the other.
 */
export async function drain(server: Server): Promise<void> {
  const state = { closed: false };
  // One more turn of the loop takes in connections that came while a long answer was being made.
  await wait(unreadMs);
  await nextTurn();
  // Not `server.close`: it would at once cut connections whose request has been sent but not yet been read.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve())).then(
    () => (state.closed = true),
  );
  await Promise.race([closed, wait(unreadMs)]);
  const deadline = performance.now() + drainMs;
  while (!state.closed && performance.now() < deadline) {
    server.closeIdleConnections();
    await Promise.race([closed, wait(idlePollMs)]);
  }
  server.closeAllConnections();
  await closed;
}

/** Answer to `/readyz` of a server that is closing: whoever spreads the load must look elsewhere. */
export function answerDraining(response: ServerResponse): void {
  response.writeHead(503, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify({ status: "degraded", networkVersion: null }));
}

function listenFault(error: NodeJS.ErrnoException, host: string, port: number): Text {
  if (error.code === "EADDRINUSE")
    return {
      zh: `${host} 的端口 ${port} 已被其他程序占用：请用 --port 换一个`,
      en: `port ${port} on ${host} is taken by another program: choose another one with --port`,
    };
  if (error.code === "EACCES")
    return {
      zh: `当前用户不能使用 ${host} 的端口 ${port}：请选 1023 以上的端口`,
      en: `port ${port} on ${host} is not allowed for this user: choose one above 1023`,
    };
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return {
      zh: `${host} 不是本机地址：请用 --host 换一个`,
      en: `${host} is not an address of this machine: choose another one with --host`,
    };
  return {
    zh: `无法监听 ${host}:${port}（${error.code ?? error.message}）`,
    en: `cannot listen on ${host}:${port} (${error.message})`,
  };
}
