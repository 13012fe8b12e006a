import { equal } from "../config/paths";
import { LIGHT_PRESET } from "../config/presets";
import { LAB_IDS, type LabId } from "../labs";
import { computesOnCpu } from "../record/environment";
import {
  foreignQuery,
  formatUrl,
  namesExperiment,
  type ParsedUrl,
  parseUrl,
  type UrlState,
  withQuery,
} from "./address/address";
import { sayUnread } from "./address/unread";
import { openLesson, trainToStart } from "./lesson/changes";
import { arrange } from "./panels/changes";
import type { Playground } from "./playground";
import type { PlaygroundState } from "./playgroundState";
import { followWatching } from "./slow/watching";
import { AUTOPLAY_STEPS, reasonToWait, type Visit } from "./visit/autoplay";
import type { Visitor } from "./visit/visitor";

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
 * Reads the address, shows what it says before it returns, prepares the first run, and keeps address and page in step from
 * then on: what changes while the first run is prepared is not lost. A visit without a link then trains a little by itself.
 * @returns resolves when the first run is prepared
 */
export async function boot(playground: Playground, address: AddressBar, visitor: Visitor): Promise<void> {
  const hash = address.read();
  followWatching(playground);
  const opened = open(playground, parseComplete(hash, visitor.firstPreset));
  mirror(playground, address, visitor.firstPreset);
  const { goingOn, conductor, runs, keptFiles, ownFiles } = playground;
  void conductor.look();
  await Promise.all([opened, goingOn.look(), runs.archive.load(), keptFiles.refresh(), ownFiles.refresh()]);
  await runs.last.show();
  void autoplay(playground, hash, visitor);
}

async function autoplay(playground: Playground, hash: string, visitor: Visitor): Promise<void> {
  const visit: Visit = { hash, ...(await visitor.circumstances()) };
  const { presetId, environment, interrupted, opened } = playground.state;
  // Who is asked whether a run is to go on, or looks at the last one, should not see another one begin.
  if (!environment || interrupted || opened || reasonToWait({ ...visit, presetId, environment })) return;
  await playground.playUnasked(AUTOPLAY_STEPS);
}

/**
 * Shows what an address says, and what in it could not be read. The run of an experiment that is there already goes on.
 * @returns resolves when the run is prepared, if one is
 */
function open(playground: Playground, { errors, tour, ...state }: ParsedUrl): Promise<unknown> {
  const { run, draft, presetId } = playground.state;
  const isShown = run !== null && state.presetId === presetId && equal(state.config, draft);
  const opened = isShown ? Promise.resolve(playground.setView(state.view)) : playground.load(state);
  arrange(playground, state.arrangement);
  playground.store.setState({ embed: state.embed, reference: state.reference });
  playground.turnTo(state);
  const isNew = openLesson(playground, state.lesson);
  sayUnread(playground, errors);
  if (tour) return opened.then(() => playground.tour.start());
  return isNew ? opened.then(() => trainToStart(playground)) : opened;
}

/** An address without an experiment, or with a preset that there is not, starts from the page's own first preset. */
export function parseComplete(hash: string, firstPreset: string): ParsedUrl {
  const parsed = parseUrl(hash);
  const complete = namesExperiment(hash) && !parsed.errors.some(({ path }) => path === "preset");
  if (complete) return parsed;
  const asksForCpu = computesOnCpu({ backend: parsed.config.backend, software: false });
  // A tour has a minute: what it shows must move on every device.
  return parseUrl(hash, asksForCpu || parsed.tour ? LIGHT_PRESET : firstPreset);
}

/** What makes a place of its own in the history of the browser. */
const TURNS: ((state: PlaygroundState) => unknown)[] = [
  ({ page }) => page,
  ({ learn }) => learn.chapter,
  ({ lesson }) => lesson.shown !== null,
];

/** Changes of the page show in the address, and those of the address on the page. */
function mirror(playground: Playground, address: AddressBar, firstPreset: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOpening = false;
  const write = (turned: boolean) => {
    clearTimeout(timer);
    address.write(formatUrl(addressOf(playground.state)), turned);
  };
  playground.store.subscribe((state, before) => {
    // An address that is opened is a place of the history already: another one would cut off the way forward.
    const isTurned = TURNS.some((place) => place(state) !== place(before));
    if (isTurned) write(!isOpening);
    else if (isWritten(state, before)) {
      clearTimeout(timer);
      timer = setTimeout(() => write(false), WRITE_DELAY);
    }
  });
  const openChanged = () => {
    clearTimeout(timer);
    const parsed = parseComplete(address.read(), firstPreset);
    isOpening = true;
    void open(playground, parsed);
    isOpening = false;
  };
  address.listen(openChanged);
  write(false);
}

/** What of the state is in the address. */
export function addressOf({ draft, labs, learn, lesson, ...state }: PlaygroundState): UrlState {
  const configs = Object.fromEntries(LAB_IDS.map((id) => [id, labs[id].config])) as Record<LabId, unknown>;
  const chapter = state.page === "learn" ? learn.chapter : null;
  return { ...state, chapter, lesson: lesson.shown, config: draft, labs: configs };
}

/** Whether a change of the state shows in the address. */
function isWritten(state: PlaygroundState, before: PlaygroundState): boolean {
  return (
    state.draft !== before.draft ||
    state.view !== before.view ||
    state.arrangement !== before.arrangement ||
    state.lesson.shown !== before.lesson.shown ||
    state.embed !== before.embed ||
    state.reference !== before.reference ||
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
