// @ts-check
/**
 * Puts the FlatNCE Playground into a page: `const frame = await FlatNCE.mount("#place", { preset: "points" })`. No dependency, no build
 * step; how to use it is told in docs/embedding.md. Copy it to your own site, or load it from where the playground is.
 */

(() => {
  const VERSION = 1;
  /** Most time until a frame answers, and between two attempts to reach it, in milliseconds. */
  const PATIENCE = 30_000;
  const AGAIN = 200;
  /** Height until the frame has told its own, in pixels. */
  const HEIGHT = 420;
  const SOURCE = /** @type {HTMLScriptElement | null} */ (document.currentScript)?.src ?? "";

  /**
   * @typedef {object} Options
   * @property {string} [playground] address of the playground; where this script lies, unless given
   * @property {string} [preset] which experiment
   * @property {Record<string, string | number | boolean>} [settings] by their paths, as in `{ batchSize: 8, "optimizer.learningRate": 0.01 }`
   * @property {string[]} [panels] what is shown; loss, verdict, gradient variance and progress, unless given
   * @property {string[]} [controls] what can be operated; all that is shown, unless given
   * @property {string[]} [lock] controls that are seen but cannot be used
   * @property {"auto" | "light" | "dark"} [theme] as the reader's system has it, unless given
   * @property {boolean} [sandbox] without an origin and storage of its own; the playground's server must then send `Access-Control-Allow-Origin: *`
   * @property {string} [title] what screen readers call the frame
   */

  /**
   * @typedef {object} State
   * @property {"poster" | "starting" | "paused" | "running" | "finished" | "failed"} phase
   * @property {number} step
   * @property {number} steps
   * @property {string | null} preset
   * @property {string[]} arms
   * @property {string | null} backend
   */

  /**
   * @typedef {object} Metrics
   * @property {number} step
   * @property {string[]} arms
   * @property {Record<string, { step: number, means: (number | null)[] } | null>} values
   */

  /**
   * What a listener wants.
   * @typedef {object} Wanted
   * @property {string[]} [metrics] all unless given
   * @property {number} [every] how often at most, in milliseconds
   */

  /** @param {Options} options */
  function addressOf({ playground, preset, settings = {}, panels, controls, lock, theme }) {
    const base = playground ?? SOURCE.replace(/[^/]*$/, "");
    if (!base) throw new Error('FlatNCE.mount needs the address of the playground: { playground: "https://..." }.');
    const parts = new Map([
      ["embed", "1"],
      ["embed.origins", location.origin],
    ]);
    if (preset) parts.set("preset", preset);
    for (const [path, value] of Object.entries(settings)) parts.set(path, String(value));
    if (panels) parts.set("panels", panels.join(","));
    if (controls) parts.set("controls", controls.join(","));
    if (lock) parts.set("controls.lock", lock.join(","));
    if (theme) parts.set("embed.theme", theme);
    const url = new URL(base, location.href);
    url.hash = [...parts].map((part) => part.map(encodeURIComponent).join("=")).join("&");
    return url;
  }

  /** @param {URL} address @param {Options} options */
  function makeFrame(address, { sandbox = false, title = "FlatNCE Playground" }) {
    const frame = document.createElement("iframe");
    frame.title = title;
    frame.src = address.href;
    frame.allow = "fullscreen";
    frame.style.cssText = `display: block; width: 100%; height: ${HEIGHT}px; border: 0;`;
    if (sandbox) frame.setAttribute("sandbox", "allow-scripts allow-popups allow-popups-to-escape-sandbox");
    return frame;
  }

  /** One frame in the page, and what can be asked of it. Each call resolves to where the run then stands. */
  class Frame {
    /** @param {HTMLIFrameElement} element @param {string} origin of the frame; `*` where it has none */
    constructor(element, origin) {
      /** @readonly */
      this.element = element;
      this.origin = origin;
      this.nextId = 1;
      /** @type {Map<unknown, { resolve: (state: State) => void, reject: (error: Error) => void }>} */
      this.waiting = new Map();
      /** @type {Map<(metrics: Metrics) => void, Wanted>} */
      this.metricListeners = new Map();
      /** @type {Set<(state: State) => void>} */
      this.stateListeners = new Set();
      /** @type {(event: MessageEvent) => void} */
      this.receive = (event) => this.handle(event);
      window.addEventListener("message", this.receive);
    }

    play() {
      return this.ask({ type: "play" });
    }

    pause() {
      return this.ask({ type: "pause" });
    }

    /** @param {number} [n] updates */
    step(n = 1) {
      return this.ask({ type: "step", n });
    }

    /** Back to step 0, with the settings that were set. */
    reset() {
      return this.ask({ type: "reset" });
    }

    /** @param {Record<string, unknown>} config a part of a config, as in `{ batchSize: 8, optimizer: { learningRate: 0.01 } }` */
    set(config) {
      return this.ask({ type: "set", config });
    }

    state() {
      return this.ask({ type: "state" });
    }

    /** @param {"auto" | "light" | "dark"} theme */
    theme(theme) {
      return this.ask({ type: "theme", theme });
    }

    /**
     * Calls back with the latest values as the run goes on; with those that other listeners asked for as well.
     * @param {(metrics: Metrics) => void} listener
     * @param {Wanted} [options]
     * @returns {Promise<() => Promise<unknown>>} what ends it
     */
    async onMetrics(listener, options = {}) {
      this.metricListeners.set(listener, options);
      await this.subscribe();
      return async () => {
        this.metricListeners.delete(listener);
        await this.subscribe();
      };
    }

    /** Asks for what all listeners together want, as often as the most eager one does. */
    subscribe() {
      const wanted = [...this.metricListeners.values()];
      if (wanted.length === 0) return this.ask({ type: "unsubscribe" });
      const named = wanted.flatMap(({ metrics }) => metrics ?? []);
      const everything = wanted.some(({ metrics }) => !metrics);
      const paces = wanted.flatMap(({ every }) => every ?? []);
      return this.ask({
        type: "subscribe",
        ...(everything ? {} : { metrics: [...new Set(named)] }),
        ...(paces.length > 0 ? { every: Math.min(...paces) } : {}),
      });
    }

    /**
     * Calls back when the run begins, pauses or ends.
     * @param {(state: State) => void} listener
     * @returns {() => void} what ends it
     */
    onState(listener) {
      this.stateListeners.add(listener);
      return () => void this.stateListeners.delete(listener);
    }

    /** Takes the frame off the page; who waits for it is told. */
    remove() {
      window.removeEventListener("message", this.receive);
      this.element.remove();
      const error = new Error("The frame was removed.");
      this.answered?.(error);
      this.fail(error);
    }

    /** Resolves once the frame has answered. @param {() => void} silent called where it has not in time @returns {Promise<void>} */
    reach(silent) {
      return new Promise((resolve, reject) => {
        const began = performance.now();
        const timer = setInterval(() => {
          if (performance.now() - began < PATIENCE) return this.post({ type: "hello" });
          clearInterval(timer);
          silent();
          reject(new Error(unanswered(this.origin)));
        }, AGAIN);
        /** @param {Error | null} refusal */
        this.answered = (refusal) => {
          clearInterval(timer);
          if (refusal) reject(refusal);
          else resolve();
        };
      });
    }

    /** @param {{ type: string } & Record<string, unknown>} request @returns {Promise<State>} */
    ask(request) {
      const id = this.nextId++;
      return new Promise((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        this.post({ ...request, id });
      });
    }

    /** @param {object} message */
    post(message) {
      this.element.contentWindow?.postMessage({ flatnce: VERSION, ...message }, this.origin);
    }

    /** @param {MessageEvent} event */
    handle({ source, origin, data }) {
      if (source !== this.element.contentWindow || data?.flatnce !== VERSION) return;
      // What the frame may have gone on to is not the playground.
      if (this.origin !== "*" && origin !== this.origin) return;
      if (data.type === "ready") this.answered?.(null);
      else if (data.type === "refused") this.refuse();
      else if (data.type === "height") this.element.style.height = `${data.height}px`;
      else if (data.type === "metrics") for (const listener of this.metricListeners.keys()) listener(data.metrics);
      else if (data.type === "state") for (const listener of this.stateListeners) listener(data.state);
      else if (data.type === "reply") this.settle(data);
    }

    refuse() {
      const error = new Error(
        `The frame does not listen to ${location.origin}: its address must name it in embed.origins.`,
      );
      this.answered?.(error);
      this.fail(error);
    }

    /** @param {{ id: unknown, ok: boolean, result: State, error: string }} reply */
    settle({ id, ok, result, error }) {
      const call = this.waiting.get(id);
      this.waiting.delete(id);
      if (ok) call?.resolve(result);
      else call?.reject(new Error(error));
    }

    /** @param {Error} error */
    fail(error) {
      for (const { reject } of this.waiting.values()) reject(error);
      this.waiting.clear();
    }
  }

  /**
   * Says below a frame that does not answer where the playground is to be found, until it does.
   * @param {Element} target @param {Frame} frame @param {URL} address
   */
  function sayUnanswered(target, frame, address) {
    const link = document.createElement("a");
    link.href = ownPage(address).href;
    link.target = "_blank";
    link.rel = "noopener";
    link.append("Open it in a page of its own.");
    const note = document.createElement("p");
    note.setAttribute("role", "status");
    note.append("The FlatNCE Playground has not loaded here. ", link);
    target.append(note);
    frame.answered = () => note.remove();
  }

  /** The same experiment as a whole page. @param {URL} address */
  function ownPage(address) {
    const url = new URL(address);
    const parts = url.hash.slice(1).split("&");
    url.hash = parts.filter((part) => !/^(embed|panels|controls)\b/.test(part)).join("&");
    return url;
  }

  /** @param {string} origin */
  function unanswered(origin) {
    const sandboxed = "It is sandboxed: its server must send Access-Control-Allow-Origin: * with every file.";
    const other = "Is its address right, and may this page frame it (frame-ancestors)?";
    return `The frame has not answered within ${PATIENCE / 1000} seconds. ${origin === "*" ? sandboxed : other}`;
  }

  /**
   * Puts a playground into an element, in place of what is there.
   * @param {Element | string} place an element, or a selector of one
   * @param {Options} [options]
   * @returns {Promise<Frame>} once it answers
   */
  async function mount(place, options = {}) {
    const target = typeof place === "string" ? document.querySelector(place) : place;
    if (!target) throw new Error(`FlatNCE.mount found no element ${place}.`);
    const address = addressOf(options);
    const element = makeFrame(address, options);
    const frame = new Frame(element, options.sandbox ? "*" : address.origin);
    target.replaceChildren(element);
    await frame.reach(() => sayUnanswered(target, frame, address));
    return frame;
  }

  Object.assign(window, { FlatNCE: { mount, version: VERSION } });
})();
