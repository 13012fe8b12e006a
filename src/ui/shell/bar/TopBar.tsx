import type { Action } from "../../../session/actions/action";
import { useSelect } from "../../context";
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
      <Tabs />
      {isRace && (
        <>
          <Transport perform={perform} />
          <Progress />
        </>
      )}
      <Tools perform={perform} />
    </header>
  );
}
