import { Loader } from "@mantine/core";
import { Suspense } from "react";
import { PageDialog } from "../../components/PageDialog";
import { usePlayground, useSelect } from "../../context";
import { Guard } from "../../faults/Guard";
import { laterPart } from "../../faults/laterPart";
import { useTexts } from "../../language/useTexts";
import classes from "./gallery.module.css";
import { TITLE_ID } from "./TitleButton";
import { texts } from "./texts";

const PresetCards = laterPart(() => import("./PresetCards"));

/** Where an experiment is chosen, with what each has shown. */
export function PresetGallery() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const opened = useSelect((state) => state.presetsOpen);
  const leave = () => {
    playground.showPresets(false);
    document.getElementById(TITLE_ID)?.focus();
  };
  const choose = (id: string) => {
    playground.choosePreset(id);
    playground.showPresets(false);
    // The next key is meant for the experiment: Space plays it.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  };
  return (
    <PageDialog
      opened={opened}
      onClose={leave}
      title={t.title}
      size="min(1240px, 94vw)"
      returnFocus={false}
      classNames={{ content: classes.content, title: classes.title }}
    >
      <Guard>
        <Suspense fallback={<Loader size="sm" aria-label={t.loading} />}>
          <PresetCards onChoose={choose} />
        </Suspense>
      </Guard>
    </PageDialog>
  );
}
