import { Button } from "@mantine/core";
import { ACTIONS } from "../../../session/actions";
import { draftsAnotherPreset } from "../../../session/shown";
import { Roving } from "../../components/Roving";
import { useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { texts } from "../texts";
import { type ActionProps, IconAction, useAction } from "./actionParts";
import classes from "./topBar.module.css";

/** What moves the training. */
export function Transport({ perform }: ActionProps) {
  const t = useTexts(texts);
  return (
    <Roving className={classes.transport} aria-label={t.topBar.controls}>
      <PlayButton perform={perform} />
      <IconAction id="step" perform={perform} />
      <IconAction id="reset" perform={perform} />
    </Roving>
  );
}

function PlayButton({ perform }: ActionProps) {
  const state = useSelect((playground) => playground.run?.state);
  const starting = useSelect((state) => state.starting);
  const id = state === "running" ? "pause" : state === "finished" ? "again" : "play";
  const action = ACTIONS[id];
  const { label, enabled } = useAction(id, action);
  const t = useTexts(texts);
  const isOther = useSelect(draftsAnotherPreset);
  return (
    <Button
      size="compact-md"
      w={98}
      disabled={!enabled && !starting}
      loading={starting}
      leftSection={<action.icon size={16} />}
      aria-keyshortcuts="Space"
      onClick={() => perform(action)}
    >
      {id === "again" && isOther ? t.topBar.next : label}
    </Button>
  );
}
