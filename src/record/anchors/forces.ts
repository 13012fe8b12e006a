/**
 * The forces of a loss on the embedding of one anchor, from cosines alone. An anchor u moves on the unit sphere, so that only
 * what is tangential there moves it: of two views x and y, the tangential parts t_x and t_y have the inner product
 * x.y - (u.x)(u.y), whatever the dimension.
 */

/** In the plane of the pull and the push, the pull along the first axis. */
export type Vector = readonly [x: number, y: number];

export interface Forces {
  /** Towards the positive: strength * t_p. */
  pull: Vector;
  /** Away from all negatives: -strength * sum of share_n t_n. */
  push: Vector;
  /** Both: minus the gradient of the anchor's loss with respect to its embedding on the sphere. */
  total: Vector;
  /** The parts of the push, in the order of the negatives, as they look from above that plane. */
  pushes: Vector[];
}

interface Acting {
  /** Of any two views of the batch. */
  cosine: (a: number, b: number) => number;
  anchor: number;
  positive: number;
  negatives: readonly number[];
  /** Of each negative in the push; they sum to 1. */
  shares: readonly number[];
  /** Weight of the anchor / temperature. */
  strength: number;
}

/** What is less than rounding leaves of a length is none. */
const NOTHING = 1e-9;

/** The pull, the push and their sum to one scale, whose unit is a force of strength 1 at a right angle to the anchor. */
export function forcesOn({ cosine, anchor, positive, negatives, shares, strength }: Acting): Forces {
  const inner = (a: number, b: number) => cosine(a, b) - cosine(anchor, a) * cosine(anchor, b);
  const withPush = (view: number) => -sum(negatives.map((n, i) => (shares[i] as number) * inner(view, n)));
  const ofNegatives = negatives.map(withPush);
  const axes = frame({
    pull: Math.sqrt(Math.max(0, inner(positive, positive))),
    along: withPush(positive),
    squared: -sum(ofNegatives.map((product, i) => (shares[i] as number) * product)),
  });
  const pushes = negatives.map((n, i) => {
    const weight = -strength * (shares[i] as number);
    return scaled(axes.place(inner(positive, n), ofNegatives[i] as number), weight);
  });
  const [pull, push] = [scaled(axes.pull, strength), scaled(axes.push, strength)];
  return { pull, push, total: [pull[0] + push[0], pull[1] + push[1]], pushes };
}

/**
 * A plane through the pull and the push.
 * @param pull length of the pull; `along` inner product of pull and push; `squared` square of the push's length
 */
function frame({ pull, along, squared }: { pull: number; along: number; squared: number }) {
  const length = Math.sqrt(Math.max(0, squared));
  const x = pull > NOTHING ? along / pull : 0;
  const y = Math.sqrt(Math.max(0, length ** 2 - x ** 2));
  const place = (withPull: number, withPush: number): Vector => {
    const first = pull > NOTHING ? withPull / pull : 0;
    return [first, y > NOTHING ? (withPush - first * x) / y : 0];
  };
  return { pull: [pull, 0] as Vector, push: [x, y] as Vector, place };
}

export function lengthOf([x, y]: Vector): number {
  return Math.hypot(x, y);
}

function scaled([x, y]: Vector, factor: number): Vector {
  return [x * factor, y * factor];
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
