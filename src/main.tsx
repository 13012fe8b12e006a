// In a layer, so that the page's own styles win whatever file the build puts them into.
import "@mantine/core/styles.layer.css";
import "./ui/theme.css";
import "./ui/forcedColors.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { browserCache } from "./data/download/store";
import { APP } from "./record/build";
import { isFramed } from "./session/address/address";
import { boot, windowAddress } from "./session/boot";
import { browserClaims } from "./session/checkpoints/claims";
import { createPlayground, type Playground } from "./session/playground";
import { createApi, type PlaygroundApi } from "./session/playgroundApi";
import { browserTurn } from "./session/queue/turn";
import { keepOnLeaving } from "./session/runs/onLeaving";
import { browserTabs } from "./session/tabs/tabs";
import { windowVisitor } from "./session/visit/visitor";
import { indexedDbCheckpoints } from "./storage/checkpoints/indexedDbCheckpoints";
import { keptText, sharedText } from "./storage/keptText";
import { labsIn } from "./storage/labArchive";
import { indexedDbOwnFiles } from "./storage/ownFiles";
import { laterHistory } from "./storage/runs/laterHistory";
import { allStored, browserStores } from "./storage/stores";
import { App } from "./ui/App";
import { Boundary, type Fault } from "./ui/faults/Boundary";
import { PageFault } from "./ui/faults/PageFault";
import { reload } from "./ui/faults/reload";
import { watchStyles } from "./ui/faults/styles";
import { startLanguage } from "./ui/language/start";
import { keepOffline } from "./ui/offline";
import { createTrainingClient } from "./worker/client";
import { trustOwnScripts } from "./worker/trusted";

declare global {
  interface Window {
    playground: PlaygroundApi;
  }
}

trustOwnScripts();
watchStyles();
const stores = browserStores();

async function open(): Promise<Playground> {
  const service = createTrainingClient((said) => playground.notify("recovered", said));
  const playground = createPlayground(service, {
    history: laterHistory(async () => (await import("./storage/runs/history")).historyIn(stores.runs)),
    labArchive: labsIn(stores.labs),
    ...("indexedDB" in window ? { checkpoints: indexedDbCheckpoints() } : {}),
    claims: browserClaims(navigator.locks),
    tabs: browserTabs("BroadcastChannel" in window ? (name) => new BroadcastChannel(name) : undefined),
    queue: sharedText(window, "flatnce-queue", "The queue cannot be kept in this browser."),
    lastRun: keptText(() => sessionStorage, "flatnce-last-run", "Which run ended last cannot be kept in this browser."),
    turn: browserTurn(navigator.locks),
    learned: keptText(() => localStorage, "flatnce-learned", "Chapters that are done cannot be kept in this browser."),
    ownFiles: "indexedDB" in window ? indexedDbOwnFiles() : undefined,
    downloads: browserCache(),
  });
  keepOnLeaving(window, playground);
  const visitor = windowVisitor(window);
  const ready = visitor.then((known) => boot(playground, windowAddress(window), known));
  window.playground = createApi(playground, APP.version, ready);
  // The first picture is of the experiment that the address or the device decides on, and stays.
  await Promise.all([startLanguage(), visitor]);
  return playground;
}

/** The page within another one: its own part of the program, without anything that is kept. */
async function openFrame(): Promise<React.ReactNode> {
  const { frameIn } = await import("./ui/embed/frameIn");
  const { api, content } = await frameIn(window);
  window.playground = api;
  return content;
}

const face = (fault: Fault) => <PageFault {...fault} stored={() => allStored(stores)} />;

async function start(): Promise<React.ReactNode> {
  try {
    if (isFramed(windowAddress(window).read())) return await openFrame();
    const opening = open();
    if (import.meta.env.MODE !== "development")
      keepOffline(window, (kind) => void opening.then((it) => it.notify(kind, null)));
    const playground = await opening;
    return (
      <Boundary resetOn={[]} face={face}>
        <App playground={playground} />
      </Boundary>
    );
  } catch (error) {
    console.error(error);
    return face({ error, place: "", retry: reload });
  }
}

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element #root.");
// Not awaited: chunks that come later import this one, and would wait for it while it waits for them.
void start().then((content) => createRoot(root).render(<StrictMode>{content}</StrictMode>));
