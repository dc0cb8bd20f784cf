import { assertUsed, ownParameters } from "#graph/metrics/analyse.ts";
import { metricOf } from "#graph/metrics/compute.ts";
import type { WhatIfRequest } from "#graph/metrics/what-if.ts";
import { parametersOf } from "#graph/schema/answers/metric-parameters.ts";
import type { WhatIfBody } from "#graph/schema/answers/what-if.ts";

/** What is supposed and measured, each metric with the parameters that it has. Throws `unknown-id` and `invalid-request`. */
export function toWhatIfRequest({
  metrics: ids,
  seed,
  parameters = {},
  add = [],
  remove = [],
}: Omit<WhatIfBody, "filter">): WhatIfRequest {
  const chosen = [...new Set(ids)].map(metricOf);
  const given = parametersOf(seed === undefined ? parameters : { ...parameters, seed });
  assertUsed(chosen, given);
  return {
    metrics: chosen.map((metric) => ({
      id: metric.description.id,
      parameters: ownParameters(metric, given),
    })),
    supposition: { add, remove: [...new Set(remove)] },
  };
}
