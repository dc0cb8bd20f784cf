import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from "react";

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** One polite live region: counts after a filter, the name of the mark the arrow keys reached. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [text, setText] = useState("");
  const announce = useCallback<Announce>((next) => setText(next), []);
  const region = useMemo(
    () => (
      <output className="visually-hidden" aria-live="polite" data-announcer="">
        {text}
      </output>
    ),
    [text],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {region}
    </AnnounceContext>
  );
}

export const useAnnounce = (): Announce => useContext(AnnounceContext);
