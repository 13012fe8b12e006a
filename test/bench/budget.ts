/** How long a run of the benchmark may take, and how much of that is left. */
export class Budget {
  private readonly end: number;

  /** @param seconds from now on */
  constructor(seconds: number) {
    this.end = performance.now() + 1000 * seconds;
  }

  get leftMs(): number {
    return this.end - performance.now();
  }
}

/** Resolves as `work` does, unless that takes longer. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Late(ms)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Work that did not end in its time: whoever does it still does, and is to be ended. */
export class Late extends Error {
  constructor(ms: number) {
    super(`not done within ${Math.round(ms / 1000)} s`);
  }
}
