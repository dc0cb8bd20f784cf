import { Button } from "react-aria-components/Button";
import { layers } from "#graph/schema/records/layer.ts";
import { useWords } from "./use-words.ts";
import { useView } from "./view-context.tsx";

/** Quantities of different layers never add: the metric waits until one is chosen. */
export function LayerChoice() {
  const { t } = useWords();
  const { view, change } = useView();
  return (
    <div className="note">
      <p>{t("metric.needsLayer")}</p>
      {layers.map((layer) => (
        <Button
          key={layer}
          className="button"
          onPress={() => change({ filter: { ...view.filter, layers: [layer] } })}
        >
          {t("metric.onlyLayer", { layer: t(`layer.${layer}`) })}
        </Button>
      ))}
    </div>
  );
}
