import { PHASES, type PhaseId } from "../../../src/session/slow/phases";
import { Controls } from "../../../src/ui/slow/Controls";
import { Stage } from "../../../src/ui/slow/Stage";
import type { Exhibit, Room } from "../exhibit";
import { configOf, pageOf } from "../seed/run";
import { traceOf } from "../seed/traces";

const WIDTH = 900;
const STEP = 400;

/** A phase as it looks when all of it has been drawn. */
function phaseOf(phase: PhaseId, preset: string, suffix = ""): Exhibit {
  return {
    id: `slow-${phase}${suffix}`,
    title: `Slow motion: ${phase}${suffix.replace("-", ", ")}`,
    width: WIDTH,
    playground: () => pageOf({ preset, steps: STEP }),
    content: () => <Stage trace={traceOf(configOf(preset), STEP)} phase={phase} moved={1} />,
  };
}

/** One training step, phase by phase, and what leads through it. */
export const slow: Room = {
  id: "slow",
  title: "Slow motion",
  about:
    "One training step, phase by phase: the batch, its views, where they lie, what pulls and pushes them, the update.",
  exhibits: [
    ...PHASES.map(({ id }) => phaseOf(id, "points")),
    phaseOf("views", "vanish", "-images"),
    phaseOf("forces", "circle", "-circle"),
    {
      id: "slow-controls",
      title: "Slow motion: what leads through it",
      width: WIDTH,
      playground: () => pageOf({ preset: "points", steps: STEP }),
      content: () => {
        const traces = [STEP - 2, STEP - 1, STEP].map((step) => traceOf(configOf("points"), step));
        return <Controls traces={traces} trace={traces[1]!} />;
      },
    },
  ],
};
