import { useId } from "react";
import { Button } from "react-aria-components/Button";
import type { MetricParameter } from "#graph/schema/answers/metric-parameters.ts";
import { parameterText } from "#graph/schema/answers/metric-parameters.ts";
import { withParameter, type AskedMetric, type KnownMetric } from "#client/model/view/asked-metric.ts";
import { useWords } from "./use-words.ts";

interface MetricParametersProps {
  readonly metric: KnownMetric;
  readonly onChange: (asked: AskedMetric) => void;
}

/** A field for each parameter of a measure, with its type, default and range; nothing where it has none. */
export function MetricParameters({ metric, onChange }: MetricParametersProps) {
  const { t } = useWords();
  const { asked, description } = metric;
  const parameters = Object.entries(description.parameters);
  if (parameters.length === 0) return null;
  const isChanged = Object.keys(asked.parameters).length > 0;
  return (
    <fieldset className="metric-parameters">
      <legend>{t("metric.parameters")}</legend>
      {parameters.map(([name, parameter]) => (
        <ParameterField
          key={`${name} ${asked.parameters[name] ?? ""}`}
          name={name}
          parameter={parameter}
          value={asked.parameters[name] ?? String(parameter.default)}
          onChange={(value) => onChange(withParameter(metric, name, value))}
        />
      ))}
      {isChanged && (
        <Button className="button" onPress={() => onChange({ id: asked.id, parameters: {} })}>
          {t("metric.defaults")}
        </Button>
      )}
    </fieldset>
  );
}

interface ParameterFieldProps {
  readonly name: string;
  readonly parameter: MetricParameter;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A number is taken when it is left or Enter is pressed, and only where it is allowed. */
function ParameterField({ name, parameter, value, onChange }: ParameterFieldProps) {
  const { t, say } = useWords();
  const id = useId();
  const { min, max, options } = parameter;
  const standard = String(parameter.default);
  const take = (field: HTMLInputElement) => {
    const isAllowed = parameterText(parameter).safeParse(field.value).success;
    field.setCustomValidity(isAllowed ? "" : t("metric.notAllowed"));
    if (!isAllowed) field.reportValidity();
    else if (field.value !== value) onChange(field.value);
  };
  return (
    <div className="metric-parameter">
      <label htmlFor={id}>
        <code>{name}</code> {say(parameter)}
      </label>
      {options === null ? (
        <input
          id={id}
          className="input"
          inputMode="decimal"
          defaultValue={value}
          onChange={(event) => event.target.setCustomValidity("")}
          onBlur={(event) => take(event.target)}
          onKeyDown={(event) => {
            if (event.key === "Enter") take(event.currentTarget);
          }}
        />
      ) : (
        <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      )}
      <span className="secondary">
        {options === null
          ? t(parameter.type === "integer" ? "metric.wholeFrom" : "metric.numberFrom", {
              min: String(min),
              max: String(max),
              standard,
            })
          : t("metric.standard", { standard })}
      </span>
    </div>
  );
}
