import type { Said } from "../../i18n/message";
import { say } from "../../i18n/message";
import { LABS } from "../../labs";
import type { LabDocument } from "../../labs/document";
import type { Lab, WorkCount } from "../../labs/types";
import { deviceName, type EnvironmentRecord } from "../../record/environment";
import type { KeptLab } from "../../storage/keptLab";
import { keyOf } from "./labState";
import { texts } from "./texts";

/** A document that was brought, as a lab shows and keeps it. */
export interface OpenedDocument {
  kept: KeptLab;
  /** Absent where only the measurement knows. */
  count?: WorkCount | undefined;
}

/** What is missing is what its rows lack, whatever the document says, where its lab can count. */
export function openedDocument({ schema: _, ...document }: LabDocument): OpenedDocument {
  const { lab: id, config, rows } = document;
  const lab: Pick<Lab, "count"> = LABS[id];
  const count = lab.count?.(config, rows);
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

type Device = Pick<EnvironmentRecord, "backend" | "adapter">;

/** Whether rows of one device can be gone on from on another: numbers of two would be two answers in one. */
export function isSameDevice(one: Device, other: Device): boolean {
  return one.backend === other.backend && one.adapter === other.adapter;
}

/** What Continue would do, for a document that is not complete. */
export function saidOfGoingOn(opened: Said, before: Device, here: Device): Said {
  if (isSameDevice(before, here)) return say(texts.goesOn, { opened });
  return say(texts.beginsAnew, { opened, before: deviceName(before), here: deviceName(here) });
}
