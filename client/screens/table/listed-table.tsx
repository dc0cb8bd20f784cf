import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { Button } from "react-aria-components/Button";
import type { ViewState } from "#client/model/view/view-state.ts";
import { namesArea } from "#graph/schema/filter/filter.ts";
import type { Candidate } from "#graph/schema/answers/candidate.ts";
import { FoldContext, useUnfold } from "#client/screens/candidate/use-unfold.ts";
import { Asked, EmptyNote } from "#client/ui/asked.tsx";
import { useAnnounce } from "#client/ui/announcer.tsx";
import { WithheldNote } from "#client/ui/withheld-note.tsx";
import { useWords } from "#client/ui/use-words.ts";
import { useView } from "#client/ui/view-context.tsx";
import type { TableOf } from "./column.ts";
import { DataTable } from "./data-table.tsx";
import { exportListed, tableOf } from "./export-table.ts";
import { askPage, rowsQueryOf, type ListedKind, type Page, type RowOf } from "./rows.ts";

/** Rows fetched without being asked for; more on a button. */
const rowsAtOnce = 3000;

interface ListedTableProps<K extends ListedKind> {
  readonly kind: K;
}

/** Table of records, page after page until it holds what a person can look through. */
export function ListedTable<K extends ListedKind>({ kind }: ListedTableProps<K>) {
  const words = useWords();
  const { t, count } = words;
  const { view } = useView();
  const announce = useAnnounce();
  const query = rowsQueryOf(kind, view);
  const answer = useInfiniteQuery({
    queryKey: [kind, query, "rows"],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }): Promise<Page<RowOf[K]>> => askPage[kind](query, pageParam, signal),
    getNextPageParam: (page) => page.next,
  });
  const rows = useMemo(() => answer.data?.pages.flatMap((page) => page.items) ?? [], [answer.data]);
  const table = useMemo<TableOf<RowOf[K]>>(() => tableOf[kind](words), [kind, words]);
  const total = answer.data?.pages[0]?.total ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = answer;
  const isMore = hasNextPage && rows.length < rowsAtOnce;
  useEffect(() => {
    if (isMore && !isFetchingNextPage) void fetchNextPage();
  }, [isMore, isFetchingNextPage, fetchNextPage]);
  useEffect(() => {
    if (answer.data !== undefined) announce(t("table.counted", { text: count(total) }));
  }, [announce, answer.data, count, t, total]);
  const caption = t(`record.${kind}`);
  const isOfCandidates = kind === "candidates" || kind === "gaps";
  return (
    <>
      <div className="table-bar">
        <TableNote kind={kind} first={answer.data?.pages[0]} loaded={rows.length} />
        {hasNextPage && !isMore && (
          <Button className="button" isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
            {t("table.more")}
          </Button>
        )}
        {answer.data !== undefined && <ExportButton kind={kind} />}
      </div>
      <Asked
        what={caption}
        result={{
          data: answer.data === undefined ? undefined : rows,
          error: answer.error,
          refetch: answer.refetch,
        }}
      >
        {(items) =>
          items.length === 0 ? (
            <EmptyNote>{t(isOfCandidates ? `section.none.${view.section}` : "table.empty")}</EmptyNote>
          ) : kind === "candidates" ? (
            <FoldedTable caption={caption} query={query} rows={items as readonly Candidate[]} total={total} />
          ) : (
            <DataTable caption={caption} table={table} rows={items} total={total} />
          )
        }
      </Asked>
    </>
  );
}

interface FoldedTableProps {
  readonly caption: string;
  readonly query: Readonly<Record<string, string>>;
  readonly rows: readonly Candidate[];
  readonly total: number;
}

/** The table of candidates: those that stand folded behind one are opened in place. */
function FoldedTable({ caption, query, rows, total }: FoldedTableProps) {
  const words = useWords();
  const unfolded = useUnfold(rows, query);
  const table = useMemo(() => tableOf.candidates(words), [words]);
  return (
    <FoldContext value={unfolded.folds}>
      <DataTable
        caption={caption}
        table={table}
        rows={unfolded.rows}
        total={total + unfolded.rows.length - rows.length}
      />
    </FoldContext>
  );
}

interface TableNoteProps {
  readonly kind: ListedKind;
  /** The first page, once it is there. */
  readonly first: Page<unknown> | undefined;
  readonly loaded: number;
}

/** What the table holds, and what it does not. */
function TableNote({ kind, first, loaded }: TableNoteProps) {
  const { t, count } = useWords();
  const { view } = useView();
  return (
    <p role="note">
      {first !== undefined && <strong>{t("table.counted", { text: count(first.total) })}</strong>}
      {loaded < (first?.total ?? 0) && (
        <span className="secondary"> {t("table.loaded", { text: count(loaded) })}</span>
      )}
      {first?.folded !== undefined && first.folded > 0 && (
        <span className="secondary"> {t("fold.note", { text: count(first.folded) })}</span>
      )}
      <span className="secondary"> {t(aboutOf(kind, view))}</span>{" "}
      <WithheldNote listings={first?.withheld ?? 0} />
    </p>
  );
}

/** What of the filter a table follows. */
function aboutOf(kind: ListedKind, { filter, section }: ViewState) {
  if (kind === "candidates" || kind === "gaps") return `section.about.${section}` as const;
  const isPart = kind === "parks" && namesArea(filter);
  return isPart ? "table.about.parksOfArea" : (`table.about.${kind}` as const);
}

function ExportButton({ kind }: { readonly kind: ListedKind }) {
  const words = useWords();
  const { view } = useView();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const save = async () => {
    setState("busy");
    try {
      await exportListed(kind, view, words);
      setState("idle");
    } catch {
      setState("failed");
    }
  };
  return (
    <>
      {state === "failed" && (
        <span role="alert" className="verdict-fail">
          {words.t("state.failed", { what: words.t("table.export") })}
        </span>
      )}
      <Button className="button" isDisabled={state === "busy"} onPress={() => void save()}>
        {words.t("table.export")}
      </Button>
    </>
  );
}
