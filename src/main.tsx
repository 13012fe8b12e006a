// In a layer, so that the page's own styles win whatever file the build puts them into.
import "@mantine/core/styles.layer.css";
import "./ui/theme.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { cacheStore } from "./data/download/store";
import { APP } from "./record/build";
import { boot, windowAddress } from "./session/boot";
import { createPlayground } from "./session/playground";
import { createApi, type PlaygroundApi } from "./session/playgroundApi";
import { historyIn } from "./storage/history";
import { labsIn } from "./storage/labArchive";
import { browserStores } from "./storage/stores";
import { App } from "./ui/App";
import { startLanguage } from "./ui/language/start";
import { createTrainingClient } from "./worker/client";

declare global {
  interface Window {
    playground: PlaygroundApi;
  }
}

const service = createTrainingClient((said) => playground.notify("workerCrashed", said));
const stores = browserStores();
const kept = { history: historyIn(stores.runs), labArchive: labsIn(stores.labs) };
// Only secure addresses have a cache.
const downloads = "caches" in window ? cacheStore(caches) : undefined;
const playground = createPlayground(service, { ...kept, downloads });
window.playground = createApi(playground, APP.version, boot(playground, windowAddress(window)));

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element #root.");
await startLanguage();
createRoot(root).render(
  <StrictMode>
    <App playground={playground} />
  </StrictMode>,
);
