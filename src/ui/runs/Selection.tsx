import { Button } from "@mantine/core";
import { betweenInWords, differenceInWords } from "../../config/diffWords";
import { changeInWords } from "../../session/settings/changeInWords";
import type { PastRun } from "../../storage/runs/pastRun";
import { usePlayground, useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { saveAllDataOf } from "../packing";
import { saveReportOf } from "../reporting";
import { useLineUp } from "./queue/useLineUp";
import { runName } from "./runName";
import classes from "./runs.module.css";
import { texts } from "./texts";

const SMALL = { size: "compact-sm", variant: "default" } as const;

/** The runs that are marked: how their settings differ from the first one's, and what can be done to all of them. */
export function Selection({ listed }: { listed: readonly PastRun[] }) {
  const t = useTexts(texts).selection;
  const playground = usePlayground();
  const { runs } = playground;
  const add = useLineUp();
  const selected = useSelect((state) => state.selected);
  const history = useSelect((state) => state.history);
  if (selected.length === 0) return null;
  const marked = selected.flatMap((id) => history.find((run) => run.id === id) ?? []);
  const withCurves = marked.filter(({ columnBytes }) => columnBytes !== null).map(({ id }) => id);
  return (
    <section className={classes.selection} aria-label={t.label}>
      <div className={classes.tools}>
        <strong role="status">{t.count({ n: selected.length })}</strong>
        <Button {...SMALL} onClick={() => runs.selectOnly(listed.map(({ id }) => id))}>
          {t.all}
        </Button>
        <Button {...SMALL} onClick={() => runs.selectOnly([])}>
          {t.clear}
        </Button>
        <Button {...SMALL} onClick={() => add(marked)}>
          {t.queue}
        </Button>
        <Button {...SMALL} disabled={withCurves.length === 0} onClick={() => void saveReportOf(playground, withCurves)}>
          {t.report}
        </Button>
        <Button
          {...SMALL}
          disabled={withCurves.length === 0}
          onClick={() => void saveAllDataOf(playground, withCurves)}
        >
          {t.data}
        </Button>
        <Button {...SMALL} onClick={() => void runs.remove(selected)}>
          {t.remove}
        </Button>
      </div>
      <Differences runs={marked} />
    </section>
  );
}

/** So many runs are compared in words; beside more, nobody reads them. */
const MOST = 6;

function Differences({ runs: [first, ...others] }: { runs: PastRun[] }) {
  // Drawn anew in another language.
  useTexts(texts);
  if (!first || others.length === 0) return null;
  return (
    <ul className={classes.compared}>
      {others.slice(0, MOST - 1).map((other) => (
        <li key={other.id}>
          {betweenInWords(runName(first), runName(other))}{" "}
          <b>{differenceInWords([first.config, other.config], changeInWords)}</b>
        </li>
      ))}
    </ul>
  );
}
