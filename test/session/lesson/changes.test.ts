import { describe, expect, it } from "vitest";
import { ACTIONS, canPerform } from "../../../src/session/actions";
import { parseUrl } from "../../../src/session/address/address";
import { addressOf, boot } from "../../../src/session/boot";
import { answer, leaveLesson, openLesson, returnToLesson, trainToStart } from "../../../src/session/lesson/changes";
import { EMPTY_LESSON, type Lesson } from "../../../src/session/lesson/lesson";
import { lessonHash } from "../../../src/session/lesson/link";
import { EVERYTHING } from "../../../src/session/panels/arrangement";
import { arrange } from "../../../src/session/panels/changes";
import type { Playground } from "../../../src/session/playground";
import { loadedPlayground, settle } from "../loadedPlayground";
import { USUAL } from "./lessons";

const ASKED: Lesson = { ...EMPTY_LESSON, title: "T", stop: 5, predict: USUAL.predict };
const canPlay = (playground: Playground) => canPerform(ACTIONS.play, playground.state);

describe("a lesson", () => {
  it("trains nothing before something is predicted, then to its stop step and no further", async () => {
    const { playground, service } = await loadedPlayground();
    openLesson(playground, ASKED);
    await playground.play();
    await playground.step();
    expect(service.calls).toEqual(["start"]);
    expect(canPlay(playground)).toBe(false);
    answer(playground, "first");
    expect(canPlay(playground)).toBe(true);
    await playground.play();
    expect(service.calls).toEqual(["start", "step 5"]);
    for (let step = 0; step < 5; step++) service.tellLoss(step, 1);
    service.tell({ type: "state", state: "paused" });
    await settle();
    expect(playground.state.run?.step).toBe(5);
    expect([ACTIONS.play, ACTIONS.step, ACTIONS.reset].map((action) => canPerform(action, playground.state))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("waits for nobody where it asks about arms that the experiment does not have", async () => {
    const { playground } = await loadedPlayground();
    openLesson(playground, { ...ASKED, predict: { kind: "between", metric: "infoNce", a: 0, b: 7 } });
    expect(canPlay(playground)).toBe(true);
  });

  it("trains by itself as far as it says, and not where it says nothing", async () => {
    const { playground, service } = await loadedPlayground();
    openLesson(playground, ASKED);
    await trainToStart(playground);
    expect(service.calls).toEqual(["start"]);
    openLesson(playground, { ...ASKED, start: 3 });
    await trainToStart(playground);
    expect(service.calls).toEqual(["start", "step 3"]);
  });

  it("is left with its run and its settings, and come back to with what was predicted", async () => {
    const { playground, service } = await loadedPlayground();
    openLesson(playground, ASKED);
    arrange(playground, { lockedControls: ["settings"] });
    answer(playground, "second");
    const { run, draft, arrangement } = playground.state;
    leaveLesson(playground);
    expect(playground.state).toMatchObject({ run, draft, arrangement: EVERYTHING, lesson: { shown: null } });
    expect(addressOf(playground.state).lesson).toBeNull();
    await playground.play();
    expect(service.calls).toEqual(["start", "resume"]);
    playground.setField("batchSize", 128);
    returnToLesson(playground);
    expect(playground.state).toMatchObject({
      draft,
      arrangement,
      lesson: { shown: ASKED, answer: "second", left: null },
    });
  });

  it("shows its part of the x axis, and starts afresh only as another one", async () => {
    const { playground } = await loadedPlayground();
    expect(openLesson(playground, USUAL)).toBe(true);
    expect(playground.state.reading.zoom).toEqual([0, 400]);
    answer(playground, "first");
    expect(openLesson(playground, { ...USUAL })).toBe(false);
    expect(playground.state.lesson.answer).toBe("first");
    expect(openLesson(playground, null)).toBe(false);
    expect(playground.state.lesson).toMatchObject({ shown: null, answer: null });
  });

  it("opens with what its link carries, which the browser's Back brings again", async () => {
    const { playground: teacher } = await loadedPlayground();
    teacher.setField("batchSize", 32);
    teacher.setView({ projector: true });
    const arrangement = { ...EVERYTHING, lockedControls: ["settings"] };
    const hash = `#${lessonHash(teacher.state, { lesson: ASKED, arrangement, projector: false })}`;
    expect(parseUrl(hash)).toMatchObject({ errors: [], lesson: ASKED, arrangement, config: { batchSize: 32 } });
    expect(hash).not.toContain("projector");
    const inRoom = lessonHash(teacher.state, { lesson: USUAL, arrangement, projector: true });
    expect(parseUrl(inRoom)).toMatchObject({ errors: [], lesson: USUAL, view: { projector: true } });

    const { playground } = await loadedPlayground();
    const written: [string, boolean][] = [];
    let changed = () => undefined as unknown;
    let at = hash;
    const address = {
      read: () => at,
      write: (now: string, turned = false) => void written.push([now, turned]),
      listen: (call: () => void) => {
        changed = call;
      },
    };
    const circumstances = async () => ({ prefersReducedMotion: false, savesData: false, battery: null });
    await boot(playground, address, { firstPreset: "points", circumstances });
    leaveLesson(playground);
    expect(written.at(-1)).toEqual([expect.not.stringContaining("lesson"), true]);
    at = hash;
    const before = written.length;
    changed();
    await settle();
    expect(playground.state.lesson.shown).toEqual(ASKED);
    expect(playground.state.arrangement).toEqual(arrangement);
    expect(written.slice(before).map(([, turned]) => turned)).not.toContain(true);
  });
});
