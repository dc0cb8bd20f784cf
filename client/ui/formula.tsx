import { Fragment } from "react";

const lowOrHigh = /([_^])(\{[^}]*\}|[A-Za-z0-9]+)/g;

/** A formula as text: `_` and `^` set the next word, or what stands in braces, low or high. */
export function Formula({ text }: { readonly text: string }) {
  const parts: { readonly plain: string; readonly sign?: string; readonly word?: string }[] = [];
  let end = 0;
  for (const match of text.matchAll(lowOrHigh)) {
    const [whole, sign = "", word = ""] = match;
    parts.push({ plain: text.slice(end, match.index), sign, word: word.replaceAll(/[{}]/g, "") });
    end = match.index + whole.length;
  }
  parts.push({ plain: text.slice(end) });
  return (
    <>
      {parts.map(({ plain, sign, word }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the parts of one text never change places
        <Fragment key={index}>
          {plain}
          {sign === "_" && <sub>{word}</sub>}
          {sign === "^" && <sup>{word}</sup>}
        </Fragment>
      ))}
    </>
  );
}
