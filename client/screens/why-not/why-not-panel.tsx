import { useQuery } from "@tanstack/react-query";
import { ResourceCode } from "#graph/schema/records/resource.ts";
import type { Selection } from "#client/model/view/selection.ts";
import { enterpriseQuery, metaQuery } from "#client/queries.ts";
import { Panel } from "#client/ui/panel.tsx";
import { SearchField } from "#client/ui/search-field.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import { WhyNotAnswer } from "./why-not-answer.tsx";

export type WhyNotSelection = Extract<Selection, { kind: "why-not" }>;

/** Right panel: two enterprises and a resource are chosen, and the one thing that keeps them apart is said. */
export function WhyNotPanel({ selection }: { readonly selection: WhyNotSelection }) {
  const { t } = useWords();
  const { supplierId, receiverId, code } = selection;
  return (
    <Panel title={t("whyNot.title")} kicker={t("whyNot.kicker")}>
      <p className="secondary">{t("whyNot.about")}</p>
      <EnterpriseField selection={selection} end="supplierId" />
      <EnterpriseField selection={selection} end="receiverId" />
      <CodeField selection={selection} />
      {supplierId !== null && receiverId !== null && code !== null ? (
        <WhyNotAnswer asked={{ supplier: supplierId, receiver: receiverId, code }} />
      ) : (
        <p className="note note-empty">{t("whyNot.choose")}</p>
      )}
    </Panel>
  );
}

interface FieldProps {
  readonly selection: WhyNotSelection;
}

function EnterpriseField({ selection, end }: FieldProps & { readonly end: "supplierId" | "receiverId" }) {
  const { t, name } = useWords();
  const { change } = useView();
  const id = selection[end];
  const found = useQuery({ ...enterpriseQuery(id ?? ""), enabled: id !== null });
  const enterprise = found.data?.items[0];
  const chosen = id === null ? "" : enterprise === undefined ? id : name(enterprise);
  return (
    <SearchField
      key={chosen}
      label={t(`whyNot.${end}`)}
      accepts={({ kind }) => kind === "enterprise"}
      chosen={chosen}
      onChoose={(hit) => change({ selection: { ...selection, [end]: hit.id } })}
    />
  );
}

const isCode = (text: string) => ResourceCode.safeParse(text).success;

function CodeField({ selection }: FieldProps) {
  const { t, name } = useWords();
  const { change } = useView();
  const meta = useQuery(metaQuery());
  const { code } = selection;
  const resource = meta.data?.resources.find((one) => one.code === code);
  const chosen = code === null ? "" : resource === undefined ? code : `${code} ${name(resource)}`;
  return (
    <SearchField
      key={chosen}
      label={t("whyNot.code")}
      accepts={({ kind, id }) => kind === "resource" && isCode(id)}
      chosen={chosen}
      onChoose={(hit) => change({ selection: { ...selection, code: hit.id } })}
    />
  );
}
