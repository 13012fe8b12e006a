import { configError } from "../config/configError";
import { withData } from "../config/kinds";
import { equal } from "../config/paths";
import { DEFAULT_PRESET, LIGHT_PRESET, presetConfig } from "../config/presets";
import { say } from "../i18n/message";
import { LAB_IDS, type LabId } from "../labs";
import type { Environment } from "../record/environment";
import { formatUrl, namesExperiment, type ParsedUrl, parseUrl, type UrlState } from "./address/address";
import { texts } from "./address/errors";
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

/** Reads the address, prepares the first run and keeps the address in step from then on. */
export async function boot(playground: Playground, address: AddressBar): Promise<void> {
  await openAddress(playground, address.read());
  mirror(playground, address);
  await Promise.all([playground.archive.load(), playground.keptFiles.refresh()]);
}

/** Shows an address and says what in it could not be read. The run of an experiment that is there already goes on. */
async function openAddress(playground: Playground, hash: string): Promise<void> {
  const { errors, state } = withoutFiles(await readAddress(playground, hash));
  const { run, draft, presetId } = playground.state;
  const isShown = run !== null && state.presetId === presetId && equal(state.config, draft);
  playground.turnTo(state);
  const opened = isShown ? playground.setView(state.view) : playground.load(state);
  if (errors.length > 0) playground.notify("invalidAddress", null, errors);
  await opened;
}

/** A link cannot carry files: it falls back to the data of its preset. */
function withoutFiles(parsed: ParsedUrl): { errors: ParsedUrl["errors"]; state: ParsedUrl } {
  const { config, errors, presetId } = parsed;
  if (config.dataset.id !== "files") return { errors, state: parsed };
  const error = configError("dataset", say(texts.noFiles, { name: config.dataset.name }));
  const dataset = presetConfig(presetId).dataset;
  return {
    errors: [...errors, error],
    state: { ...parsed, config: withData(config, dataset) },
  };
}

/** An address without an experiment, or with a preset that there is not, starts from the page's own first preset. */
async function readAddress(playground: Playground, hash: string): Promise<ParsedUrl> {
  const parsed = parseUrl(hash);
  const complete = namesExperiment(hash) && !parsed.errors.some(({ path }) => path === "preset");
  return complete ? parsed : parseUrl(hash, await firstPreset(playground));
}

async function firstPreset(playground: Playground): Promise<string> {
  const environment = await playground.service.environment("auto");
  playground.store.setState({ environment });
  return computesOnCpu(environment) ? LIGHT_PRESET : DEFAULT_PRESET;
}

function computesOnCpu({ backend, software }: Environment): boolean {
  return software || backend === "cpu" || backend === "wasm";
}

function mirror(playground: Playground, address: AddressBar): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const write = (turned: boolean) => {
    clearTimeout(timer);
    address.write(formatUrl(addressOf(playground.state)), turned);
  };
  playground.store.subscribe((state, before) => {
    if (state.page !== before.page) write(true);
    else if (isWritten(state, before)) {
      clearTimeout(timer);
      timer = setTimeout(() => write(false), WRITE_DELAY);
    }
  });
  address.listen(() => {
    clearTimeout(timer);
    void openAddress(playground, address.read());
  });
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
    read: () => window.location.hash,
    write: (hash, turned = false) => {
      const { pathname, search } = window.location;
      const address = hash ? `#${hash}` : pathname + search;
      if (turned) window.history.pushState(null, "", address);
      else window.history.replaceState(null, "", address);
    },
    listen: (changed) => window.addEventListener("hashchange", changed),
  };
}
