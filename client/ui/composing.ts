import type { KeyboardEvent } from "react";

/** What browsers that report no composition say of a key that an input method takes for itself. */
const takenByInputMethod = 229;

/** Whether a key belongs to an input method that is composing: Enter then takes a word and submits nothing. */
export function isComposing({ nativeEvent }: KeyboardEvent): boolean {
  return nativeEvent.isComposing || nativeEvent.keyCode === takenByInputMethod;
}
