/** An element with its attributes, its text and its children. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// oxlint-disable-next-line no-control-regex
const illegal = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/u;
const token = /<\?[^?]*\?>|<\/([\w.]+)>|<([\w.]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** Reads the XML our writers may write, and throws at anything that XML 1.0 does not allow there. */
export function parseStrictXml(source: string): Element {
  if (illegal.test(source)) throw new Error("a character that XML 1.0 forbids");
  const root: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [root];
  for (token.lastIndex = 0; token.lastIndex < source.length;) {
    const at = token.lastIndex;
    const match = token.exec(source);
    if (match === null) throw new Error(`malformed at ${at}: ${source.slice(at, at + 60)}`);
    const [, closed, started, attributes = "", empty, text] = match;
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.text += decode(text);
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (started === undefined) continue;
    const element: Element = { name: started, attributes: attributesOf(attributes), children: [], text: "" };
    parent.children.push(element);
    if (empty !== "/") open.push(element);
  }
  if (open.length !== 1) throw new Error("an element is left open");
  return onlyChild(root);
}

function onlyChild({ children }: Element): Element {
  const [top, ...others] = children;
  if (top === undefined || others.length > 0) throw new Error("not one root");
  return top;
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [
    name,
    decode(value),
  ]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length)
    throw new Error(`repeated attribute in ${text}`);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function decode(text: string): string {
  return text.replaceAll(
    /&(?:#(\d+)|(\w+));|&/g,
    (whole, code: string | undefined, name: string | undefined) => {
      if (code !== undefined) return String.fromCodePoint(Number(code));
      const character = entities[name ?? ""];
      if (character === undefined) throw new Error(`unknown entity ${whole}`);
      return character;
    },
  );
}
