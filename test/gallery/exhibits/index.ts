import type { Room } from "../exhibit";
import { charts } from "./charts";
import { data } from "./data";
import { embed } from "./embed";
import { faults } from "./faults";
import { glossary } from "./glossary";
import { labs } from "./labs";
import { learn } from "./learn";
import { lesson } from "./lesson";
import { metrics } from "./metrics";
import { race } from "./race";
import { settings } from "./settings";
import { shell } from "./shell";
import { slow } from "./slow";
import { verdict } from "./verdict";
import { views } from "./views";

/** The rooms of the gallery, in the order of its documentation. To add one: a file here, and its line. */
export const ROOMS: readonly Room[] = [
  charts,
  metrics,
  verdict,
  views,
  slow,
  race,
  glossary,
  settings,
  data,
  shell,
  learn,
  lesson,
  embed,
  labs,
  faults,
];
