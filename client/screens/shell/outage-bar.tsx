import { Button } from "react-aria-components/Button";
import { useAwaySince, useService } from "#client/ui/service.ts";
import { useWords } from "#client/ui/use-words.ts";

/** Says once that the service does not answer, and that what is shown is older; gone as soon as it is back. */
export function OutageBar() {
  const { t, language } = useWords();
  const service = useService();
  const since = useAwaySince();
  if (since === null) return null;
  const time = since.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  return (
    <div className="outage-bar" role="alert">
      <p>{t("outage.text", { time })}</p>
      <Button className="button" onPress={() => void service.look()}>
        {t("action.retry")}
      </Button>
    </div>
  );
}
