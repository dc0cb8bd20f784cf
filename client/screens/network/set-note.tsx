import { Button } from "react-aria-components/Button";
import { CloseMark } from "#client/ui/close-mark.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

/** How many places are chosen together, whether only they are drawn, and the way out of it. */
export function SetNote() {
  const { t, count } = useWords();
  const { view, change } = useView();
  if (view.set.length === 0) return null;
  return (
    <div className="set-note">
      <strong>{t("set.chosen", { count: view.set.length, text: count(view.set.length) })}</strong>
      <label className="inline-check">
        <input
          type="checkbox"
          checked={view.setAlone}
          onChange={(event) => change({ setAlone: event.target.checked })}
        />
        {t("set.alone")}
      </label>
      <Button
        className="button-quiet"
        aria-label={t("set.clear")}
        onPress={() => change({ set: [], setAlone: false })}
      >
        <CloseMark />
      </Button>
    </div>
  );
}
