import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { Socket } from "node:net";

const owners = new AsyncLocalStorage<Sockets>();

subscribe("net.client.socket", (message) => {
  if (
    typeof message === "object" &&
    message !== null &&
    "socket" in message &&
    message.socket instanceof Socket
  )
    owners.getStore()?.add(message.socket);
});

/**
 * The sockets of one driver. A driver that is closed forgets connections that are still being greeted: a server that
 * takes connections and never says a word would collect one from every attempt.
 */
export class Sockets {
  readonly #open = new Set<Socket>();

  /** Runs work whose new sockets belong here. */
  gather<T>(work: () => T): T {
    return owners.run(this, work);
  }

  add(socket: Socket): void {
    this.#open.add(socket);
    socket.once("close", () => this.#open.delete(socket));
  }

  destroy(): void {
    for (const socket of this.#open) socket.destroy();
  }
}
