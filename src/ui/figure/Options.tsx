import { Button, Checkbox, NumberInput, SegmentedControl, Switch, Textarea } from "@mantine/core";
import { BOUNDS, PLATE_SIZES, type PlateSizeId } from "../../export/plate/size";
import { formatList } from "../../i18n/format";
import { type MetricId, metricOf } from "../../metrics";
import { metricTexts } from "../../metrics/metricTexts";
import { useTexts } from "../language/useTexts";
import type { Choices } from "./choices";
import classes from "./figure.module.css";
import type { FigureSource } from "./source";
import { texts } from "./texts";

/** Panels that a figure may have. */
const MOST = 6;

interface OptionsProps {
  source: FigureSource;
  choices: Choices;
  caption: string;
  /** Whether it is written below the figure. */
  isWritten: boolean;
  change: (patch: Partial<Choices>) => void;
}

/** Which charts, how large, and what is written below. */
export function Options({ source, choices, caption, isWritten, change }: OptionsProps) {
  const t = useTexts(texts);
  return (
    <div className={classes.options}>
      <ChartChoice {...{ source, choices, change }} />
      <div>
        <span className={classes.label}>{t.size}</span>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-label={t.size}
          orientation="vertical"
          value={choices.size}
          onChange={(size) => change({ size: size as PlateSizeId })}
          data={PLATE_SIZES.map((value) => ({ value, label: t.sizes[value] }))}
        />
      </div>
      {choices.size === "custom" && <OwnSize {...{ choices, change }} />}
      {source.others.length > 0 && (
        <Switch
          size="sm"
          label={t.behind}
          checked={choices.behind}
          onChange={(event) => change({ behind: event.currentTarget.checked })}
        />
      )}
      {source.page && <PageAxis {...{ source, choices, change }} />}
      <Textarea
        label={t.caption}
        size="xs"
        autosize
        minRows={3}
        maxRows={8}
        value={caption}
        onChange={(event) => change({ caption: event.currentTarget.value })}
      />
      <div className={classes.row}>
        <Switch
          size="sm"
          label={t.withCaption}
          checked={isWritten}
          onChange={(event) => change({ withCaption: event.currentTarget.checked })}
        />
        {choices.caption !== null && (
          <Button size="compact-xs" variant="subtle" onClick={() => change({ caption: null })}>
            {t.restore}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Takes over what the charts are drawn against, and says whose runs have no place there. */
function PageAxis({ source, choices, change }: Omit<OptionsProps, "caption" | "isWritten">) {
  const t = useTexts(texts);
  const names = choices.behind ? (source.page?.notPlaced ?? []) : [];
  return (
    <Switch
      size="sm"
      label={t.asOnPage}
      description={choices.asOnPage && names.length > 0 ? t.notPlaced({ names: formatList(names) }) : undefined}
      checked={choices.asOnPage}
      onChange={(event) => change({ asOnPage: event.currentTarget.checked })}
    />
  );
}

/** Panels stand in the order of this list. */
function ChartChoice({ source, choices, change }: Omit<OptionsProps, "caption" | "isWritten">) {
  const t = useTexts(texts);
  const choose = (ids: string[]) => change({ metrics: source.metrics.filter((id) => ids.includes(id)) });
  const isFull = choices.metrics.length >= MOST;
  return (
    <Checkbox.Group label={t.charts({ most: MOST })} value={[...choices.metrics]} onChange={choose} size="sm">
      <div className={classes.charts}>
        {source.metrics.map((id) => (
          <Checkbox
            key={id}
            size="xs"
            value={id}
            label={nameOf(id)}
            disabled={isFull && !choices.metrics.includes(id)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}

function nameOf(id: MetricId): string {
  return metricTexts(metricOf(id)).label;
}

function OwnSize({ choices: { own }, change }: Pick<OptionsProps, "choices" | "change">) {
  const t = useTexts(texts);
  const input = (side: keyof typeof BOUNDS) => (
    <NumberInput
      size="xs"
      label={t[side]}
      min={BOUNDS[side][0]}
      max={BOUNDS[side][1]}
      value={own[side]}
      onChange={(value) => typeof value === "number" && change({ own: { ...own, [side]: value } })}
    />
  );
  return (
    <div className={classes.row}>
      {input("width")} {input("height")}
    </div>
  );
}
