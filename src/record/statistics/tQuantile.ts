/**
 * Quantiles of Student's t for whole degrees of freedom, by their closed form (Abramowitz and Stegun, 26.7.3 and 26.7.4): a
 * package that knows them for any number brings 222 others.
 */

/** Rounds after which Newton's method has long arrived. */
const MOST_ROUNDS = 100;

/**
 * The t below which a share `probability` of the distribution lies, to about 13 digits.
 *
 * @param degrees of freedom, a positive integer
 * @throws RangeError where the probability is not between 0 and 1, or the degrees are no positive integer
 */
export function tQuantile(probability: number, degrees: number): number {
  if (!(probability > 0 && probability < 1)) throw new RangeError(`A probability of ${probability} has no quantile.`);
  if (!(Number.isInteger(degrees) && degrees > 0)) throw new RangeError(`There are no ${degrees} degrees of freedom.`);
  const within = Math.abs(2 * probability - 1);
  return Math.sign(probability - 0.5) * Math.sqrt(degrees) * Math.tan(angleOf(within, degrees));
}

/**
 * The same for degrees of freedom between whole numbers: on a straight line over their reciprocals, which lies a little above.
 *
 * @param degrees of freedom, 1 at least
 */
export function tQuantileBetween(probability: number, degrees: number): number {
  const below = Math.floor(degrees);
  const low = tQuantile(probability, below);
  const share = (1 / below - 1 / degrees) / (1 / below - 1 / (below + 1));
  return share === 0 ? low : low + share * (tQuantile(probability, below + 1) - low);
}

/**
 * The angle atan(t / sqrt(degrees)) whose |T| < t has that probability. It is a concave function of the angle, so Newton's
 * steps from 0 come up to it from below and never pass it.
 */
function angleOf(within: number, degrees: number): number {
  const density = densityAtZero(degrees);
  let angle = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const missing = within - probabilityWithin(angle, degrees);
    const next = angle + missing / (density * Math.cos(angle) ** (degrees - 1));
    if (!(next > angle)) break;
    angle = next;
  }
  return angle;
}

/** P(|T| < t). */
function probabilityWithin(angle: number, degrees: number): number {
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const isOdd = degrees % 2 === 1;
  let term = isOdd ? cosine : 1;
  let sum = degrees === 1 ? 0 : term;
  for (let k = isOdd ? 2 : 1; k < degrees - 2; k += 2) {
    term *= (k / (k + 1)) * cosine ** 2;
    sum += term;
  }
  return isOdd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum;
}

/** Its derivative in the angle is this times cos(angle)^(degrees - 1). */
function densityAtZero(degrees: number): number {
  let density = degrees % 2 === 1 ? 2 / Math.PI : 1;
  for (let k = degrees % 2 === 1 ? 1 : 2; k < degrees; k += 2) density *= (k + 1) / k;
  return density;
}
