import { saidOfErrors } from "../../config/configError";
import { parseConfig } from "../../config/parse";
import { merge } from "../../config/paths";
import { LIGHT_PRESET } from "../../config/presets";
import { PlaygroundError, problem } from "../../i18n/errors";
import { formatUrl } from "../address/address";
import { sayUnread } from "../address/unread";
import { type AddressBar, addressOf, boot, parseComplete } from "../boot";
import { openLesson } from "../lesson/changes";
import { arrange } from "../panels/changes";
import type { Playground } from "../playground";
import { createThrottle, type Throttle } from "../throttle";
import type { Visitor } from "../visit/visitor";
import { Channel, type HostWindow, type Posted } from "./channel";
import { texts } from "./errors";
import { type EmbedState, type HostMessage, VERSION } from "./messages";
import { METRIC_IDS, metricsFor, phaseOf, stateFor } from "./reading";

interface FrameOptions {
  playground: Playground;
  address: AddressBar;
  /** The window around the frame. */
  host: HostWindow;
  /** A sentence in the language of the page. */
  inWords(reason: unknown): string;
  /** Called when a host is there that follows the height. */
  followed(): void;
}

/** In a frame nothing trains unasked, and what is not said is the light experiment. */
const VISITOR: Visitor = {
  firstPreset: LIGHT_PRESET,
  circumstances: async () => ({ prefersReducedMotion: true, savesData: true, battery: null }),
};

/** A playground in another page: asleep behind its poster until somebody presses Play, in the frame or in its host. */
export class Frame {
  /** Resolves once the frame is awake, and its first run is prepared. */
  readonly ready: Promise<void>;
  private readonly options: FrameOptions;
  private readonly channel: Channel;
  private booted: Promise<void> | null = null;
  private metrics: Throttle | null = null;
  private height = 0;
  private setReady: () => void = () => undefined;

  constructor(options: FrameOptions) {
    this.options = options;
    this.ready = new Promise((resolve) => {
      this.setReady = resolve;
    });
    const { playground, host, inWords, followed } = options;
    this.channel = new Channel({
      host,
      origins: () => playground.state.embed.origins,
      state: () => this.state(),
      perform: (message) => this.perform(message),
      inWords,
      connected: () => {
        followed();
        this.tellHeight(this.height, true);
      },
    });
    this.show();
    this.watch();
  }

  receive(posted: Posted): Promise<void> {
    return this.channel.receive(posted);
  }

  /** Loads what trains, and prepares the run; once. */
  wake(): Promise<void> {
    this.booted ??= this.boot();
    return this.booted;
  }

  /** Presses Play. */
  async play(): Promise<void> {
    await this.wake();
    await this.options.playground.play();
    this.orThrow(this.options.playground.state.run !== null);
  }

  /** @param again also where it is what it was */
  tellHeight(height: number, again = false): void {
    if (height === this.height && !again) return;
    this.height = height;
    this.channel.send({ flatnce: VERSION, type: "height", height });
  }

  private state(): EmbedState {
    return stateFor(this.options.playground.state);
  }

  /** Shows what the address says, without anything that trains. */
  private show(): void {
    const { playground, address } = this.options;
    const parsed = parseComplete(address.read(), LIGHT_PRESET);
    const { presetId, config, view, arrangement, lesson, embed, reference, errors } = parsed;
    playground.store.setState({ presetId, draft: config, view, embed, reference, poster: true });
    arrange(playground, arrangement);
    openLesson(playground, lesson);
    sayUnread(playground, errors);
  }

  private async boot(): Promise<void> {
    const { playground, address } = this.options;
    // What was said of the address was said, and what the host has set since holds.
    let said: string | null = formatUrl(addressOf(playground.state));
    const read = () => {
      const hash = said ?? address.read();
      said = null;
      return hash;
    };
    playground.store.setState({ poster: false });
    await boot(playground, { ...address, read }, VISITOR);
    this.setReady();
  }

  /** Tells the host of turns of the run, and of what was measured where it asked for that. */
  private watch(): void {
    const { store } = this.options.playground;
    let phase = phaseOf(store.getState());
    store.subscribe((state, before) => {
      if (state.revision !== before.revision || state.run !== before.run) this.metrics?.request();
      const now = phaseOf(state);
      if (now === phase) return;
      phase = now;
      this.channel.send({ flatnce: VERSION, type: "state", state: stateFor(state) });
    });
  }

  private async perform(message: HostMessage): Promise<void> {
    const { playground } = this.options;
    switch (message.type) {
      case "play":
        return this.play();
      case "pause":
        return this.booted ? playground.pause() : undefined;
      case "step":
        await this.wake();
        await playground.step(message.n);
        return this.orThrow(playground.state.run !== null);
      case "reset":
        await this.wake();
        return this.orThrow(await playground.restart());
      case "set":
        return this.set(message.config);
      case "theme":
        return playground.store.setState({ embed: { ...playground.state.embed, theme: message.theme } });
      case "subscribe":
        return this.subscribe(message);
      case "unsubscribe":
        this.metrics = null;
    }
  }

  /** Settings for the next run, or for the one that has not begun. The host has chosen what is locked, and may change that too. */
  private set(patch: Record<string, unknown>): void {
    const { playground } = this.options;
    const parsed = parseConfig(merge(playground.state.draft, patch));
    if (!parsed.ok) throw problem(texts.notSet, { problems: saidOfErrors(parsed.errors) });
    if (this.booted) playground.edit((draft) => draft.unlocked(() => draft.patch(patch)));
    else playground.store.setState({ draft: parsed.config });
  }

  private subscribe({ metrics, every }: Extract<HostMessage, { type: "subscribe" }>): void {
    const unknown = metrics?.find((id) => !METRIC_IDS.some((known) => known === id));
    if (unknown !== undefined) throw problem(texts.noMetric, { id: unknown, allowed: METRIC_IDS.join(", ") });
    const own = createThrottle(() => {
      const read = metricsFor(this.options.playground.state, metrics);
      // One that was put in place of, or ended, may still have been due.
      if (read && this.metrics === own) this.channel.send({ flatnce: VERSION, type: "metrics", metrics: read });
    }, every);
    this.metrics = own;
    own.request();
  }

  /** @throws PlaygroundError what the page says last, where something did not work */
  private orThrow(worked: boolean): void {
    if (worked) return;
    const notice = this.options.playground.state.notices.at(-1);
    throw new PlaygroundError(notice?.detail ?? texts.notStarted);
  }
}
