import { equal } from "../config/paths";
import { DEFAULT_PRESET, LIGHT_PRESET } from "../config/presets";
import type { ExperimentConfig } from "../config/schema";
import { saidOf } from "../i18n/errors";
import { LAB_IDS, type LabId } from "../labs";
import type { Environment } from "../record/environment";
import {
  foreignQuery,
  formatUrl,
  namesExperiment,
  type ParsedUrl,
  parseUrl,
  type UrlState,
  withQuery,
} from "./address/address";
import { startFailure } from "./notices";
import type { Playground } from "./playground";
import type { PlaygroundState } from "./playgroundState";

/** The address of the page, as far as the state needs it. */
export interface AddressBar {
  read(): string;
  /** Replaces the part after `#`, in the browser's history as a place of its own where the page was turned. */
  write(hash: string, turned?: boolean): void;
  /** Calls back when somebody else changed the part after `#`. */
  listen(changed: () => void): void;
}

/** Wait after the last change until the address is rewritten, in milliseconds. */
const WRITE_DELAY = 250;

/**
 * Reads the address, prepares the first run, and keeps address and page in step from the moment that the address is read:
 * what changes while the first run is prepared is not lost.
 */
export async function boot(playground: Playground, address: AddressBar): Promise<void> {
  const opened = open(playground, await readAddress(playground, address));
  mirror(playground, address);
  const { archive, labs, keptFiles, ownFiles } = playground;
  await Promise.all([opened, archive.load(), labs.look(), keptFiles.refresh(), ownFiles.refresh()]);
}

/**
 * Shows what an address says, and what in it could not be read. The run of an experiment that is there already goes on.
 * @returns resolves when the run is prepared, if one is
 */
function open(playground: Playground, { errors, ...state }: ParsedUrl): Promise<unknown> {
  const { run, draft, presetId } = playground.state;
  const isShown = run !== null && state.presetId === presetId && equal(state.config, draft);
  const opened = isShown ? Promise.resolve(playground.setView(state.view)) : playground.load(state);
  playground.turnTo(state);
  if (errors.length > 0) playground.notify("invalidAddress", null, errors);
  return opened;
}

/** What the address says by the time that it is known where the training would run: it may have changed meanwhile. */
async function readAddress(playground: Playground, address: AddressBar): Promise<ParsedUrl> {
  const hash = address.read();
  const parsed = await parseComplete(playground, hash);
  return address.read() === hash ? parsed : readAddress(playground, address);
}

/** An address without an experiment, or with a preset that there is not, starts from the page's own first preset. */
async function parseComplete(playground: Playground, hash: string): Promise<ParsedUrl> {
  const parsed = parseUrl(hash);
  const complete = namesExperiment(hash) && !parsed.errors.some(({ path }) => path === "preset");
  return complete ? parsed : parseUrl(hash, await firstPreset(playground, parsed.config.backend));
}

/** The light one as well where the training can run nowhere, so that there is a page that says so. */
async function firstPreset(playground: Playground, backend: ExperimentConfig["backend"]): Promise<string> {
  try {
    const environment = await playground.service.environment(backend);
    playground.store.setState({ environment });
    return computesOnCpu(environment) ? LIGHT_PRESET : DEFAULT_PRESET;
  } catch (error) {
    const said = saidOf(error);
    playground.notify(startFailure(said), said);
    return LIGHT_PRESET;
  }
}

function computesOnCpu({ backend, software }: Environment): boolean {
  return software || backend === "cpu" || backend === "wasm";
}

/** Changes of the page show in the address, and those of the address on the page. */
function mirror(playground: Playground, address: AddressBar): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpening = false;
  const write = (turned: boolean) => {
    clearTimeout(timer);
    address.write(formatUrl(addressOf(playground.state)), turned);
  };
  playground.store.subscribe((state, before) => {
    // An address that is opened is a place of the history already: another one would cut off the way forward.
    if (state.page !== before.page) write(!isOpening);
    else if (isWritten(state, before)) {
      clearTimeout(timer);
      timer = setTimeout(() => write(false), WRITE_DELAY);
    }
  });
  const openChanged = async () => {
    clearTimeout(timer);
    const parsed = await readAddress(playground, address);
    isOpening = true;
    const opened = open(playground, parsed);
    isOpening = false;
    await opened;
  };
  address.listen(() => void openChanged());
  write(false);
}

function addressOf({ draft, labs, ...state }: PlaygroundState): UrlState {
  const configs = Object.fromEntries(LAB_IDS.map((id) => [id, labs[id].config])) as Record<LabId, unknown>;
  return { ...state, config: draft, labs: configs };
}

/** Whether a change of the state shows in the address. */
function isWritten(state: PlaygroundState, before: PlaygroundState): boolean {
  return (
    state.draft !== before.draft ||
    state.view !== before.view ||
    state.presetId !== before.presetId ||
    LAB_IDS.some((id) => state.labs[id].config !== before.labs[id].config)
  );
}

/** The address bar of a browser window. */
export function windowAddress(window: Window): AddressBar {
  return {
    read: () => withQuery(window.location.hash, window.location.search),
    write: (hash, turned = false) => {
      const { pathname, search } = window.location;
      const address = pathname + foreignQuery(search) + (hash ? `#${hash}` : "");
      if (turned) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    listen: (changed) => window.addEventListener("hashchange", changed),
  };
}
