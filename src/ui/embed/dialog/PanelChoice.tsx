import { Checkbox } from "@mantine/core";
import { translate } from "../../../i18n/translate";
import { headlineTexts } from "../../../metrics/metricTexts";
import type { PanelGroupId, PanelId } from "../../../session/panels/registry";
import { texts as chartsTable } from "../../charts/texts";
import { useTexts } from "../../language/useTexts";
import classes from "./dialog.module.css";
import { texts } from "./texts";

export type Chosen = readonly (PanelId | PanelGroupId)[];

/** The panels that a frame can show, by their names on the page. */
export function PanelChoice({ chosen, onChange }: { chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const t = useTexts(texts);
  const headlines = headlineTexts();
  const offered: [PanelId | PanelGroupId, string][] = [
    ["loss", headlines.loss.label],
    ["anchor", translate(chartsTable.anchor.title)],
    ["variance", headlines.variance.label],
    ["accuracy", headlines.accuracy.label],
    ...(Object.entries(t.names) as [PanelId | PanelGroupId, string][]),
  ];
  return (
    <Checkbox.Group
      label={t.panels}
      value={[...chosen]}
      onChange={(names) => onChange(offered.map(([id]) => id).filter((id) => names.includes(id)))}
    >
      <div className={classes.panels}>
        {offered.map(([id, label]) => (
          <Checkbox key={id} size="xs" value={id} label={label} />
        ))}
      </div>
    </Checkbox.Group>
  );
}
