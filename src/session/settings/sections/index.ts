import type { Field, Section } from "../field";
import { augmentation } from "./augmentation";
import { data } from "./data";
import { device } from "./device";
import { encoder } from "./encoder";
import { measuring } from "./measuring";
import { optimizer } from "./optimizer";
import { stopping } from "./stopping";
import { training } from "./training";

/** The settings panel as data, section by section. A setting is one row in one of these files (and a field of the schema). */
export const SECTIONS = { data, augmentation, training, stopping, optimizer, encoder, measuring, device };

export type SectionId = keyof typeof SECTIONS;
export const SECTION_IDS = Object.keys(SECTIONS) as SectionId[];

/** Every row of the panel. */
export const FIELDS: readonly Field[] = Object.values<Section>(SECTIONS).flatMap(({ rows }) => rows);
