import { formatCount } from "../../i18n/format";
import type { Action } from "../../session/actions/action";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { Panel } from "../panels/Panel";
import { Transport } from "../shell/bar/Transport";
import { Track } from "../shell/Track";
import classes from "./embed.module.css";
import { OpenInFull } from "./OpenInFull";
import { texts } from "./texts";

/** What moves the training, how far it is, and the way to the whole page. */
export function FrameBar({ perform }: { perform: (action: Action) => void }) {
  return (
    <header className={classes.bar}>
      <Transport perform={perform} />
      <Panel id="progress">
        <FrameProgress />
      </Panel>
      <span className={classes.spring} />
      <OpenInFull />
    </header>
  );
}

function FrameProgress() {
  const t = useTexts(texts);
  const step = useSelect((state) => state.run?.step ?? 0);
  const steps = useSelect((state) => state.run?.config.steps ?? state.draft.steps);
  const said = t.progress({ step: formatCount(step), steps: formatCount(steps) });
  return (
    <span className={classes.progress}>
      {said}
      <Track className={classes.track} label={said} share={steps > 0 ? step / steps : 0} max={steps} />
    </span>
  );
}
