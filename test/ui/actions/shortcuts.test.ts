import { describe, expect, it } from "vitest";
import { actionFor } from "../../../src/session/actions";
import { freshState } from "../../../src/session/playgroundState";
import { shortcutOf } from "../../../src/ui/actions/shortcuts";
import { keyName, withKey } from "../../../src/ui/shell/keyName";

const press = (key: string, held: Partial<Parameters<typeof shortcutOf>[0]> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("a shortcut", () => {
  it("is the key alone where nothing is held but Shift, which makes another key", () => {
    expect(shortcutOf(press("?", { shiftKey: true }), false)).toBe("?");
    expect(shortcutOf(press(" "), true)).toBe(" ");
  });

  it("has the modifiers before it, and Mod for what the platform uses", () => {
    expect(shortcutOf(press("z", { ctrlKey: true }), false)).toBe("Mod+z");
    expect(shortcutOf(press("Z", { metaKey: true, shiftKey: true }), true)).toBe("Mod+Shift+z");
    expect(shortcutOf(press("z", { ctrlKey: true }), true)).toBe("Ctrl+z");
    expect(shortcutOf(press("z", { metaKey: true }), false)).toBe("Meta+z");
    expect(shortcutOf(press("я", { ctrlKey: true, code: "KeyZ" }), false)).toBe("Mod+z");
  });

  it("is none where the browser does not say which key, as when it fills in a form", () => {
    const unnamed = { ...press(""), key: undefined };
    expect([shortcutOf(unnamed), shortcutOf({ ...unnamed, ctrlKey: true })]).toEqual(["", ""]);
    expect(actionFor(shortcutOf(unnamed), freshState())).toBeUndefined();
  });

  it("is written as on the keyboard", () => {
    expect([keyName("Mod+Shift+z", false), keyName("Mod+Shift+z", true)]).toEqual(["Ctrl+Shift+Z", "⇧⌘Z"]);
    expect([keyName(" ", false), keyName("+", false), keyName("r", true)]).toEqual(["Space", "+", "R"]);
    expect([withKey("Reset", "r"), withKey("Reset", undefined)]).toEqual(["Reset (R)", "Reset"]);
  });
});
