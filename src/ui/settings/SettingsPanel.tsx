import { Accordion, Button } from "@mantine/core";
import { useState } from "react";
import { useSelect } from "../context";
import { DataPanelButton } from "../data/DataPanelButton";
import { AugmentationControls } from "../data/views/AugmentationControls";
import { words } from "../words";
import { ArmList } from "./ArmList";
import { DataSection } from "./DataSection";
import { EncoderCost } from "./EncoderCost";
import { ExperimentField } from "./ExperimentField";
import type { Section } from "./field";
import { SECTION_IDS, SECTIONS } from "./sections";
import classes from "./settings.module.css";

const OPEN_AT_FIRST = SECTION_IDS.filter((id) => (SECTIONS[id] as Section).open);

/** The experiment: arms, data, and the settings that the table of fields lists. */
export function SettingsPanel() {
  return (
    <aside className={classes.panel} aria-label={words.settings.title}>
      <ArmList />
      <Accordion
        multiple
        defaultValue={OPEN_AT_FIRST}
        chevronPosition="left"
        classNames={{
          control: classes.sectionHead,
          chevron: classes.sectionMark,
          label: classes.sectionLabel,
          content: classes.section,
        }}
      >
        {SECTION_IDS.map((id) => (
          <Accordion.Item key={id} value={id}>
            <Accordion.Control>{SECTIONS[id].label}</Accordion.Control>
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

function Augmentation() {
  return (
    <div className={classes.rows}>
      <AugmentationControls />
      <DataPanelButton tab="views">{words.data.lookAtViews}</DataPanelButton>
    </div>
  );
}

function Rows({ section }: { section: Section }) {
  const draft = useSelect((state) => state.draft);
  const [more, setMore] = useState(false);
  const rows = section.rows.filter((field) => field.visible?.(draft) ?? true);
  const shown = rows.filter((field) => more || !field.advanced);
  return (
    <div className={classes.rows}>
      {shown.map((field) => (
        <ExperimentField key={field.path} field={field} />
      ))}
      {rows.some((field) => field.advanced) && (
        <Button variant="subtle" color="gray" size="compact-xs" onClick={() => setMore(!more)} aria-expanded={more}>
          {more ? words.settings.less : words.settings.more}
        </Button>
      )}
    </div>
  );
}
