import { Button } from "@mantine/core";
import { IconPlaylistAdd } from "@tabler/icons-react";
import type { Preset } from "../../../config/presets/preset";
import { textsOf } from "../../../i18n/message";
import { queuedPreset } from "../../../session/queue/queued";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { useLineUp } from "../../runs/queue/useLineUp";
import { ExpectedTime } from "./ExpectedTime";
import classes from "./gallery.module.css";
import { Thumbnail } from "./Thumbnail";
import { texts } from "./texts";
import { thumbnailOf } from "./thumbnails";

interface PresetCardProps {
  preset: Preset;
  isChosen: boolean;
  onChoose: () => void;
}

/** A preset with what it asks, what it showed, and what would refute it. The whole card can be pressed. */
export function PresetCard({ preset, isChosen, onChoose }: PresetCardProps) {
  const t = useTexts(texts);
  const { title, question, expected, refuted } = useTexts(textsOf("presets", preset));
  const measured = thumbnailOf(preset.id);
  return (
    <li className={classes.card} data-chosen={isChosen || undefined}>
      <h3 className={classes.name}>
        <button type="button" aria-current={isChosen || undefined} onClick={onChoose}>
          {title}
        </button>
        {isChosen && <span className={classes.mark}>{t.chosen}</span>}
      </h3>
      <p className={classes.question}>{question}</p>
      {measured ? <Thumbnail measured={measured} /> : <p className={classes.soft}>{t.noPicture}</p>}
      <ExpectedTime preset={preset} measured={measured} />
      <QueueButton presetId={preset.id} title={title} />
      <dl className={classes.claims}>
        <dt>{t.expected}</dt>
        <dd>{expected}</dd>
        <dt>{t.refuted}</dt>
        <dd>{refuted}</dd>
      </dl>
    </li>
  );
}

/** Lines the preset up instead of choosing it; the gallery stays open for the next. */
function QueueButton({ presetId, title }: { presetId: string; title: string }) {
  const t = useTexts(texts).queue;
  const playground = usePlayground();
  const add = useLineUp();
  const n = useSelect(({ queue }) => queue.entries.filter((entry) => entry.presetId === presetId).length);
  return (
    <Button
      size="compact-sm"
      variant="default"
      className={classes.queue}
      leftSection={<IconPlaylistAdd size={15} />}
      aria-label={t.label({ title, n })}
      onClick={() => add([queuedPreset(playground.state, presetId)])}
    >
      {n > 0 ? t.again({ n }) : t.add}
    </Button>
  );
}
