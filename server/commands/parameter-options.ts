import { metricOf } from "#graph/metrics/compute.ts";
import {
  metricParameters,
  parameterText,
  type MetricParameter,
  type ParameterValues,
} from "#graph/schema/answers/metric-parameters.ts";
import { firstFault } from "#graph/schema/fault-words.ts";
import { UsageError, textOption, type Call, type OptionRow } from "./command.ts";
import { optionName } from "./query-options.ts";

const rows: readonly (readonly [name: string, parameter: MetricParameter])[] =
  Object.entries(metricParameters);

/** Every parameter of the measures as a flag. */
export const parameterOptions: readonly OptionRow[] = rows.map(([name, { options, zh, en }]) => ({
  name: optionName(name),
  placeholder: options === null ? "<number>" : `<${options.join("|")}>`,
  text: { zh, en },
}));

/**
 * The parameters a call asks for, by metric: each metric is given those that it has. Throws UsageError for a value out of
 * range, and for a parameter that none of the metrics has.
 */
export function readParameters(
  call: Call,
  tasks: readonly { readonly id: string }[],
): (id: string) => ParameterValues {
  const namesOf = (id: string) => Object.keys(metricOf(id).description.parameters);
  const known = new Set(tasks.flatMap(({ id }) => namesOf(id)));
  const given = givenParameters(call);
  for (const name of Object.keys(given)) {
    if (known.has(name)) continue;
    const flag = `--${optionName(name)}`;
    throw new UsageError({
      zh: `所选指标没有参数 ${flag}`,
      en: `${flag}: no chosen metric has this parameter`,
    });
  }
  return (id) => {
    const names = namesOf(id);
    return Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name)));
  };
}

/** All parameters that a call gives. Throws UsageError for a value out of range. */
export function givenParameters(call: Call): ParameterValues {
  const given: Record<string, number | string> = {};
  for (const [name, parameter] of rows) {
    const text = textOption(call, optionName(name));
    if (text === undefined) continue;
    const read = parameterText(parameter).safeParse(text);
    const flag = `--${optionName(name)}`;
    if (!read.success)
      throw new UsageError({
        zh: `${flag}：${firstFault(read.error).zh}`,
        en: `${flag}: ${firstFault(read.error).en}`,
      });
    given[name] = read.data;
  }
  return given;
}
