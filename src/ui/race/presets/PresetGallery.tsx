import { Loader, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { Suspense } from "react";
import { texts as componentsTable } from "../../components/texts";
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
  const { close } = useTexts(componentsTable);
  const playground = usePlayground();
  const opened = useSelect((state) => state.presetsOpen);
  const isPhone = useMediaQuery("(max-width: 720px)");
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
    <Modal
      opened={opened}
      onClose={leave}
      title={t.title}
      size="min(1240px, 94vw)"
      fullScreen={isPhone ?? false}
      returnFocus={false}
      // The scroll lock would add a style element, which the content security policy refuses.
      lockScroll={false}
      closeButtonProps={{ "aria-label": close }}
      classNames={{ content: classes.content, title: classes.title }}
    >
      <Guard>
        <Suspense fallback={<Loader size="sm" aria-label={t.loading} />}>
          <PresetCards onChoose={choose} />
        </Suspense>
      </Guard>
    </Modal>
  );
}
