import { RunRemarks } from "../../../src/ui/race/remarks/RunRemarks";
import { Verdict } from "../../../src/ui/race/Verdict";
import type { Exhibit, Room } from "../exhibit";
import { frames } from "../frame/frames";
import { pageOf, type Scene } from "../seed/run";

function exhibit(id: string, title: string, scene: Scene): Exhibit {
  return { id: `verdict-${id}`, title, width: 640, playground: () => pageOf(scene), content: Verdict };
}

/** With what the numbers say below it. */
function Narrated() {
  return (
    <Verdict>
      <RunRemarks />
    </Verdict>
  );
}

const narrated = (id: string, title: string, scene: Scene, width = 706): Exhibit => ({
  ...exhibit(id, title, scene),
  width,
  content: Narrated,
  act: open,
});

/** Opens the reasons, once the sentences are there. */
async function open(shown: HTMLElement): Promise<void> {
  while (!shown.querySelector("[data-remarks] button")) await frames(3);
  shown.querySelector<HTMLElement>("[data-remarks] button")?.click();
}

const ALL_SEEDS = [0, 1, 2];
const LOST = { state: "finished" as const, stops: [{ arm: 0, seed: 1, step: 300 }] };
const OFF = { steps: 0, change: { evaluation: { every: 0 } } };
const TWINS = { arms: [{ objective: "infoNce" as const }, { objective: "infoNce" as const, label: "The same again" }] };

/** Everything that a verdict can say. */
export const verdict: Room = {
  id: "verdict",
  title: "Verdict",
  about: "What was measured, in words and with its interval; or why nothing can be said.",
  exhibits: [
    exhibit("none", "No run", { run: false }),
    exhibit("one-arm", "One arm", { change: { arms: [{ objective: "flatNce" }] } }),
    exhibit("off", "The evaluation is off", OFF),
    exhibit("unlabeled", "Data without labels", { steps: 0, data: "unlabeled" }),
    exhibit("first", "Before the first measurement", { steps: 0 }),
    exhibit("midway", "Half way", { steps: 500, state: "running" }),
    exhibit("detected", "A difference", { state: "finished" }),
    exhibit("undetected", "No difference to be seen", {
      state: "finished",
      change: { ...TWINS, seeds: 2 },
      view: { accuracy: "contrastiveAccuracy" },
    }),
    exhibit("one-seed", "One seed", { state: "finished", change: { seeds: 1 } }),
    exhibit("lost", "A seed was lost", LOST),
    exhibit("all-stopped", "All learners of an arm stopped", {
      state: "finished",
      stops: ALL_SEEDS.map((seed) => ({ arm: 0, seed, step: 300 })),
    }),
    exhibit("pair", "Two of three arms", {
      state: "finished",
      change: { arms: [{ objective: "infoNce" }, { objective: "flatNce" }, { objective: "dcl" }] },
      view: { armA: 0, armB: 2 },
    }),
    narrated("narrated", "What the numbers say, with reasons", { state: "finished" }),
    narrated("narrated-phone", "What the numbers say, on a phone", LOST, 336),
  ],
};
