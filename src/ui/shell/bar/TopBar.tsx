import type { Action } from "../../../session/actions/action";
import { useSelect } from "../../context";
import { Panel } from "../../panels/Panel";
import { Brand } from "./Brand";
import { Progress } from "./Progress";
import { Tabs } from "./Tabs";
import { Tools } from "./Tools";
import { Transport } from "./Transport";
import classes from "./topBar.module.css";

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
