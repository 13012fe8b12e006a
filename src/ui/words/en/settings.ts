import { operations } from "./operations";

/** Words of the settings panel in English. */
export const settings = { operations };
