import { Presets, SingleBar } from "cli-progress";

/** A progress bar on standard error with the time left; silent where that is not a terminal. */
export function progressBar(steps: number): { at(step: number): void; end(): void } {
  const bar = new SingleBar(
    {
      format: "{bar} {percentage}%  step {value}/{total}  {duration_formatted} gone, {eta_formatted} left",
      stream: process.stderr,
      hideCursor: true,
      noTTYOutput: false,
    },
    Presets.shades_classic,
  );
  bar.start(steps, 0);
  return { at: (step) => bar.update(step), end: () => bar.stop() };
}
