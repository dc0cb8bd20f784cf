import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { parameterText } from "#graph/schema/answers/metric-parameters.ts";

/** A measure as an address asks for it: its id, and as texts the values of those parameters that shall not be the default. */
export interface AskedMetric {
  readonly id: string;
  readonly parameters: Readonly<Record<string, string>>;
}

/** A measure that the catalogue holds, with values that its parameters allow. */
export interface KnownMetric {
  readonly asked: AskedMetric;
  readonly description: MetricDescription;
}

const metricText = /^[A-Za-z]+\.[A-Za-z-]{1,60}$/;
const parameterPart = /^([A-Za-z]{1,40}):([\w.-]{1,40})$/;
const listed = ",";
const parted = "~";
const mostMetrics = 12;

/** `park.pagerank~damping:0.9` → the measure; null where the text has another form. Whether there is such a measure only the catalogue knows. */
export function readAskedMetric(text: string): AskedMetric | null {
  const [id = "", ...parts] = text.split(parted);
  if (!metricText.test(id)) return null;
  const parameters: Record<string, string> = {};
  for (const part of parts) {
    const [, name, value] = parameterPart.exec(part) ?? [];
    if (name === undefined || value === undefined || Object.hasOwn(parameters, name)) return null;
    parameters[name] = value;
  }
  return { id, parameters };
}

/** The measure as one word of the address, parameters by name. */
export function writeAskedMetric({ id, parameters }: AskedMetric): string {
  const parts = Object.keys(parameters)
    .toSorted()
    .map((name) => `${name}:${parameters[name] ?? ""}`);
  return [id, ...parts].join(parted);
}

/** Several measures, at most twelve, each once. */
export function readAskedMetrics(text: string): readonly AskedMetric[] | null {
  const texts = text.split(listed);
  const metrics = texts.flatMap((one) => readAskedMetric(one) ?? []);
  const ids = new Set(metrics.map(({ id }) => id));
  return metrics.length === texts.length && ids.size === texts.length && ids.size <= mostMetrics
    ? metrics
    : null;
}

export const writeAskedMetrics = (metrics: readonly AskedMetric[]): string =>
  metrics.map(writeAskedMetric).join(listed);

/** Where a measure is to be shown: in columns, on marks, or as outlines around them. */
export type MetricUse = "table" | "marks" | "outlines";

const isUsable: Readonly<Record<MetricUse, (metric: MetricDescription) => boolean>> = {
  table: () => true,
  marks: ({ scope }) => isScopeOfNodes(scope),
  outlines: ({ id }) => id === communitiesId,
};

/** The one measure whose result is a partition of enterprises. */
export const communitiesId = "network.communities";

/** One measure under the catalogue: null with its text as the fault where there is none of this id or not for this use; parameters that it has not, or not with this value, are left out and named. */
export function knownMetric(
  asked: AskedMetric,
  catalogue: readonly MetricDescription[],
  use: MetricUse,
): { readonly known: KnownMetric | null; readonly faults: readonly string[] } {
  const description = catalogue.find(({ id }) => id === asked.id);
  if (description === undefined || !isUsable[use](description))
    return { known: null, faults: [writeAskedMetric(asked)] };
  const names = Object.keys(asked.parameters);
  const isAllowed = (name: string) => {
    const parameter = description.parameters[name];
    return parameter !== undefined && parameterText(parameter).safeParse(asked.parameters[name]).success;
  };
  const allowed = names.filter(isAllowed);
  return {
    known: {
      description,
      asked: {
        id: asked.id,
        parameters: Object.fromEntries(allowed.map((name) => [name, asked.parameters[name] ?? ""])),
      },
    },
    faults: names
      .filter((name) => !isAllowed(name))
      .map((name) =>
        writeAskedMetric({ id: asked.id, parameters: { [name]: asked.parameters[name] ?? "" } }),
      ),
  };
}

/** Whether measures of a scope score nodes, which can stand side by side. */
export const isScopeOfNodes = (scope: MetricDescription["scope"]): boolean =>
  scope === "park" || scope === "city" || scope === "enterprise";

/** Which of several measures can stand in one table: those that score the same nodes as the first. */
export function sideBySide(metrics: readonly KnownMetric[]): {
  readonly together: readonly KnownMetric[];
  readonly apart: readonly KnownMetric[];
} {
  const [first, ...others] = metrics;
  if (first === undefined) return { together: [], apart: [] };
  const { scope } = first.description;
  const fits = ({ description }: KnownMetric) => isScopeOfNodes(scope) && description.scope === scope;
  return {
    together: [first, ...others.filter(fits)],
    apart: others.filter((metric) => !fits(metric)),
  };
}

/** The measure with one parameter set; a value that is the default is not written. */
export function withParameter({ asked, description }: KnownMetric, name: string, value: string): AskedMetric {
  const { [name]: _, ...others } = asked.parameters;
  const isDefault = String(description.parameters[name]?.default) === value;
  return { id: asked.id, parameters: isDefault ? others : { ...others, [name]: value } };
}
