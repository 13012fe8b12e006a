import { DEFAULT_PRESET, LIGHT_PRESET } from "../experiment/presets";
import type { Environment } from "../experiment/record";
import type { Playground } from "./playground";
import { formatUrl, type ParsedUrl, parseUrl, presetConfig, withData } from "./urlState";

/** The address of the page, as far as the state needs it. */
export interface AddressBar {
  read(): string;
  /** Replaces the part after `#` without adding to the browser's history. */
  write(hash: string): void;
  /** Calls back when somebody else changed the part after `#`. */
  listen(changed: () => void): void;
}

/** Wait after the last change until the address is rewritten, in milliseconds. */
const WRITE_DELAY = 250;

/** Reads the address, prepares the first run and keeps the address in step from then on. */
export async function boot(playground: Playground, address: AddressBar): Promise<void> {
  await openAddress(playground, address.read());
  mirror(playground, address);
  await playground.archive.load();
}

/** Shows an address and says what in it could not be read. */
async function openAddress(playground: Playground, hash: string): Promise<void> {
  const { errors, state } = withoutFiles(await readAddress(playground, hash));
  const opened = playground.load(state);
  if (errors.length > 0) playground.notify("invalidAddress", "", errors);
  await opened;
}

/** A link cannot carry files: it falls back to the data of its preset. */
function withoutFiles(parsed: ParsedUrl): { errors: ParsedUrl["errors"]; state: ParsedUrl } {
  const { config, errors, presetId } = parsed;
  if (config.dataset.id !== "files") return { errors, state: parsed };
  const message = `a link cannot carry files; choose "${config.dataset.name}" again under Data`;
  const dataset = presetConfig(presetId).dataset;
  return {
    errors: [...errors, { path: "dataset", message }],
    state: { ...parsed, config: withData(config, dataset) },
  };
}

/** An address without an experiment, or with a preset that there is not, starts from the page's own first preset. */
async function readAddress(playground: Playground, hash: string): Promise<ParsedUrl> {
  const parsed = parseUrl(hash);
  const complete = hasExperiment(hash) && !parsed.errors.some(({ path }) => path === "preset");
  return complete ? parsed : parseUrl(hash, await firstPreset(playground));
}

function hasExperiment(hash: string): boolean {
  return hash
    .replace(/^#/, "")
    .split("&")
    .some((part) => part !== "" && !part.startsWith("view."));
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
  const write = () => address.write(formatUrl({ ...playground.state, config: playground.state.draft }));
  playground.store.subscribe((state, before) => {
    if (state.draft === before.draft && state.view === before.view && state.presetId === before.presetId) return;
    clearTimeout(timer);
    timer = setTimeout(write, WRITE_DELAY);
  });
  address.listen(() => {
    clearTimeout(timer);
    void openAddress(playground, address.read());
  });
  write();
}

/** The address bar of a browser window. */
export function windowAddress(window: Window): AddressBar {
  return {
    read: () => window.location.hash,
    write: (hash) => {
      const { pathname, search } = window.location;
      window.history.replaceState(null, "", hash ? `#${hash}` : pathname + search);
    },
    listen: (changed) => window.addEventListener("hashchange", changed),
  };
}
