import { Button } from "@mantine/core";
import { useState } from "react";
import { useSelect } from "../context";
import { laterPart } from "../faults/laterPart";
import { useTranslate } from "../language/useTexts";
import { DataDialog } from "./DataDialog";
import type { PanelTab } from "./DataPanel";
import classes from "./data.module.css";

const DataPanel = laterPart(() => import("./DataPanel"));

/** Opens the panel that shows the run's data and its views; there is nothing to open before a run is prepared. */
export function DataPanelButton({ tab, children }: { tab: PanelTab; children: string }) {
  const translated = useTranslate();
  const [opened, setOpened] = useState(false);
  const title = useSelect((state) => state.run?.dataset?.title);
  if (title === undefined) return null;
  return (
    <>
      <Button className={classes.open} size="compact-xs" variant="default" onClick={() => setOpened(true)}>
        {children}
      </Button>
      <DataDialog opened={opened} onClose={() => setOpened(false)} title={translated(title)}>
        <DataPanel first={tab} />
      </DataDialog>
    </>
  );
}
