/**
 * Numbers that stand for something else, all in one place, since whoever writes them and whoever looks for them have to
 * agree. They are finite: an infinity would leave NaN behind in a difference.
 */

/** A logit or a logarithm that is none: exp of its difference with any other is exactly 0. */
export const EXCLUDED = -1e9;
/** What a memory holds on a logarithm's place before anything was kept. */
export const NEVER = -1e9;
/** Every logit and every logarithm that is one lies above this, and both of the above below. */
export const LOWEST = -1e8;
