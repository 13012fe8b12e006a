import { useMemo, useState } from "react";
import { plateSize } from "../../export/plate/size";
import { type MetricId, metricOf } from "../../metrics";
import { PageDialog } from "../components/PageDialog";
import { usePlayground } from "../context";
import { useTexts } from "../language/useTexts";
import type { Choices } from "./choices";
import classes from "./figure.module.css";
import { Options } from "./Options";
import { Preview } from "./Preview";
import { type FigureSource, figureSource } from "./source";
import { texts } from "./texts";
import { usePlate } from "./usePlate";

interface FigureDialogProps {
  opened: boolean;
  onClose: () => void;
  /** The chart that it begins with; null: those of the large ones that were measured. */
  first: MetricId | null;
}

/** Charts as a figure of a paper or a slide. */
export default function FigureDialog({ opened, onClose, first }: FigureDialogProps) {
  const t = useTexts(texts);
  return (
    <PageDialog {...{ opened, onClose }} title={t.title} size={980} returnFocus={false}>
      <Editor first={first} />
    </PageDialog>
  );
}

function Editor({ first }: Pick<FigureDialogProps, "first">) {
  const playground = usePlayground();
  const [source] = useState(() => figureSource(playground));
  const [choices, setChoices] = useState<Choices>(() => ({
    metrics: firstOf(source, first),
    size: "column",
    own: { width: 120, height: 80 },
    behind: false,
    asOnPage: false,
    caption: null,
    withCaption: null,
  }));
  const suggested = useMemo(() => source.captionFor(choices), [source, choices]);
  const caption = choices.caption ?? suggested;
  const size = useMemo(() => plateSize(choices.size, choices.own), [choices.size, choices.own]);
  const isWritten = choices.withCaption ?? choices.size !== "slide";
  const wanted = { metrics: choices.metrics, behind: choices.behind, asOnPage: choices.asOnPage, size };
  const plate = usePlate(source, { ...wanted, caption: isWritten ? caption : "" });
  return (
    <div className={classes.editor}>
      <Options
        {...{ source, choices, caption, isWritten }}
        change={(patch) => setChoices((before) => ({ ...before, ...patch }))}
      />
      <Preview {...{ plate, size }} isEmpty={choices.metrics.length === 0} />
    </div>
  );
}

function firstOf({ metrics }: FigureSource, first: MetricId | null): MetricId[] {
  if (first !== null) return metrics.filter((id) => id === first);
  const charts = metrics.filter((id) => metricOf(id).headline !== null);
  return charts.slice(0, 1);
}
