import type { Action } from "../../../session/actions/action";
import { useSelect } from "../../context";
import { soonPart } from "../../faults/soonPart";
import { Panel } from "../../panels/Panel";
import type { ActionProps } from "./actionParts";
import { Brand } from "./Brand";
import { Progress } from "./Progress";
import { Tabs } from "./Tabs";
import { Transport } from "./Transport";
import classes from "./topBar.module.css";

/** Its menus come after the first picture. */
const Tools = soonPart<ActionProps>(async () => ({ default: (await import("./Tools")).Tools }), ToolsRoom);

/** The slim bar on top: the pages, the Race's transport, progress and speed, backend, and what leaves the page. */
export function TopBar({ perform }: { perform: (action: Action) => void }) {
  const isRace = useSelect((state) => state.page === "race");
  return (
    <header className={classes.bar} data-page={isRace ? "race" : "lab"}>
      <Brand />
      <Panel id="tabs">
        <Tabs />
      </Panel>
      {isRace && (
        <>
          <Transport perform={perform} />
          <Panel id="progress">
            <Progress />
          </Panel>
        </>
      )}
      <Panel id="tools">
        <Tools perform={perform} />
      </Panel>
    </header>
  );
}

function ToolsRoom() {
  return <div className={`${classes.tools} ${classes.toolsRoom}`} />;
}
