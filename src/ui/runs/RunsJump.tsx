import { Button } from "@mantine/core";
import { ACTIONS, actionTexts } from "../../session/actions";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { useShows } from "../panels/usePanels";
import { withKey } from "../shell/keyName";
import { goTo, PLACES } from "../shell/places";
import classes from "./runs.module.css";
import { texts } from "./texts";

/** Leads from the top of the page to the runs below the charts, once there are some. */
export function RunsJump() {
  const t = useTexts(texts);
  const { label } = useTexts(actionTexts("showRuns"));
  const shows = useShows();
  const n = useSelect(({ history }) => history.length);
  const { icon: Icon, shortcut } = ACTIONS.showRuns;
  if (n === 0 || !shows("runs")) return null;
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color="gray"
      className={classes.jump}
      title={withKey(label, shortcut)}
      leftSection={<Icon size={15} />}
      onClick={() => goTo(PLACES.runs)}
    >
      {t.jump({ n })}
    </Button>
  );
}
