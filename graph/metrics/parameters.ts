import { SymbiosisError } from "#graph/errors.ts";
import type { MetricDescription } from "#graph/schema/answers/metric-description.ts";
import { parameterFault, type ParameterValues } from "#graph/schema/answers/metric-parameters.ts";

/**
 * The values a metric is computed with, in the order of its description. Throws `invalid-request`, naming the parameter,
 * where the metric does not have one that is given, or its value lies out of range.
 */
export function fillIn(
  { id, parameters }: MetricDescription,
  given: ParameterValues,
): Record<string, number | string> {
  const details = Object.entries(given).flatMap(([pointer, value]) => {
    const parameter = Object.hasOwn(parameters, pointer) ? parameters[pointer] : undefined;
    const names = Object.keys(parameters).join(", ");
    const message =
      parameter === undefined
        ? `${id} has no such parameter; it has ${names === "" ? "none" : names}`
        : parameterFault(parameter, value);
    return message === null ? [] : [{ pointer, message }];
  });
  const [first] = details;
  if (first !== undefined)
    throw new SymbiosisError("invalid-request", `${first.pointer}: ${first.message}`, {
      details,
      zh: `参数 ${first.pointer} 不适用于 ${id} 或超出范围`,
    });
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, given[name] ?? parameter.default]),
  );
}
