import fc from "fast-check";

/** What happens to files: they are cut short, changed, mixed up, or made to promise what they do not hold. */

type Damage = (bytes: Uint8Array) => Uint8Array;

/** Heads and tails are where formats keep their promises. */
const place = fc.oneof(fc.nat(100), fc.integer({ min: -200, max: -1 }), fc.nat(200_000));
/** Numbers that someone may have checked badly, as they stand in 1 to 8 bytes. */
const claim = fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff, 2 ** 53);
const within = (at: number, { length }: Uint8Array) => (length === 0 ? 0 : ((at % length) + length) % length);

const cut = fc.double({ min: 0, max: 1, noNaN: true }).map(
  (share): Damage =>
    (bytes) =>
      bytes.slice(0, Math.floor(share * bytes.length)),
);

const flip = fc.tuple(place, fc.nat(7)).map(
  ([at, bit]): Damage =>
    (bytes) => {
      const copy = bytes.slice();
      if (copy.length > 0) copy[within(at, copy)]! ^= 1 << bit;
      return copy;
    },
);

const overwrite = fc.tuple(place, claim, fc.constantFrom(1, 2, 4, 8), fc.boolean()).map(
  ([at, value, size, littleEndian]): Damage =>
    (bytes) => {
      const copy = bytes.slice();
      const start = within(at, copy);
      for (let i = 0; i < size && start + i < copy.length; i++)
        copy[start + i] = Math.floor(value / 256 ** (littleEndian ? i : size - 1 - i)) & 255;
      return copy;
    },
);

const insert = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 40 })).map(
  ([at, more]): Damage =>
    (bytes) => {
      const start = within(at, bytes);
      return joined(bytes.subarray(0, start), more, bytes.subarray(start));
    },
);

const remove = fc.tuple(place, fc.integer({ min: 1, max: 600 })).map(
  ([at, length]): Damage =>
    (bytes) => {
      const start = within(at, bytes);
      return joined(bytes.subarray(0, start), bytes.subarray(start + length));
    },
);

/** Two parts change places, or one is there twice. */
const repeat = fc.tuple(place, place, fc.integer({ min: 1, max: 600 })).map(
  ([from, to, length]): Damage =>
    (bytes) => {
      const start = within(to, bytes);
      const part = bytes.subarray(within(from, bytes), within(from, bytes) + length);
      return joined(bytes.subarray(0, start), part, bytes.subarray(start));
    },
);

const replace = fc.tuple(fc.nat(40), fc.uint8Array({ maxLength: 300 })).map(
  ([kept, rest]): Damage =>
    (bytes) =>
      joined(bytes.subarray(0, kept), rest),
);

/** One to four damages, one after the other. */
export const damage: fc.Arbitrary<Damage> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: flip },
      { weight: 3, arbitrary: overwrite },
      ...[cut, insert, remove, repeat, replace].map((arbitrary) => ({ weight: 1, arbitrary })),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(
    (all): Damage =>
      (bytes) =>
        all.reduce((changed, change) => change(changed), bytes),
  );

function joined(...parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
