import { PlaygroundError } from "../../i18n/errors";
import { type EmbedState, type FrameMessage, type HostMessage, isForFrame, readMessage, VERSION } from "./messages";

/** The window of the host, as far as a frame speaks to it. */
export interface HostWindow {
  postMessage(message: FrameMessage, targetOrigin: string): void;
}

/** What came in, as `MessageEvent` has it. */
export interface Posted {
  data: unknown;
  origin: string;
  source: unknown;
}

interface ChannelOptions {
  /** The window around the frame; nobody else is listened to. */
  host: HostWindow;
  origins(): readonly string[];
  state(): EmbedState;
  /** Does what a message asks for. */
  perform(message: HostMessage): Promise<void> | void;
  /** A sentence for the person who wrote the host, of an error. */
  inWords(reason: unknown): string;
  /** Called when a host has made itself known. */
  connected(): void;
}

/** The frame's end: it speaks to a host only after that has said hello from one of the origins of the address. */
export class Channel {
  private readonly options: ChannelOptions;
  /** The origin of the host that said hello. */
  private origin: string | null = null;

  constructor(options: ChannelOptions) {
    this.options = options;
  }

  /** Tells the host something; nothing where there is none. */
  send(message: FrameMessage): void {
    if (this.origin !== null) this.options.host.postMessage(message, this.origin);
  }

  async receive({ data, origin, source }: Posted): Promise<void> {
    const { host, origins } = this.options;
    if (source !== host || !isForFrame(data)) return;
    if (!origins().includes(origin)) return this.refuse(origin);
    this.origin = origin;
    const message = readMessage(data);
    if (message instanceof PlaygroundError) this.reply(data.id, this.options.inWords(message));
    else await this.answer(message);
  }

  /** All that a stranger learns. One without an origin can only be told by a message to whoever is there. */
  private refuse(origin: string): void {
    this.options.host.postMessage({ flatnce: VERSION, type: "refused" }, origin === "null" ? "*" : origin);
  }

  private async answer(message: HostMessage): Promise<void> {
    const { state, perform, inWords, connected } = this.options;
    if (message.type === "hello") {
      this.send({ flatnce: VERSION, type: "ready", state: state() });
      return connected();
    }
    try {
      await perform(message);
      this.send({ flatnce: VERSION, type: "reply", id: message.id, ok: true, result: state() });
    } catch (error) {
      this.reply(message.id, inWords(error));
    }
  }

  private reply(id: unknown, error: string): void {
    const known = typeof id === "string" || typeof id === "number" ? id : undefined;
    this.send({ flatnce: VERSION, type: "reply", id: known, ok: false, error });
  }
}
