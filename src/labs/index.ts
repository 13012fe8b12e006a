import type { z } from "../data/zod";
import { adviceLab } from "./advice/schema";
import { boundLab } from "./bound/schema";
import { precisionLab } from "./precision/schema";
import { sweepLab } from "./sweep/lab";

/** The labs, in the order of their tabs. To add one: its folder, and a line here (docs/adding-a-lab.md). */
export const LABS = { sweep: sweepLab, bound: boundLab, precision: precisionLab, advice: adviceLab };

export type LabId = keyof typeof LABS;
export const LAB_IDS = Object.keys(LABS) as LabId[];

export type LabConfig<I extends LabId = LabId> = z.output<(typeof LABS)[I]["schema"]>;
/** What a user may write: every field optional. */
export type LabInput<I extends LabId = LabId> = z.input<(typeof LABS)[I]["schema"]>;
export type LabRowOf<I extends LabId = LabId> = z.output<(typeof LABS)[I]["row"]>;

declare module "../i18n/message" {
  interface TextRooms {
    labs: { readonly [I in LabId]: { readonly name: string } };
  }
}
