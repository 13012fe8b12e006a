import { Button, Checkbox, Menu, TextInput } from "@mantine/core";
import { IconCheck, IconColumns3, IconFileImport, IconFilter, IconPlaylistAdd } from "@tabler/icons-react";
import { queuedDraft } from "../../session/queue/queued";
import type { FilterProblem } from "../../session/runs/filter/filter";
import { Info } from "../components/Info";
import { usePlayground, useSelect } from "../context";
import { useTexts, useTranslate } from "../language/useTexts";
import { chooseRecords } from "../opening";
import { COLUMN_IDS } from "./columns";
import { useLineUp } from "./queue/useLineUp";
import classes from "./runs.module.css";
import type { RunsView } from "./runsView";
import { texts } from "./texts";

interface ToolbarProps {
  view: RunsView;
  change: (patch: Partial<RunsView>) => void;
  problem: FilterProblem | null;
  /** How many runs are listed, and how many there are. */
  shown: number;
  all: number;
}

/** What finds runs in the table, decides what it shows of them, and brings others. */
export function Toolbar({ view, change, problem, shown, all }: ToolbarProps) {
  const t = useTexts(texts).tools;
  const playground = usePlayground();
  return (
    <div className={classes.tools}>
      <TextInput
        size="xs"
        className={classes.filter}
        leftSection={<IconFilter size={14} />}
        rightSection={<Info label={t.helpLabel}>{t.help}</Info>}
        rightSectionPointerEvents="all"
        rightSectionWidth={40}
        aria-label={t.filter}
        placeholder={t.placeholder}
        value={view.filter}
        error={problem && <Problem text={view.filter} problem={problem} />}
        onChange={(event) => change({ filter: event.currentTarget.value })}
      />
      <span className={classes.soft} role="status">
        {view.filter !== "" && !problem && t.shown({ shown, all })}
      </span>
      <ColumnMenu view={view} change={change} />
      <Checkbox
        size="xs"
        label={t.group}
        checked={view.isGrouped}
        onChange={(event) => change({ isGrouped: event.currentTarget.checked })}
      />
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconFileImport size={15} />}
        onClick={() => chooseRecords(playground)}
      >
        {t.import}
      </Button>
      <QueueButton />
    </div>
  );
}

/** The way into the queue, which shows itself once something is in it. */
function QueueButton() {
  const t = useTexts(texts).tools;
  const playground = usePlayground();
  const add = useLineUp();
  const isWrong = useSelect(({ draftErrors }) => draftErrors.length > 0);
  return (
    <Button
      size="compact-sm"
      variant="default"
      title={t.queueHint}
      leftSection={<IconPlaylistAdd size={15} />}
      disabled={isWrong}
      onClick={() => add([queuedDraft(playground.state)])}
    >
      {t.queue}
    </Button>
  );
}

/** What is wrong with the filter, with the place marked in it. */
function Problem({ text, problem: { at, length, said } }: { text: string; problem: FilterProblem }) {
  const translate = useTranslate();
  return (
    <>
      {translate(said)}
      <code className={classes.problem}>
        {text.slice(0, at)}
        <mark>{text.slice(at, at + length)}</mark>
        {text.slice(at + length)}
      </code>
    </>
  );
}

function ColumnMenu({ view: { columns }, change }: Pick<ToolbarProps, "view" | "change">) {
  const t = useTexts(texts);
  const toggle = (id: (typeof COLUMN_IDS)[number]) => {
    const isThere = columns.includes(id);
    change({ columns: COLUMN_IDS.filter((other) => (other === id ? !isThere : columns.includes(other))) });
  };
  return (
    <Menu closeOnItemClick={false} position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="default" leftSection={<IconColumns3 size={15} />}>
          {t.tools.columns}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {COLUMN_IDS.map((id) => (
          <Menu.Item
            key={id}
            role="menuitemcheckbox"
            aria-checked={columns.includes(id)}
            rightSection={columns.includes(id) && <IconCheck size={14} />}
            onClick={() => toggle(id)}
          >
            {t.columns[id]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
