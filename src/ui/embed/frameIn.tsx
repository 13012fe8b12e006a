import { saidOf } from "../../i18n/errors";
import { translate } from "../../i18n/translate";
import { APP } from "../../record/build";
import { windowAddress } from "../../session/boot";
import { Frame } from "../../session/embed/frame";
import { createPlayground } from "../../session/playground";
import { createApi, type PlaygroundApi } from "../../session/playgroundApi";
import { createTrainingClient } from "../../worker/client";
import { startLanguage } from "../language/start";
import { FrameApp } from "./FrameApp";

/** A frame in a window of its own: a playground that keeps nothing, and the way to its host. */
export async function frameIn(window: Window): Promise<{ api: PlaygroundApi; content: React.ReactNode }> {
  const service = createTrainingClient((said) => playground.notify("recovered", said));
  const playground = createPlayground(service);
  await startLanguage();
  const frame = new Frame({
    playground,
    address: windowAddress(window),
    host: window.parent,
    inWords: (reason) => translate(saidOf(reason)),
    // Nothing is left to scroll then, which a rounding could seem to be.
    followed: () => window.document.documentElement.toggleAttribute("data-followed", true),
  });
  // In a tab of its own it has no host, and would hear itself.
  if (window.parent !== window) window.addEventListener("message", (event) => void frame.receive(event));
  return {
    api: createApi(playground, APP.version, frame.ready),
    content: <FrameApp playground={playground} frame={frame} />,
  };
}
