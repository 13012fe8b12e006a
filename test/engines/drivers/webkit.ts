import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import { firstExisting } from "./paths";
import type { Engine, EnginePage, WindowLook } from "./types";
import { WebDriver } from "./webDriver";

/** WebKit (GTK) over WebDriver, in a display of its own that nobody sees. It has no WebGPU. */
export const webKitEngine: Engine = {
  name: "WebKit",
  missing: () => (findDriver() && findXvfb() ? null : "no WebKit is installed: `apt install webkit2gtk-driver xvfb`"),
  open,
};

const findDriver = () => firstExisting([process.env.WEBKIT_DRIVER, "/usr/bin/WebKitWebDriver"]);
const findXvfb = () => firstExisting(["/usr/bin/xvfb-run"]);
const findBrowser = () =>
  firstExisting([
    "/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
    "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
  ]);

const SCREEN = "-screen 0 2560x1600x24";
/** Most time for the driver to come up, in milliseconds. */
const PATIENCE = 20_000;

async function open(look: WindowLook): Promise<EnginePage> {
  const port = await freePort();
  const driver = startDriver(port, look.scheme);
  try {
    const session = await firstSession(`http://127.0.0.1:${port}`);
    await session.fitWindow(look);
    return {
      async goto(url) {
        await session.goto(url);
        while (!(await session.evaluate<boolean>(hasLoaded(url)))) await wait(50);
        await session.evaluate(LISTEN);
      },
      evaluate: (expression) => session.evaluate(expression),
      screenshot: () => session.screenshot(),
      complaints: () => session.evaluate("window.complaints"),
      async close() {
        await session.close().finally(() => stop(driver));
      },
    };
  } catch (error) {
    stop(driver);
    throw error;
  }
}

/** Whether the page of an address is there, rather than the one before it. */
const hasLoaded = (url: string) =>
  `document.readyState === "complete" && location.href.startsWith(${JSON.stringify(new URL(url).origin)})`;

/** WebDriver has no console: only errors from here on are heard. */
const LISTEN = `(() => {
  window.complaints = [];
  addEventListener("error", ({ message }) => window.complaints.push(message));
  addEventListener("unhandledrejection", ({ reason }) => window.complaints.push(String(reason)));
})()`;

function startDriver(port: number, scheme: WindowLook["scheme"]): ChildProcess {
  const theme = scheme === "dark" ? "Adwaita:dark" : "Adwaita";
  return spawn("xvfb-run", ["-a", "-s", SCREEN, findDriver() ?? "", `--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: { ...process.env, GTK_THEME: theme },
  });
}

/** The driver, its display and its browser are one group of processes. */
function stop({ pid }: ChildProcess): void {
  if (pid) process.kill(-pid);
}

async function firstSession(address: string): Promise<WebDriver> {
  const capabilities = {
    // A picture asked for while the driver waits for a page to load can keep it waiting for good.
    pageLoadStrategy: "none",
    "webkitgtk:browserOptions": { binary: findBrowser() ?? "", args: ["--automation"] },
  };
  const end = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await WebDriver.open(address, capabilities);
    } catch (error) {
      if (Date.now() > end) throw error;
      await wait(250);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
