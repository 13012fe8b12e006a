import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatUrl, parseUrl, withQuery } from "../../../src/session/address/address";
import { readOrigin } from "../../../src/session/embed/origins";
import { THEMES } from "../../../src/session/embed/part";
import { state } from "../urlStates";

const origin = fc
  .tuple(
    fc.constantFrom("https", "http"),
    fc.domain(),
    fc.option(fc.integer({ min: 1, max: 65535 }), { nil: undefined }),
  )
  .map(([scheme, host, port]) => new URL(`${scheme}://${host}${port === undefined ? "" : `:${port}`}`).origin);

describe("the address of a frame", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(fc.uniqueArray(origin, { maxLength: 3 }), fc.constantFrom(...THEMES), (origins, theme) => {
        const written = state({ embed: { on: true, origins, theme } });
        const read = parseUrl(`#${formatUrl(written)}`);
        expect(read.errors).toEqual([]);
        expect(read.embed).toEqual({ on: true, origins, theme });
      }),
    );
  });

  it("asks for a frame by its word alone, before the # as well", () => {
    expect(parseUrl("#embed&preset=points").embed.on).toBe(true);
    expect(parseUrl(withQuery("#preset=points", "?embed")).embed.on).toBe(true);
    expect(parseUrl("#embed=0").embed.on).toBe(false);
    expect(parseUrl("#embed=yes").errors.map(({ path }) => path)).toEqual(["embed"]);
  });

  it("shows a few panels where it names none", () => {
    expect(parseUrl("#embed").arrangement.panels).toEqual(["loss", "verdict", "variance", "progress"]);
    expect(parseUrl("#embed&panels=views").arrangement.panels).toEqual(["views"]);
    expect(parseUrl("#preset=points").arrangement.panels).toEqual([]);
  });
});

describe("an origin", () => {
  it("is taken in any spelling, and kept as browsers say it", () => {
    expect(["https://Example.org", "https://example.org:443/", "http://localhost:8080"].map(readOrigin)).toEqual([
      "https://example.org",
      "https://example.org",
      "http://localhost:8080",
    ]);
  });

  it("is no pattern, no path, no other scheme, and nobody's", () => {
    const refused = [
      "*",
      "https://*.example.org",
      "null",
      "https://a.org/b",
      "https://a.org?x",
      "https://u@a.org",
      "a.org",
    ];
    for (const text of [...refused, "javascript:alert(1)", "data:text/html,", "file:///a", "", "https://"])
      expect(readOrigin(text), text).toBeInstanceOf(Error);
    const { errors, embed } = parseUrl("#embed&embed.origins=*,https://a.org,null,https://b.org/path");
    expect(embed.origins).toEqual(["https://a.org"]);
    expect(errors.map(({ path }) => path)).toEqual(["embed.origins", "embed.origins", "embed.origins"]);
  });

  it("is never anything but an origin, whatever is written", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ maxLength: 30 })), (text) => {
        const read = readOrigin(text);
        if (typeof read === "string") expect(new URL(read).origin).toBe(read);
      }),
    );
  });
});
