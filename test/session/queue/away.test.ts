import { describe, expect, it, vi } from "vitest";
import { verbatim } from "../../../src/i18n/errors";
import { notifyAway } from "../../../src/session/queue/notify";

/** A window of which somebody looks at another one. */
function windowWith(permission: NotificationPermission, hidden = true) {
  const shown: string[] = [];
  class Note {
    static permission = permission;
    static requestPermission = () => expect.unreachable();
    constructor(_title: string, { body }: { body: string }) {
      shown.push(body);
    }
  }
  const fake = { Notification: Note, document: { hidden, title: "the page" } };
  return { fake: fake as unknown as Parameters<typeof notifyAway>[0], shown };
}

describe("the end of a queue that nobody looks at", () => {
  it("is shown by the browser where that was allowed, and nobody is asked", () => {
    const shownBy = (...about: Parameters<typeof windowWith>) => {
      const { fake, shown } = windowWith(...about);
      notifyAway(fake, verbatim("through"));
      return shown;
    };
    expect(shownBy("granted")).toEqual(["through"]);
    expect(shownBy("granted", false)).toEqual([]);
    expect(shownBy("default")).toEqual([]);
    expect(shownBy("denied")).toEqual([]);
  });

  it("is none where the browser has no notifications, or lets a page make none", () => {
    const info = vi.spyOn(console, "info").mockImplementation(() => undefined);
    const document = { hidden: true, title: "" };
    notifyAway({ document } as unknown as Window, verbatim("through"));
    const refuses = Object.assign(
      () => {
        throw new TypeError("Illegal constructor");
      },
      { permission: "granted" },
    );
    notifyAway({ document, Notification: refuses } as unknown as Window, verbatim("through"));
    expect(info).toHaveBeenCalledOnce();
    info.mockRestore();
  });
});
