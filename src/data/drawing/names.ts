/** What the files of drawings are called: in every language alike, as configs name them. */

const NAME = /^drawing (\d+)\.csv$/;

/** A name that none of these has. */
export function drawingName(taken: readonly string[]): string {
  const numbers = taken.map((name) => Number(NAME.exec(name)?.[1] ?? 0));
  return `drawing ${Math.max(0, ...numbers) + 1}.csv`;
}

/** Whether a set of files is a drawing, by its name. */
export function isDrawing(name: string): boolean {
  return NAME.test(name);
}
