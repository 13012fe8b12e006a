import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { trustOwnScripts } from "../../src/worker/trusted";

it("lets only this site's addresses become workers, and no text become a script or markup", () => {
  const made: [name: string, rules: Record<string, (url: string) => string | null>][] = [];
  const trustedTypes = { createPolicy: (...policy: (typeof made)[number]) => made.push(policy) };
  const location = { href: "https://a.example/page/" };
  runInNewContext(`(${trustOwnScripts})()`, { trustedTypes, origin: "https://a.example", location, URL });
  const [[name, rules]] = made as [(typeof made)[number]];
  expect([name, Object.keys(rules)]).toEqual(["default", ["createScriptURL"]]);
  const trusted = ["./sw.js", "https://a.example/x.js", "blob:https://a.example/1", "https://b.example/x.js"].filter(
    (url) => rules.createScriptURL?.(url) === url,
  );
  expect(trusted).toEqual(["./sw.js", "https://a.example/x.js", "blob:https://a.example/1"]);
  expect(rules.createScriptURL?.("data:text/javascript,1")).toBeNull();
});

it("does nothing where a browser has no Trusted Types", () => {
  expect(() => runInNewContext(`(${trustOwnScripts})()`, { location: { href: "" } })).not.toThrow();
});
