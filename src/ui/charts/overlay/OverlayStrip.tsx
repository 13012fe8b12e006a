import { SegmentedControl } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Playground } from "../../../session/playground";
import { IconButton } from "../../components/IconButton";
import { Info } from "../../components/Info";
import { texts as componentsTable } from "../../components/texts";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { Swatch } from "../plot/Legend";
import type { DrawnCurves } from "./drawnCurves";
import { RUN_COLORINGS, type RunColoring } from "./looks";
import classes from "./overlay.module.css";
import { texts } from "./texts";
import { useDrawnCurves, usePlacings } from "./useOverlaid";

/** Names of the runs that the charts draw behind the one that is shown: to be pointed at, and to be taken away. */
export function OverlayStrip() {
  const t = useTexts(texts);
  const runs = useDrawnCurves();
  const { x, difference } = useSelect((state) => state.view);
  const left = useSelect((state) => state.overlay.left);
  const places = usePlacings(x, runs);
  if (runs.length === 0) return null;
  const isChosen = runs.some(({ isGhost }) => !isGhost);
  return (
    <section className={classes.strip} aria-label={t.title} data-panel="overlay">
      <span className={classes.title}>{t.title}</span>
      {isChosen && <ColorChoice />}
      <ul className={classes.runs} data-chosen={isChosen || undefined}>
        {runs.map((run, i) => (
          <RunChip key={run.id} run={run} isPlaced={places[i] !== null} />
        ))}
      </ul>
      {left > 0 && <span className={classes.note}>{t.left({ n: left })}</span>}
      {difference && <span className={classes.note}>{t.notInDifference}</span>}
    </section>
  );
}

/** What the colors of the runs stand for. */
function ColorChoice() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const runColors = useSelect((state) => state.view.runColors);
  return (
    <span className={classes.choice} title={t.colorHint[runColors]}>
      <span className={classes.title}>{t.colorBy}</span>
      <SegmentedControl
        size="xs"
        aria-label={t.colorBy}
        value={runColors}
        onChange={(next) => playground.setView({ runColors: next as RunColoring })}
        data={RUN_COLORINGS.map((value) => ({ value, label: t.colorings[value] }))}
      />
    </span>
  );
}

function RunChip({ run, isPlaced }: { run: DrawnCurves; isPlaced: boolean }) {
  const t = useTexts(texts);
  const componentsTexts = useTexts(componentsTable);
  const playground = usePlayground();
  const { overlay } = playground;
  const isMarked = useSelect((state) => state.overlay.marked === run.id);
  const { name, hint } = useChipWords(run);
  return (
    <li
      className={classes.chip}
      data-marked={isMarked || undefined}
      onMouseEnter={() => overlay.mark(run.id)}
      onMouseLeave={() => overlay.mark(null)}
      onFocus={() => overlay.mark(run.id)}
      onBlur={() => overlay.mark(null)}
    >
      <span className={classes.number}>{run.number}</span>
      {run.looks.map((look) => (
        <Swatch key={look.label} look={look} />
      ))}
      <span className={classes.name} title={name}>
        {name}
      </span>
      {hint !== null && <Info label={componentsTexts.about({ title: name })}>{hint}</Info>}
      {!isPlaced && <span className={classes.note}>{t.notPlaced}</span>}
      <IconButton
        size="sm"
        variant="subtle"
        color="gray"
        label={t.remove({ name })}
        onClick={() => remove(playground, run)}
      >
        <IconX size={14} />
      </IconButton>
    </li>
  );
}

/** What it is called, and what there is to know of it, if anything. */
function useChipWords({ called, isGhost, isReference }: DrawnCurves): { name: string; hint: string | null } {
  const t = useTexts(texts);
  const seeds = useSelect((state) => state.reference?.seeds ?? 0);
  if (isReference)
    return { name: t.reference({ title: called, has: String(called !== "") }), hint: t.referenceHint({ n: seeds }) };
  return isGhost ? { name: t.ghost({ name: called }), hint: t.ghostHint } : { name: called, hint: null };
}

function remove({ overlay, runs }: Playground, { id, isGhost, isReference }: DrawnCurves): void {
  if (isReference) overlay.dismissReference();
  else if (isGhost) overlay.dismissGhost();
  else runs.select(id, false);
}
