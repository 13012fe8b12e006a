import { PlaygroundError, problem } from "../../i18n/errors";
import { texts } from "../errors";

/**
 * There is no such field; names the one that was meant, where a name is so near that this is likely.
 *
 * @param written as in `batchsize` or `optimizer.learnngRate`; a name without its room (`learningRate`) is looked for in all
 */
export function noSuchField(written: string, paths: readonly string[]): PlaygroundError {
  const near = nearestName(written, paths);
  return near === null ? new PlaygroundError(texts.noField) : problem(texts.noFieldNear, { near });
}

/** The path that is nearest to what was written; null where none is near. */
function nearestName(written: string, paths: readonly string[]): string | null {
  const distances = paths.map((path): [string, number] => [path, distanceTo(written, path)]);
  const [near, distance] = distances.reduce((best, other) => (other[1] < best[1] ? other : best), ["", Infinity]);
  return distance <= mostEdits(lastOf(written)) ? near : null;
}

/** A slip of the finger, two in a long name. */
function mostEdits(name: string): number {
  if (name.length < 4) return 0;
  return name.length < 8 ? 1 : 2;
}

function distanceTo(written: string, path: string): number {
  const [own, other] = [written.toLowerCase(), path.toLowerCase()];
  return Math.min(editDistance(own, other), own.includes(".") ? Infinity : editDistance(own, lastOf(other)));
}

function lastOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}

/** Letters to insert, leave out, replace, or swap with their neighbor (optimal string alignment). */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] as number) + 1 : Infinity,
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length] as number;
}
