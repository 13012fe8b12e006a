import { saidOfErrors } from "../../config/configError";
import { problem, saidOf } from "../../i18n/errors";
import { say } from "../../i18n/message";
import { type LabDocument, readLabDocument, withLaterMetrics } from "../../labs/document";
import type { MetricId } from "../../metrics";
import type { Playground } from "../playground";
import { isLater, openedDocument, saidOfGoingOn, saidOfLacking, saidOfOpened } from "./openedDocument";
import { texts } from "./texts";

/** Documents of labs that a user brings: what `npm run sweep` wrote, or what a page exported. */

/**
 * Shows a document on the page of its lab.
 *
 * @throws PlaygroundError that names the file and what is wrong with it; what is shown stays then
 */
export async function openLabDocument(playground: Playground, file: File): Promise<void> {
  const { document, lacking } = read(file.name, await file.text());
  playground.setPage(document.lab);
  await show(playground, file.name, document, lacking);
}

async function show(
  { labs, service, state }: Playground,
  name: string,
  document: LabDocument,
  lacking: readonly MetricId[],
): Promise<void> {
  const opened = await openedDocument(document);
  const { kept, count } = opened;
  const isKept = await labs.open(kept, count, (other) => isLater(kept, other));
  const said = saidOfLacking(saidOfOpened(name, opened), lacking);
  const note = isKept ? said : say(texts.otherKept, { opened: said });
  labs.annotate(kept, note);
  if (kept.finished) return;
  const here = await service.environment(state.draft.backend);
  labs.annotate(kept, saidOfGoingOn(note, kept.environment, here));
}

/** @throws PlaygroundError that names the file and what is wrong with it */
function read(name: string, text: string): { document: LabDocument; lacking: MetricId[] } {
  const { content, lacking } = withLaterMetrics(parsed(name, text));
  const result = readLabDocument(content);
  if (!result.ok) throw problem(texts.wrong, { name, problem: saidOfErrors(result.errors) });
  return { document: result.config, lacking };
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw problem(texts.noJson, { name, reason: saidOf(error) }, { cause: error });
  }
}
