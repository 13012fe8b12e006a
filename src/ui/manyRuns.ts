import { PlaygroundError, saidOf } from "../i18n/errors";
import { formatList } from "../i18n/format";
import { say } from "../i18n/message";
import { translate } from "../i18n/translate";
import type { Playground } from "../session/playground";
import type { Run } from "../session/run";
import { runName } from "./runs/runName";
import { texts } from "./runs/texts";

/** Several kept runs in one file, each read when its turn comes: one that cannot be read does not cost the others. */

/**
 * What is made of each run that can be read. When all had their turn, the page says which were left out.
 * @throws PlaygroundError where that is every one of them
 */
export async function* ofEach<Made>(
  playground: Playground,
  ids: readonly string[],
  make: (run: Run) => Made | Promise<Made>,
): AsyncGenerator<Made> {
  const left: string[] = [];
  for (const id of ids) {
    const made = await attempt(async () => make(await playground.runs.archive.open(id)));
    if (made.ok) yield made.value;
    else left.push(`${nameOf(playground, id)}: ${translate(saidOf(made.error))}`);
  }
  if (left.length === 0) return;
  const said = say(texts.selection.left, { n: left.length, reasons: formatList(left) });
  if (left.length === ids.length) throw new PlaygroundError(said);
  playground.notify("runsLeftOut", said);
}

async function attempt<T>(work: () => Promise<T>): Promise<{ ok: true; value: T } | { ok: false; error: unknown }> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    return { ok: false, error };
  }
}

function nameOf({ state }: Playground, id: string): string {
  const row = state.history.find((run) => run.id === id);
  return row ? runName(row) : id;
}
