import { useEffect, useState } from "react";

const patienceMs = 200;

/** A text once the typing rests. */
export function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), patienceMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
