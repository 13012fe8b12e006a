import { Button, Checkbox } from "@mantine/core";
import { formatCount, formatNumber } from "../../../i18n/format";
import { translate } from "../../../i18n/translate";
import { headlineTexts } from "../../../metrics/metricTexts";
import { withPanel } from "../../../session/lesson/arranging";
import { isPanelShown } from "../../../session/panels/arrangement";
import type { PanelGroupId, PanelId } from "../../../session/panels/registry";
import { texts as chartsTable } from "../../charts/texts";
import { usePlayground } from "../../context";
import { texts as embedTable } from "../../embed/dialog/texts";
import { useTexts } from "../../language/useTexts";
import classes from "./editor.module.css";
import type { PartProps } from "./part";
import { texts } from "./texts";

type Name = PanelId | PanelGroupId;

/** The panels that the lesson shows, and the part of the x axis. */
export function Panels({ draft, onChange }: PartProps) {
  const { shown: t } = useTexts(texts);
  const playground = usePlayground();
  const offered = useOffered();
  const { lesson, arrangement } = draft;
  const asNow = () => {
    const { reading, arrangement: now, view } = playground.state;
    onChange({
      projector: view.projector,
      arrangement: { ...arrangement, panels: now.panels, hiddenPanels: now.hiddenPanels },
      lesson: { ...lesson, zoom: reading.zoom && [...reading.zoom] },
    });
  };
  return (
    <fieldset className={classes.group}>
      <legend>{t.label}</legend>
      <div className={classes.panels}>
        {offered.map(([id, label]) => (
          <Checkbox
            key={id}
            size="xs"
            label={label}
            checked={isPanelShown(arrangement, id)}
            onChange={({ currentTarget }) =>
              onChange({ ...draft, arrangement: withPanel(arrangement, id, currentTarget.checked) })
            }
          />
        ))}
      </div>
      <Checkbox
        size="xs"
        label={t.projector}
        checked={draft.projector}
        onChange={({ currentTarget }) => onChange({ ...draft, projector: currentTarget.checked })}
      />
      {lesson.zoom && (
        <Checkbox
          size="xs"
          label={t.zoom({ from: placeOf(lesson.zoom[0]), to: placeOf(lesson.zoom[1]) })}
          checked
          onChange={() => onChange({ ...draft, lesson: { ...lesson, zoom: null } })}
        />
      )}
      <Button className={classes.button} size="compact-sm" variant="default" title={t.nowHint} onClick={asNow}>
        {t.now}
      </Button>
    </fieldset>
  );
}

const placeOf = (x: number) => (Number.isInteger(x) ? formatCount(x) : formatNumber(x));

/** By their names on the page. */
function useOffered(): [Name, string][] {
  const { names } = useTexts(texts).shown;
  const { names: shared } = useTexts(embedTable);
  const headlines = headlineTexts();
  const { experiment, verdict, progress, settings, ...others } = shared;
  return [
    ["experiment", experiment],
    ["verdict", verdict],
    ["loss", headlines.loss.label],
    ["anchor", translate(chartsTable.anchor.title)],
    ["variance", headlines.variance.label],
    ["accuracy", headlines.accuracy.label],
    ["settings", settings],
    ["progress", progress],
    ...(Object.entries({ ...others, ...names }) as [Name, string][]),
  ];
}
