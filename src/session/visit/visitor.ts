import { DEFAULT_PRESET, LIGHT_PRESET } from "../../config/presets";
import { probeWebGpu } from "../../engine/adapters";
import { within } from "../../engine/within";
import type { Visit } from "./autoplay";

/** Who opened the page, and on what: found out without starting anything. */
export interface Visitor {
  /** The experiment to begin with where the address names none. */
  firstPreset: string;
  /** Asked for once the first run is there: how the visit stands then. */
  circumstances(): Promise<Omit<Visit, "hash">>;
}

/** Most time that the first picture waits for the browser to name its adapter, in milliseconds. */
const PATIENCE = 400;

/** The visitor of a browser window. */
export async function windowVisitor(window: Window): Promise<Visitor> {
  return {
    firstPreset: (await hasGpu()) ? DEFAULT_PRESET : LIGHT_PRESET,
    circumstances: async () => ({
      prefersReducedMotion: window.matchMedia("(prefers-reduced-motion: reduce)").matches,
      savesData: (window.navigator as BrowserExtras).connection?.saveData === true,
      battery: await batteryLevel(window.navigator),
    }),
  };
}

/** Whether WebGPU has an adapter that is no CPU; an adapter that answers late counts as none. */
async function hasGpu(): Promise<boolean> {
  const probed = await soon(probeWebGpu(), null);
  return probed !== null && !("refusal" in probed) && !probed.software;
}

/** What not every browser has. */
interface BrowserExtras {
  connection?: { saveData?: boolean };
  getBattery?: () => Promise<{ level: number }>;
}

async function batteryLevel(navigator: Navigator): Promise<number | null> {
  const asked = (navigator as BrowserExtras).getBattery?.();
  return asked ? ((await soon(asked, null))?.level ?? null) : null;
}

/** What a browser answers, or another value where it refuses or takes too long. */
function soon<T, U>(asked: Promise<T>, otherwise: U): Promise<T | U> {
  return within(
    asked.catch(() => otherwise),
    PATIENCE,
    otherwise,
  );
}
