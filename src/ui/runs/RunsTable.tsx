import { Button, Table, VisuallyHidden } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useMemo } from "react";
import { formatList } from "../../i18n/format";
import { groupRuns, type RunGroup } from "../../session/runs/arrange";
import type { PastRun } from "../../storage/runs/pastRun";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { COLUMNS, type ColumnId } from "./columns";
import { DrawnRuns } from "./drawnRuns";
import { GroupVerdict } from "./GroupVerdict";
import { RunRow } from "./RunRow";
import { PAGE, type RunsView } from "./runsView";
import classes from "./table.module.css";
import { texts } from "./texts";

interface TableProps {
  /** In the order in which they are listed. */
  runs: readonly PastRun[];
  view: RunsView;
  change: (patch: Partial<RunsView>) => void;
}

/** The runs in rows, as many as a page has until more are asked for, in a box of its own that scrolls. */
export function RunsTable({ runs, view, change }: TableProps) {
  const t = useTexts(texts);
  const drawn = useMemo(() => runs.slice(0, view.most), [runs, view.most]);
  const left = runs.length - drawn.length;
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: the section around it is the landmark. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard. */}
      <div className={classes.scroller} role="group" tabIndex={0} aria-labelledby="runs-title">
        <Table fz="xs" verticalSpacing={4} horizontalSpacing={8} highlightOnHover>
          <Head view={view} change={change} />
          <DrawnRuns>
            {view.isGrouped ? (
              <Groups runs={drawn} columns={view.columns} />
            ) : (
              <Rows runs={drawn} columns={view.columns} />
            )}
          </DrawnRuns>
        </Table>
      </div>
      {left > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          className={classes.more}
          onClick={() => change({ most: view.most + PAGE })}
        >
          {t.tools.more({ n: Math.min(PAGE, left) })}
        </Button>
      )}
    </>
  );
}

function Head({ view, change }: Omit<TableProps, "runs">) {
  const t = useTexts(texts);
  return (
    <Table.Thead>
      <Table.Tr>
        <Table.Th scope="col">
          <VisuallyHidden>{t.selection.label}</VisuallyHidden>
        </Table.Th>
        {view.columns.map((id) => (
          <ColumnHead key={id} {...{ id, view, change }} />
        ))}
        <Table.Th scope="col">{t.columns.actions}</Table.Th>
      </Table.Tr>
    </Table.Thead>
  );
}

/** The name of a column; pressed, the table is sorted by it, and the other way round the second time. */
function ColumnHead({ id, view, change }: Omit<TableProps, "runs"> & { id: ColumnId }) {
  const t = useTexts(texts);
  const column = t.columns[id];
  if (!COLUMNS[id].by)
    return (
      <Table.Th scope="col" data-column={id}>
        {column}
      </Table.Th>
    );
  const isSorted = view.sort === id;
  const direction = view.descending ? "descending" : "ascending";
  const Arrow = view.descending ? IconArrowDown : IconArrowUp;
  return (
    <Table.Th scope="col" data-column={id} aria-sort={isSorted ? direction : undefined}>
      <button
        type="button"
        className={classes.sort}
        aria-label={isSorted ? t.sort[direction]({ column }) : t.sort.by({ column })}
        onClick={() => change({ sort: id, descending: isSorted ? !view.descending : true })}
      >
        {column}
        {isSorted && <Arrow size={13} aria-hidden="true" />}
      </button>
    </Table.Th>
  );
}

function Rows({ runs, columns }: { runs: readonly PastRun[]; columns: readonly ColumnId[] }) {
  const selected = useSelect((state) => state.selected);
  const opened = useSelect((state) => state.opened?.id ?? null);
  return (
    <Table.Tbody>
      {runs.map((run) => (
        <RunRow
          key={run.id}
          run={run}
          columns={columns}
          isSelected={selected.includes(run.id)}
          isOpened={run.id === opened}
        />
      ))}
    </Table.Tbody>
  );
}

function Groups({ runs, columns }: { runs: readonly PastRun[]; columns: readonly ColumnId[] }) {
  const history = useSelect((state) => state.history);
  const groups = useMemo(() => groupRuns(runs, history), [runs, history]);
  return groups.map((group) => <Group key={group.key} group={group} columns={columns} />);
}

/** Runs of the same settings under a line that says so, and what all of them say, also those that are not listed. */
function Group({ group: { runs, all, seeds }, columns }: { group: RunGroup; columns: readonly ColumnId[] }) {
  const t = useTexts(texts);
  return (
    <>
      <Table.Tbody>
        <Table.Tr>
          <Table.Th scope="rowgroup" colSpan={columns.length + 2} className={classes.group}>
            <div className={classes.groupLine}>
              {t.groups.head({ n: all.length, seeds: formatList(seeds.map(String)) })}
              {runs.length < all.length && ` ${t.groups.listed({ n: runs.length })}`}
            </div>
            <GroupVerdict runs={all} />
          </Table.Th>
        </Table.Tr>
      </Table.Tbody>
      <Rows runs={runs} columns={columns} />
    </>
  );
}
