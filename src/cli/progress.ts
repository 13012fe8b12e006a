import cliProgress, { type GenericFormatter, type Options, type Params } from "cli-progress";
import { formatDuration, formatNumber, formatPercent } from "../i18n/format";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import { texts } from "./texts";

export interface Bar {
  at(done: number): void;
  end(): void;
}

/** A progress bar on standard error with the time left; silent where that is not a terminal. */
export function progressBar(steps: number): Bar {
  return barOf(steps, progressLine);
}

/** The same of anything that is counted. @param format a line of the bar */
export function barOf(total: number, format: GenericFormatter): Bar {
  const bar = new cliProgress.SingleBar(
    { format, stream: process.stderr, hideCursor: true, noTTYOutput: false },
    cliProgress.Presets.shades_classic,
  );
  bar.start(total, 0);
  return { at: (done) => bar.update(done), end: () => bar.stop() };
}

/** A line of the bar of a run. */
export const progressLine: GenericFormatter = (options, params) =>
  translate(say(texts.progress, { ...partsOfLine(options, params), step: params.value, steps: params.total }));

/** What every line has; `eta` is in seconds, and a word as long as nobody knows. */
export function partsOfLine(
  options: Options,
  { progress, eta, startTime, stopTime }: Params,
): { bar: string; share: string; gone: string; left: string } {
  return {
    bar: cliProgress.Format.BarFormat(progress, options),
    share: formatPercent(Math.floor(100 * progress) / 100, 0),
    gone: formatDuration((stopTime ?? Date.now()) - startTime),
    left: Number.isFinite(eta) ? formatDuration(1000 * eta) : formatNumber(null),
  };
}
