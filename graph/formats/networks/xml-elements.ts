import { unreadable } from "./draft-network.ts";

/** An element of an XML document; names are without their namespace prefix. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Line on which it begins, from 1. */
  readonly line: number;
  readonly children: XmlElement[];
  /** Its own text, that of its children left out. */
  text: string;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

const markup =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<!DOCTYPE[^>[]*(?:\[[\s\S]*?\])?[^>]*>|<(\/?)([^\s/>]+)((?:\s+[^\s=/>]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/gy;
const attribute = /([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const localName = (name: string) => name.replace(/^.*:/, "");

/**
 * An XML text as a tree; the element returned stands for the document and holds its one root. Entities of a document type
 * are not expanded. Throws `invalid-request` with the line where the text is not well formed.
 */
export function readXml(text: string): XmlElement {
  const document: XmlElement = { name: "", attributes: {}, line: 1, children: [], text: "" };
  const open = [document];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const inner = open.at(-1) ?? document;
    const next = text.indexOf("<", at);
    const between = text.slice(at, next < 0 ? text.length : next);
    if (inner !== document) inner.text += decode(between, line);
    else if (between.replace("\uFEFF", "").trim() !== "") throw notWellFormed(line);
    line += linesIn(between);
    if (next < 0) break;
    markup.lastIndex = next;
    const found = markup.exec(text);
    if (found === null) throw notWellFormed(line);
    apply(found, open, line);
    line += linesIn(found[0]);
    at = next + found[0].length;
  }
  if (open.length > 1) throw notWellFormed(line);
  return document;
}

/** One tag, comment or the like: opens an element inside the innermost one, adds text to it, or closes it. */
function apply(
  [, data, slash, prefixed, given = "", empty]: RegExpExecArray,
  open: XmlElement[],
  line: number,
) {
  const inner = open.at(-1);
  if (data !== undefined && inner !== undefined) inner.text += data;
  if (prefixed === undefined || inner === undefined) return;
  const name = localName(prefixed);
  if (slash === "/") {
    if (open.length < 2 || inner.name !== name) throw notWellFormed(line);
    open.pop();
    return;
  }
  const element: XmlElement = { name, attributes: attributesOf(given, line), line, children: [], text: "" };
  inner.children.push(element);
  if (empty !== "/") open.push(element);
}

/** All elements of a name below an element, in order of the text. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.name === name) yield next;
    for (let child = next.children.length - 1; child >= 0; child--)
      waiting.push(next.children[child] as XmlElement);
  }
}

/** The value of an attribute that must be there. */
export function required({ attributes, line }: XmlElement, name: string): string {
  const value = attributes[name];
  if (value !== undefined && value !== "") return value;
  throw unreadable(`line ${line}`, { zh: `缺少属性 ${name}`, en: `the attribute ${name} is missing` });
}

/** The first graph of a document. */
export function graphOf(document: XmlElement, format: string): XmlElement {
  const [graph] = descendants(document, "graph");
  if (graph !== undefined) return graph;
  throw unreadable("(root)", {
    zh: `文件中没有 <graph>；这不是 ${format} 文件`,
    en: `the file has no <graph>; it is not ${format}`,
  });
}

function linesIn(text: string): number {
  let lines = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
}

function attributesOf(text: string, line: number): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name = "", double, single]) => [
      localName(name),
      decode(double ?? single ?? "", line),
    ]),
  );
}

function decode(text: string, line: number): string {
  if (!text.includes("&")) return text;
  return text.replace(/&([^;\s]{1,12});|&/g, (_whole, name: string | undefined) => {
    const digits = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name ?? "");
    const code = digits === null ? 0 : Number.parseInt(digits[1] ?? digits[2] ?? "", digits[1] ? 16 : 10);
    if (code > 0 && code <= 0x10_ff_ff) return String.fromCodePoint(code);
    const known = name !== undefined && Object.hasOwn(entities, name) ? entities[name] : undefined;
    if (known === undefined) throw notWellFormed(line);
    return known;
  });
}

function notWellFormed(line: number) {
  return unreadable(`line ${line}`, {
    zh: "XML 格式有误：标签或引号没有成对，或有未转义的 & 或 <；请用原程序重新导出",
    en: "not well-formed XML: a tag or quote is not closed, or a bare & or <; export the file anew",
  });
}
