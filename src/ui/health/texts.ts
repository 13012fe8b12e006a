import { defineTexts } from "../../i18n/message";

/** How the page is. */
export const texts = defineTexts("health", {
  title: "Health",
  about: "For a report of what does not work. Nothing in it says who you are, what you typed or which files you have.",
  copy: "Copy as text",
  copied: "Copied",
  asking: "Asking the browser",
  yes: "yes",
  no: "no",
  unknown: "not said",
  none: "none",
  parts: {
    computes: "Computes on",
    kept: "Kept in this browser",
    page: "The page",
    faults: "What went wrong in this visit",
  },
  rows: {
    backend: "Backend",
    kernels: "Kernels and their self-check",
    refused: "Not taken",
    cores: "Processor cores",
    limits: "Limits of the GPU",
    used: "Storage",
    ofQuota: "{used} of {quota}",
    persisted: "Safe from being cleared",
    runs: "Runs",
    runsOf: "{count, number} ({size})",
    checkpoints: "Checkpoints",
    downloads: "Downloads",
    ownFiles: "Own files",
    version: "Version",
    isolated: "Isolated (threads for WebAssembly)",
    headers: "Headers of the host",
    missing: "Headers that it lacks",
    offline: "Opens without a network",
  },
  fused: "fused, checked",
  reference: "TensorFlow.js's own operations",
  failed: "TensorFlow.js's own operations: {reason}",
  parcels: "Licences of the parts",
  bill: "Bill of materials",
});

declare module "../../i18n/message" {
  interface TextRooms {
    health: typeof texts;
  }
}
