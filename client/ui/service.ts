import { createContext, useContext, useSyncExternalStore } from "react";
import type { ServiceWatch } from "#client/recovery.ts";

export const ServiceContext = createContext<ServiceWatch | null>(null);

export function useService(): ServiceWatch {
  const watch = useContext(ServiceContext);
  if (watch === null) throw new Error("useService stands outside its provider");
  return watch;
}

/** When the service was found away; null while it answers. */
export function useAwaySince(): Date | null {
  const { subscribe, awaySince } = useService();
  return useSyncExternalStore(subscribe, awaySince);
}
