import { chromiumEngine } from "./chromium";
import { firefoxEngine } from "./firefox";
import { webKitEngine } from "./webkit";

/** The engines that the page is tried on. */
export const ENGINES = { chromium: chromiumEngine, firefox: firefoxEngine, webkit: webKitEngine };
