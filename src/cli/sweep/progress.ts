import { formatDuration } from "../../i18n/format";
import { say } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { type Bar, barOf, partsOfLine } from "../progress";
import { texts } from "./texts";

/** How far a sweep is: a bar on a terminal, else a line for each cell, as a scheduler's log keeps it. */
export interface CellProgress {
  /** @param done cells, those of an earlier run and the share of the one under way included */
  at(done: number): void;
  /** @param problem why there is no experiment at the cell; null where there is one */
  over(cell: string, problem: string | null): void;
  end(): void;
}

export function cellProgress(total: number): CellProgress {
  const bar: Bar = barOf(total, (options, params) => {
    const { bar, share, gone, left } = partsOfLine(options, params);
    return translate(say(texts.progress, { bar, share, gone, left, done: Math.floor(params.value), cells: total }));
  });
  let since = performance.now();
  let done: number | null = null;
  return {
    at(now) {
      done ??= Math.floor(now);
      bar.at(now);
    },
    over(cell, problem) {
      const time = formatDuration(performance.now() - since);
      since = performance.now();
      done = (done ?? 0) + 1;
      const line =
        problem === null ? say(texts.cell, { done, total, cell, time }) : say(texts.noExperiment, { cell, problem });
      if (!process.stderr.isTTY) console.error(translate(line));
    },
    end: bar.end,
  };
}
