import { Accordion, Button } from "@mantine/core";
import { useState } from "react";
import type { Section } from "../../session/settings/field";
import { SECTION_TEXTS } from "../../session/settings/names";
import { SECTION_IDS, SECTIONS, type SectionId } from "../../session/settings/sections";
import { useSelect } from "../context";
import { DataPanelButton } from "../data/DataPanelButton";
import { texts as dataTable } from "../data/texts";
import { AugmentationControls } from "../data/views/AugmentationControls";
import { useTexts } from "../language/useTexts";
import { useControls } from "../panels/usePanels";
import { ArmList } from "./arms/ArmList";
import { DataSection } from "./DataSection";
import { EncoderCost } from "./EncoderCost";
import { ExperimentField } from "./ExperimentField";
import classes from "./settings.module.css";
import { sectionOf } from "./sought";
import { texts } from "./texts";
import { useUnfolding } from "./useUnfolding";

const OPEN_AT_FIRST = SECTION_IDS.filter((id) => (SECTIONS[id] as Section).open);

/** The experiment: arms, data, and the settings that the table of fields lists. */
export function SettingsPanel() {
  const t = useTexts(texts);
  const labels = useTexts(SECTION_TEXTS);
  const [open, setOpen] = useState<string[]>(OPEN_AT_FIRST);
  const control = useControls();
  const there = SECTION_IDS.filter((id) => pathsOf(id).some((path) => control(path) !== "hidden"));
  const isFolded = (path: string) => !open.includes(sectionOf(path) ?? "");
  useUnfolding(isFolded, (path) => setOpen([...open, sectionOf(path) ?? ""]));
  return (
    <aside className={classes.panel} aria-label={t.title}>
      {control("arms") !== "hidden" && <ArmList />}
      <Accordion
        multiple
        value={open}
        onChange={setOpen}
        chevronPosition="left"
        classNames={{
          control: classes.sectionHead,
          chevron: classes.sectionMark,
          label: classes.sectionLabel,
          content: classes.section,
        }}
      >
        {there.map((id) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>{labels[id]}</Accordion.Control>
            <Accordion.Panel>
              {id === "data" && <DataSection />}
              {id === "augmentation" ? <Augmentation /> : <Rows section={SECTIONS[id]} />}
              {id === "encoder" && <EncoderCost />}
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </aside>
  );
}

/** What a section is of; the one of the data draws itself which data. */
function pathsOf(id: SectionId): string[] {
  const paths = SECTIONS[id].rows.map(({ path }): string => path);
  return id === "data" ? ["dataset.id", ...paths] : paths;
}

function Augmentation() {
  const dataTexts = useTexts(dataTable);
  return (
    <div className={classes.rows}>
      <AugmentationControls />
      <DataPanelButton tab="views">{dataTexts.summary.lookAtViews}</DataPanelButton>
    </div>
  );
}

function Rows({ section }: { section: Section }) {
  const t = useTexts(texts);
  const draft = useSelect((state) => state.draft);
  const [more, setMore] = useState(false);
  const control = useControls();
  const rows = section.rows.filter((field) => (field.visible?.(draft) ?? true) && control(field.path) !== "hidden");
  useUnfolding(
    (path) => !more && rows.some((field) => field.path === path && field.advanced),
    () => setMore(true),
  );
  const shown = rows.filter((field) => more || !field.advanced);
  return (
    <div className={classes.rows}>
      {shown.map((field) => (
        <ExperimentField key={field.path} field={field} />
      ))}
      {rows.some((field) => field.advanced) && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? t.less : t.more}
        </Button>
      )}
    </div>
  );
}
