import { Tabs } from "@mantine/core";
import { useState } from "react";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { Contents } from "./Contents";
import classes from "./data.module.css";
import { LaterEditor } from "./editor/LaterEditor";
import { texts as editorTable } from "./editor/texts";
import { Gallery } from "./Gallery";
import { texts } from "./texts";
import { ViewsTab } from "./views/ViewsTab";

const TABS = ["samples", "editor", "views"] as const;
export type PanelTab = (typeof TABS)[number];

/** What there is in the run's data, what was taken for what, and what the augmentation makes of it. */
export default function DataPanel({ first }: { first: PanelTab }) {
  const t = useTexts(texts);
  const editor = useTexts(editorTable);
  const run = useSelect((state) => state.run);
  const [shown, setShown] = useState(first);
  const dataset = run?.dataset;
  if (!run || !dataset) return null;
  const { outline } = dataset;
  const names = { ...t.tabs, editor: editor.tab };
  return (
    <Tabs
      value={shown}
      onChange={(tab) => setShown((tab as PanelTab | null) ?? first)}
      keepMounted={false}
      className={classes.tabs}
    >
      <Tabs.List>
        {TABS.filter((tab) => tab !== "editor" || outline).map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {names[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="samples" className={classes.tab}>
        <Contents dataset={dataset} onChange={() => setShown("editor")} />
      </Tabs.Panel>
      {outline && (
        <Tabs.Panel value="editor" className={classes.tab}>
          <LaterEditor key={run.id} outline={outline} data={{ dataset: run.config.dataset, files: run.files }}>
            {dataset.shape.length === 3 && !outline.pictures && <Gallery dataset={dataset} />}
          </LaterEditor>
        </Tabs.Panel>
      )}
      <Tabs.Panel value="views" className={classes.tab}>
        <ViewsTab dataset={dataset} />
      </Tabs.Panel>
    </Tabs>
  );
}
