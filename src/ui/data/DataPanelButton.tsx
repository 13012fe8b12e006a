import { Button, Loader } from "@mantine/core";
import { Suspense, useState } from "react";
import { PageDialog } from "../components/PageDialog";
import { useSelect } from "../context";
import { Guard } from "../faults/Guard";
import { laterPart } from "../faults/laterPart";
import { useTexts, useTranslate } from "../language/useTexts";
import { texts as shellTable } from "../shell/texts";
import type { PanelTab } from "./DataPanel";
import classes from "./data.module.css";

const DataPanel = laterPart(() => import("./DataPanel"));

/** Opens the panel that shows the run's data and its views; there is nothing to open before a run is prepared. */
export function DataPanelButton({ tab, children }: { tab: PanelTab; children: string }) {
  const shellTexts = useTexts(shellTable);
  const translated = useTranslate();
  const [opened, setOpened] = useState(false);
  const title = useSelect((state) => state.run?.dataset?.title);
  if (title === undefined) return null;
  return (
    <>
      <Button className={classes.open} size="compact-xs" variant="default" onClick={() => setOpened(true)}>
        {children}
      </Button>
      <PageDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={translated(title)}
        size="min(1120px, 94vw)"
        classNames={{ content: classes.panel, title: classes.title, body: classes.body }}
      >
        <Guard>
          <Suspense fallback={<Loader size="sm" aria-label={shellTexts.pages.loading} />}>
            <DataPanel first={tab} />
          </Suspense>
        </Guard>
      </PageDialog>
    </>
  );
}
