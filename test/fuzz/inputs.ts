import fc from "fast-check";

/** What strangers could send: things of the right kind with something wrong in them, and anything at all. */

const NASTY = [
  "__proto__",
  "constructor",
  "prototype",
  "toString",
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  "</script><script>",
  '"><svg onload=alert(1)>',
  "=cmd|' /C calc'!A0",
  "\u202e\u0000\ud800",
  "%E0%A4%A",
  "1e999",
  "-0",
  "NaN",
];

export const nasty: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.double().map(String),
);

/** Pieces of a language, in any order, with other things among them. */
export function sentenceOf(words: readonly string[], most = 40): fc.Arbitrary<string> {
  const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...words) }, nasty);
  return fc.array(word, { maxLength: most }).map((parts) => parts.join(""));
}

const anything: fc.Arbitrary<unknown> = fc.anything({
  key: fc.oneof(nasty, fc.string()),
  maxDepth: 3,
  withNullPrototype: true,
});

type Path = readonly (string | number)[];

/** Every place in a document, without its root. */
function placesOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => [[...at, key], ...placesOf(part, [...at, key])]);
}

/** A document with something else at one to three of its places, more beside them, or some of them gone. */
export function damagedDocument(whole: object): fc.Arbitrary<unknown> {
  const places = placesOf(whole);
  const damage = fc.record({ place: fc.constantFrom(...places), value: fc.oneof(nasty, fc.jsonValue(), anything) });
  const changed = fc.tuple(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.boolean()).map(([damages, isGone]) => {
    const copy: unknown = structuredClone(whole);
    for (const { place, value } of damages) put(copy, place, value, isGone);
    return copy;
  });
  return fc.oneof({ weight: 4, arbitrary: changed }, anything);
}

function put(document: unknown, place: Path, value: unknown, isGone: boolean): void {
  let holder = document as Record<string, unknown>;
  for (const key of place.slice(0, -1)) {
    const next = holder[key];
    if (typeof next !== "object" || next === null) return;
    holder = next as Record<string, unknown>;
  }
  const key = String(place.at(-1));
  if (isGone) delete holder[key];
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Bytes with some changed, cut off, or more after them; or any. */
export function damagedBytes(whole: Uint8Array): fc.Arbitrary<Uint8Array> {
  const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { maxLength: 8 });
  const changed = fc
    .tuple(flips, fc.nat(whole.length), fc.boolean(), fc.uint8Array({ maxLength: 16 }))
    .map(([bytes, end, isCut, more]) => {
      const copy = new Uint8Array([...whole.subarray(0, isCut ? end : whole.length), ...(isCut ? [] : more)]);
      for (const [at, value] of bytes) if (at < copy.length) copy[at] = value;
      return copy;
    });
  return fc.oneof({ weight: 4, arbitrary: changed }, fc.uint8Array({ maxLength: 200 }));
}
