import { formatList } from "../../i18n/format";
import type { Said } from "../../i18n/message";
import { say, textsOf } from "../../i18n/message";
import { translate } from "../../i18n/translate";
import { LABS } from "../../labs";
import type { LabDocument } from "../../labs/document";
import type { Lab, WorkCount } from "../../labs/types";
import { type MetricId, metricOf } from "../../metrics";
import { areSameDevice, deviceName, type EnvironmentRecord } from "../../record/environment";
import type { KeptLab } from "../../storage/keptLab";
import { keyOf } from "./labState";
import { texts } from "./texts";

/** A document that was brought, as a lab shows and keeps it. */
export interface OpenedDocument {
  kept: KeptLab;
  /** Null where only the measurement knows. */
  count: WorkCount | null;
}

/** What is missing is what its rows lack, whatever the document says, where its lab can count. */
export async function openedDocument({ schema: _, ...document }: LabDocument): Promise<OpenedDocument> {
  const { lab: id, config, rows } = document;
  const lab: Pick<Lab, "count"> = LABS[id];
  const count = (await lab.count?.(config, rows)) ?? null;
  const finished = count ? count.done === count.total : document.finished;
  return { kept: { ...document, key: keyOf(id, config), finished }, count };
}

/** Whether a document may take the place of what is kept with its settings: it is the same measurement, gone on with. */
export function isLater(document: KeptLab, kept: KeptLab | null): boolean {
  if (!kept || kept.rows.length === 0) return true;
  return kept.startedAt === document.startedAt && kept.rows.length <= document.rows.length;
}

/** How much of it there is. */
export function saidOfOpened(name: string, { kept: { finished }, count }: OpenedDocument): Said {
  if (!count) return say(finished ? texts.whole : texts.part, { name });
  const { done, total } = count;
  return finished
    ? say(texts.wholeCells, { name, total })
    : say(texts.partCells, { name, missing: total - done, total });
}

/** @param lacking metrics that came after the version that measured it */
export function saidOfLacking(opened: Said, lacking: readonly MetricId[]): Said {
  if (lacking.length === 0) return opened;
  const metrics = formatList(lacking.map((id) => translate(textsOf("metrics", metricOf(id)).label)));
  return say(texts.lacks, { opened, metrics });
}

type Device = Pick<EnvironmentRecord, "backend" | "adapter">;

/** What Continue would do, for a document that is not complete. */
export function saidOfGoingOn(opened: Said, before: Device, here: Device): Said {
  if (areSameDevice(before, here)) return say(texts.goesOn, { opened });
  return say(texts.beginsAnew, { opened, before: deviceName(before), here: deviceName(here) });
}
