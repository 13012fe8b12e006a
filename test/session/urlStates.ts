import { defaults } from "../../src/config/parse";
import { LAB_IDS, LABS } from "../../src/labs";
import type { UrlState } from "../../src/session/address/address";
import { NOT_EMBEDDED } from "../../src/session/embed/part";
import { EVERYTHING } from "../../src/session/panels/arrangement";
import { DEFAULT_VIEW } from "../../src/session/view";

/** The labs at their defaults. */
export const labs = Object.fromEntries(LAB_IDS.map((id) => [id, LABS[id].schema.parse({})])) as UrlState["labs"];

/** What an address that says nothing stands for, but for what is given. */
export const state = (patch: Partial<UrlState>): UrlState => ({
  presetId: null,
  config: defaults(),
  view: DEFAULT_VIEW,
  arrangement: EVERYTHING,
  lesson: null,
  embed: NOT_EMBEDDED,
  page: "race",
  chapter: null,
  reference: null,
  labs,
  ...patch,
});
