import { describe, expect, it } from "vitest";
import { presetConfig } from "../../../src/config/presets";
import { parseUrl } from "../../../src/session/address/address";
import { expectedHeight } from "../../../src/session/embed/size";
import { frameElement, frameScript, type Wanted } from "../../../src/session/embed/snippet";
import { state } from "../urlStates";

const wanted: Wanted = {
  site: "https://playground.example/lab/",
  panels: ["loss", "verdict"],
  theme: "dark",
  origin: "https://a.org",
  title: 'Two "losses" & more',
  height: 480,
};
const arms = [{ objective: "infoNce" as const, label: "</script><b>&" }, { objective: "flatNce" as const }];
const shown = state({ presetId: "points", config: { ...presetConfig("points"), batchSize: 8, arms } });

describe("the text that puts a frame into a page", () => {
  it("is an element whose address is the experiment, read back as it was", () => {
    const text = frameElement(shown, wanted);
    expect(text).toContain('height="480"');
    expect(text).toContain('title="Two &quot;losses&quot; &amp; more"');
    const src = /src="([^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    expect(src.startsWith("https://playground.example/lab/#preset=points&")).toBe(true);
    const read = parseUrl(src.slice(src.indexOf("#")));
    expect(read).toMatchObject({ presetId: "points", config: shown.config, errors: [] });
    expect(read.embed).toEqual({ on: true, origins: ["https://a.org"], theme: "dark" });
    expect(read.arrangement.panels).toEqual(["loss", "verdict"]);
  });

  it("is a script whose options are the experiment, and which no label ends", () => {
    const text = frameScript(shown, wanted);
    expect(text.match(/<\/script>/g)).toHaveLength(2);
    const options = JSON.parse(/FlatNCE\.mount\("#flatnce", (\{[\s\S]*\})\)/.exec(text)?.[1] ?? "");
    expect(options).toMatchObject({ panels: ["loss", "verdict"], theme: "dark", settings: { preset: "points" } });
    const entries = Object.entries<string>(options.settings).map((entry) => entry.map(encodeURIComponent).join("="));
    expect(parseUrl(`#${entries.join("&")}`)).toMatchObject({ config: shown.config, errors: [] });
  });
});

describe("the height that a frame is expected to have", () => {
  it("grows with what it shows, and where there is no room beside", () => {
    expect(expectedHeight(["loss", "accuracy"], 1000)).toBe(expectedHeight(["loss"], 1000));
    expect(expectedHeight(["loss", "accuracy"], 480)).toBeGreaterThan(expectedHeight(["loss"], 480) + 200);
    expect(expectedHeight(["loss", "verdict"], 480)).toBeGreaterThan(expectedHeight(["loss"], 480));
  });
});
