/** What comes from the server only when it is needed, and may fail to. */

/** Why a part of the page is not there. */
export class PartMissing extends Error {
  /** Lets the next look load it again. */
  readonly forget: () => void;

  constructor(cause: unknown, forget: () => void) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = "PartMissing";
    this.forget = forget;
  }
}

/** Something that is loaded once, when it is first asked for. A failure lasts until it is forgotten, unlike that of `React.lazy`, which lasts for good. */
export class Later<T> {
  private readonly load: () => Promise<T>;
  private coming: Promise<T> | null = null;
  private arrived: T | null = null;

  constructor(load: () => Promise<T>) {
    this.load = load;
  }

  /** What has been loaded by now. */
  get there(): T | null {
    return this.arrived;
  }

  /** The same promise each time; rejects with `PartMissing`. */
  get(): Promise<T> {
    this.coming ??= this.begin();
    return this.coming;
  }

  private async begin(): Promise<T> {
    try {
      this.arrived = await this.load();
      return this.arrived;
    } catch (error) {
      throw new PartMissing(error, () => {
        this.coming = null;
      });
    }
  }
}
