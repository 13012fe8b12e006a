/** The tape of one anchor's loss, exp(v - sg(u)) with u = log(c + xi), worked out forwards and backwards. */

export interface TapeSetting {
  /** v = log xi. */
  logXi: number;
  /** From 0, FlatNCE, to 1, InfoNCE. */
  c: number;
  /** Whether the gradient is let through the stop-gradient, which it should not be. */
  isOpen: boolean;
}

export interface Tape {
  u: number;
  difference: number;
  loss: number;
  /** What arrives at v, as shares of the full force: by itself, and by way of u. */
  direct: number;
  around: number;
  total: number;
}

export function tapeOf({ logXi, c, isOpen }: TapeSetting): Tape {
  const xi = Math.exp(logXi);
  const u = Math.log(c + xi);
  const loss = Math.exp(logXi - u);
  const around = isOpen ? -loss * (xi / (c + xi)) : 0;
  // Of two numbers that cancel, rounding would leave a little.
  const total = isOpen && c === 0 ? 0 : loss + around;
  return { u, difference: logXi - u, loss, direct: loss, around, total };
}
