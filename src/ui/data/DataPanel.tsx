import { Tabs } from "@mantine/core";
import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { Contents } from "./Contents";
import classes from "./data.module.css";
import { texts } from "./texts";
import { ViewsTab } from "./views/ViewsTab";

const TABS = ["samples", "views"] as const;
export type PanelTab = (typeof TABS)[number];

/** What there is in the run's data, and what the augmentation makes of it. */
export default function DataPanel({ first }: { first: PanelTab }) {
  const t = useTexts(texts);
  const dataset = useSelect((state) => state.run?.dataset ?? null);
  if (!dataset) return null;
  return (
    <Tabs defaultValue={first} keepMounted={false} className={classes.tabs}>
      <Tabs.List>
        {TABS.map((tab) => (
          <Tabs.Tab key={tab} value={tab}>
            {t.tabs[tab]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="samples" className={classes.tab}>
        <Contents dataset={dataset} />
      </Tabs.Panel>
      <Tabs.Panel value="views" className={classes.tab}>
        <ViewsTab dataset={dataset} />
      </Tabs.Panel>
    </Tabs>
  );
}
