import { Button, Tooltip } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { ACTIONS, type ActionId } from "../../../session/actions";
import { hasChanges, hasEnded, wasChanged } from "../../../session/actions/conditions";
import type { PlaygroundState } from "../../../session/playgroundState";
import { LOCKED } from "../../components/IconButton";
import { Roving } from "../../components/Roving";
import { useSelect } from "../../context";
import { soonPart } from "../../faults/soonPart";
import { useTexts } from "../../language/useTexts";
import { texts as panelsTable } from "../../panels/texts";
import { texts } from "../texts";
import { type ActionProps, IconAction, useAction } from "./actionParts";
import { NARROW } from "./narrow";
import classes from "./topBar.module.css";

/** Wanted once a run is over. */
const RerunMenu = soonPart(() => import("./RerunMenu"));

/** What moves the training. */
export function Transport({ perform }: ActionProps) {
  const t = useTexts(texts);
  const narrow = useMediaQuery(NARROW);
  const ended = useSelect(hasEnded);
  return (
    <Roving className={classes.transport} aria-label={t.topBar.controls}>
      <PlayButton perform={perform} />
      {ended && <RerunMenu perform={perform} />}
      {/* On a phone its place goes to the count, once there is no further step. */}
      {!(narrow && ended) && <IconAction id="step" perform={perform} />}
      <IconAction id="reset" perform={perform} />
    </Roving>
  );
}

/** What the button does now; of a run that is over, with what follows it first. */
function playId(state: PlaygroundState): ActionId {
  if (state.run?.state === "running") return "pause";
  if (state.run?.state !== "finished") return "play";
  if (hasChanges(state)) return "next";
  return wasChanged(state) ? "fromStart" : "moreSeeds";
}

function isAgain(id: ActionId): id is keyof typeof texts.topBar.again {
  return id in texts.topBar.again;
}

function PlayButton({ perform }: ActionProps) {
  const starting = useSelect((state) => state.starting);
  const id = useSelect(playId);
  const action = ACTIONS[id];
  const { label, enabled, isLocked, isHidden } = useAction(id, action);
  const t = useTexts(texts);
  const { locked } = useTexts(panelsTable);
  if (isHidden) return null;
  const hint = isAgain(id) ? t.topBar.againHints[id] : null;
  return (
    <Tooltip label={isLocked ? locked : hint} disabled={!isLocked && hint === null} multiline w={260} openDelay={300}>
      <Button
        size="compact-md"
        miw={98}
        disabled={!enabled && !starting}
        loading={starting}
        leftSection={<action.icon size={16} />}
        aria-keyshortcuts="Space"
        onClick={() => perform(action)}
        {...(isLocked && LOCKED)}
      >
        {isAgain(id) ? t.topBar.again[id] : label}
      </Button>
    </Tooltip>
  );
}
