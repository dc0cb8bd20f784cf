import { useState } from "react";
import { Button } from "react-aria-components/Button";
import { Header } from "react-aria-components/Header";
import { Menu, MenuItem, MenuSection, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { exportFormats } from "#graph/schema/api/record-endpoints.ts";
import { toQuery } from "#graph/schema/filter/filter.ts";
import { addressOf } from "#client/api.ts";
import { loadTableExport } from "#client/screens/load-screens.ts";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";

const files = ["corridors", "candidates", "exchanges", "parks"] as const;
const isFile = (key: string): key is (typeof files)[number] => files.some((file) => file === key);

/** Everything that leaves the page: tables, the whole network under the filter, the picture, paper. */
export function ExportMenu() {
  const words = useWords();
  const { t } = words;
  const { view, stageActions } = useView();
  const announce = useAnnounce();
  const [hasFailed, setFailed] = useState(false);
  const run = async (key: string) => {
    setFailed(false);
    try {
      if (isFile(key)) await (await loadTableExport()).exportListed(key, view, words);
      else if (key === "picture") await stageActions()?.savePicture();
      else if (key === "print") globalThis.print();
      else return;
      announce(t("export.done"));
    } catch {
      setFailed(true);
    }
  };
  return (
    <div className="export">
      <MenuTrigger>
        <Button className="button-quiet">{t("export.title")}</Button>
        <Popover className="popover" placement="bottom end">
          <ExportItems onAction={(key) => void run(key)} />
        </Popover>
      </MenuTrigger>
      {hasFailed && (
        <p role="alert" className="note note-failure export-failure">
          {t("state.failed", { what: t("export.title") })}
        </p>
      )}
    </div>
  );
}

interface ExportItemsProps {
  readonly onAction: (key: string) => void;
}

function ExportItems({ onAction }: ExportItemsProps) {
  const { t } = useWords();
  const { view } = useView();
  return (
    <Menu className="menu" aria-label={t("export.title")} onAction={(key) => onAction(String(key))}>
      <MenuSection>
        <Header className="menu-header">{t("export.tables")}</Header>
        {files.map((file) => (
          <MenuItem key={file} id={file} className="menu-item">
            {t("export.csv", { what: t(`record.${file}`) })}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection>
        <Header className="menu-header">{t("export.network")}</Header>
        {exportFormats.map((format) => (
          <MenuItem
            key={format}
            id={format}
            className="menu-item"
            href={addressOf("export", { format }, toQuery(view.filter))}
            download={`gongsheng-${format}`}
          >
            {t(`export.${format}`)}
          </MenuItem>
        ))}
      </MenuSection>
      <MenuSection>
        <Header className="menu-header">{t("export.page")}</Header>
        {view.tab !== "table" && (
          <MenuItem id="picture" className="menu-item">
            {t("export.picture")}
          </MenuItem>
        )}
        <MenuItem id="print" className="menu-item">
          {t("export.print")}
        </MenuItem>
      </MenuSection>
    </Menu>
  );
}
