import { useMemo, useState } from "react";
import { useSelect } from "../context";
import { UnreadableList } from "../faults/UnreadableList";
import { useTexts } from "../language/useTexts";
import { ImportNote } from "./ImportNote";
import { QueuePanel } from "./queue/QueuePanel";
import { RunsTable } from "./RunsTable";
import classes from "./runs.module.css";
import { INITIAL_VIEW, listedRuns, PAGE, type RunsView } from "./runsView";
import { Selection } from "./Selection";
import { StorageUse } from "./StorageUse";
import { Toolbar } from "./Toolbar";
import { texts } from "./texts";
import { UndoToast } from "./UndoToast";

/** The runs that are kept: what they were, what came out, and what one wants to remember of them. */
export function RunsPanel() {
  const t = useTexts(texts);
  const history = useSelect((state) => state.history);
  const [view, setView] = useState(INITIAL_VIEW);
  const { listed, problem } = useMemo(() => listedRuns(history, view), [history, view]);
  // Another order or filter begins at its first page.
  const change = (patch: Partial<RunsView>) => setView((before) => ({ ...before, most: PAGE, ...patch }));
  return (
    <section className={classes.panel} aria-labelledby="runs-title">
      <div className={classes.head}>
        <h2 id="runs-title" className={classes.heading}>
          {t.title}
        </h2>
        <Toolbar view={view} change={change} problem={problem} shown={listed.length} all={history.length} />
      </div>
      <QueuePanel />
      <ImportNote />
      <UndoToast />
      <Selection listed={listed} />
      {history.length === 0 && <p className={classes.soft}>{t.empty}</p>}
      {history.length > 0 && listed.length === 0 && <p className={classes.soft}>{t.none}</p>}
      {listed.length > 0 && <RunsTable runs={listed} view={view} change={change} />}
      <StorageUse />
      <UnreadableList store="runs" />
    </section>
  );
}
