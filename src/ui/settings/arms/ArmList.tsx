import { Popover, Tooltip, UnstyledButton } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconAlertTriangle, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ArmLook } from "../../../config/arms";
import { trainAlike } from "../../../config/diff";
import { type ArmConfig, MOST_ARMS } from "../../../config/schema";
import { formatClauses } from "../../../i18n/format";
import { OBJECTIVE_IDS, objectiveName } from "../../../objectives";
import type { StoppedLearner } from "../../../record/stopped";
import { texts as wordTable } from "../../../session/settings/texts";
import { Swatch } from "../../charts/plot/Legend";
import { IconButton } from "../../components/IconButton";
import { useLooks, usePlayground, useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { LockMark } from "../../panels/LockMark";
import { useControl } from "../../panels/usePanels";
import { texts } from "../texts";
import { ArmEditor } from "./ArmEditor";
import classes from "./armList.module.css";

/** Beside an arm there is no room for its settings. */
const NARROW = "(max-width: 700px)";
/** What an editor leaves free around itself: above, the bar with Play. */
const MARGIN = { top: 64, bottom: 8 };
/** What is compared, as colored chips; a chip opens the settings of its arm. */
export function ArmList() {
  const t = useTexts(texts);
  const words = useTexts(wordTable);
  const playground = usePlayground();
  const draft = useSelect((state) => state.draft);
  const looks = useLooks(draft);
  const [open, setOpen] = useState<number | null>(null);
  const isLocked = useControl("arms") === "locked";
  const add = () => {
    playground.setField("arms", [...draft.arms, { objective: nextObjective(draft.arms) }]);
    setOpen(draft.arms.length);
  };
  return (
    <section className={classes.arms} aria-labelledby="arms-title">
      <header className={classes.armsHead}>
        <h2 id="arms-title" className={classes.heading}>
          {words.arms}
        </h2>
        {isLocked ? (
          <LockMark name={words.arms} />
        ) : (
          <IconButton
            variant="default"
            size="sm"
            label={t.arms.add}
            disabled={draft.arms.length >= MOST_ARMS}
            onClick={add}
          >
            <IconPlus size={14} />
          </IconButton>
        )}
      </header>
      <ul className={classes.chips}>
        {looks.map((look, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: arms are told apart by their place.
          <li key={index}>
            {isLocked ? (
              <Chip look={look} arm={index} disabled />
            ) : (
              <Arm {...{ look, index }} opened={open === index} onChange={(opened) => setOpen(opened ? index : null)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ArmProps {
  look: ArmLook;
  index: number;
  opened: boolean;
  onChange: (opened: boolean) => void;
}

function Arm({ look, index, opened, onChange }: ArmProps) {
  const narrow = useMediaQuery(NARROW);
  return (
    <Popover
      {...{ opened, onChange }}
      position={narrow ? "bottom" : "right-start"}
      middlewares={{ flip: !narrow, shift: { padding: MARGIN } }}
      width={310}
      shadow="md"
      withArrow
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Chip look={look} arm={index} onClick={() => onChange(!opened)} />
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <ArmEditor index={index} onRemoved={() => onChange(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The first objective that no arm has yet; the arms may well share one, with another temperature. */
function nextObjective(arms: ArmConfig[]): ArmConfig["objective"] {
  const used = new Set(arms.map((arm) => arm.objective));
  return OBJECTIVE_IDS.find((id) => !used.has(id)) ?? "flatNce";
}

interface ChipProps extends React.ComponentProps<"button"> {
  look: ArmLook;
  arm: number;
}

function Chip({ look, arm, ...button }: ChipProps) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const objective = useSelect((state) => state.draft.arms[arm]?.objective);
  // An arm that is set for the next run has not stopped in this one.
  const stopped = useSelect(({ run, draft }) =>
    trainAlike(run?.config.arms[arm], draft.arms[arm]) ? run?.stopped : undefined,
  );
  const seeds = useSelect((state) => state.run?.config.seeds ?? 0);
  const lost = (stopped ?? []).filter((learner) => learner.arm === arm);
  const label = objective ? translated(objectiveName(objective)) : "";
  return (
    <UnstyledButton {...button} className={classes.chip} aria-label={t.arms.edit({ label: look.label })}>
      <Swatch look={look} />
      <span className={classes.chipName}>{look.label}</span>
      {lost.length > 0 && <StoppedMark lost={lost} seeds={seeds} />}
      {label !== look.label && !look.label.startsWith(label) && <span className={classes.chipNote}>{label}</span>}
    </UnstyledButton>
  );
}

function StoppedMark({ lost, seeds }: { lost: StoppedLearner[]; seeds: number }) {
  const t = useTexts(texts);
  const details = lost.map(({ seed, step, reason }) => t.arms.stoppedDetail({ seed, step, reason }));
  return (
    <Tooltip multiline w={280} label={formatClauses(details)}>
      <span className={classes.stopped}>
        <IconAlertTriangle size={13} aria-hidden="true" />
        {t.arms.stopped({ n: lost.length, of: seeds })}
      </span>
    </Tooltip>
  );
}
