import { expect, it } from "vitest";
import { verbatim } from "../../../src/i18n/errors";
import { type Loss, LossLog } from "../../../src/worker/supervisor/losses";

const SECOND = 1000;
const loss = (of: Loss["of"], silence = 0): Loss => ({ of, said: verbatim("gone"), silence });

it("takes three losses within a minute for no accident, and counts anew after them", () => {
  const log = new LossLog();
  const at = [0, 20, 59, 60, 61, 62].map((seconds, step) => log.note(loss("worker"), step, seconds * SECOND));
  expect(at).toEqual([false, false, true, false, false, true]);
});

it("takes as many in a longer time for accidents", () => {
  const log = new LossLog();
  const at = [0, 40, 80, 120, 160].map((seconds, step) => log.note(loss("worker"), step, seconds * SECOND));
  expect(at).toEqual([false, false, false, false, false]);
});

it("counts devices apart from workers", () => {
  const log = new LossLog();
  const of = ["worker", "device", "worker", "device"] as const;
  expect(of.map((what, step) => log.note(loss(what), step, step))).toEqual([false, false, false, false]);
});

it("does not count the time in which nobody knew of a loss", () => {
  const log = new LossLog();
  const at = [11, 42, 133].map((seconds, i) =>
    log.note(loss("worker", [11, 31, 91][i]! * SECOND), i, seconds * SECOND),
  );
  expect(at).toEqual([false, false, true]);
});

it("takes a run that does not get further for stuck, however long each try lasts, but not one that rests", () => {
  const stuck = new LossLog();
  expect([1, 2, 3].map((hour) => stuck.note(loss("worker"), 480, hour * 3600 * SECOND))).toEqual([false, false, true]);
  const resting = new LossLog();
  expect([1, 2, 3].map((hour) => resting.note(loss("device"), null, hour * 3600 * SECOND))).toEqual([
    false,
    false,
    false,
  ]);
});
