import cliProgress, { type GenericFormatter } from "cli-progress";
import { formatDuration, formatNumber, formatPercent } from "../i18n/format";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { texts } from "./texts";

/** A progress bar on standard error with the time left; silent where that is not a terminal. */
export function progressBar(steps: number): { at(step: number): void; end(): void } {
  const bar = new cliProgress.SingleBar(
    { format: progressLine, stream: process.stderr, hideCursor: true, noTTYOutput: false },
    cliProgress.Presets.shades_classic,
  );
  bar.start(steps, 0);
  return { at: (step) => bar.update(step), end: () => bar.stop() };
}

/** A line of the bar; `eta` is in seconds, and a word as long as nobody knows. */
export const progressLine: GenericFormatter = (options, { progress, eta, startTime, stopTime, value, total }) =>
  translate(
    say(texts.progress, {
      bar: cliProgress.Format.BarFormat(progress, options),
      share: formatPercent(Math.floor(100 * progress) / 100, 0),
      step: value,
      steps: total,
      gone: formatDuration((stopTime ?? Date.now()) - startTime),
      left: Number.isFinite(eta) ? formatDuration(1000 * eta) : formatNumber(null),
    }),
  );
