import { defineTexts } from "../../i18n/message";

/** What the frame around the pages says: top bar, notices, help. */
export const texts = defineTexts("shell", {
  app: {
    name: "FlatNCE Playground",
    skip: { charts: "Skip to the charts", settings: "Skip to the settings", runs: "Skip to the runs" },
  },
  keys: {
    " ": "Space",
    ArrowRight: "\u2192",
    ArrowLeft: "\u2190",
    Escape: "Esc",
    PageDown: "Page Down",
    PageUp: "Page Up",
  },
  pages: {
    title: "Pages",
    race: "Race",
    learn: "Learn",
    loading: "Loading the page",
  },
  /** In front of the page's name, in the browser's tab. */
  tab: {
    paused: "Paused at {share}",
    done: "Done",
    outcome: "Done: {arm} {difference}",
    undecided: "Done: no difference detected",
    failed: "Stopped by an error",
  },
  topBar: {
    controls: "Training",
    /** Of the button of a run that is over: what it trains now, and why. */
    again: { next: "Run the changes", fromStart: "Run from the start", moreSeeds: "Run more seeds" },
    againHints: {
      next: "A new run of the settings as they are now. The one that is over stays among the runs.",
      fromStart:
        "A new run, from step 0, of the settings that this one had at its end. The one that is over stays among the runs.",
      moreSeeds:
        "A new run of the same settings on seeds that were not run yet; grouped by settings, the runs are judged together. The one that is over stays among them.",
    },
    rerun: "Other ways to run again",
    step: "Step",
    of: "of {steps}",
    rate: "steps/s",
    timing: "{js} ms JS + {rest} ms",
    gpuTiming: "{js} ms JS, {gpu} ms GPU",
    timingHint: "Time per step: JavaScript that queues the step, and the rest, in which the device computes.",
    timingParts:
      "A step takes {total} ms: {js} ms of JavaScript that queues it, {wait} ms of waiting for the device. {device}",
    /** The end of it. */
    withoutClock: "This device does not say how long its own work takes.",
    withClock: "By its own clock the GPU computes for {gpu} ms, while JavaScript goes on.",
    timeLeft: "{time} left",
    timeLeftBetween: "{least}\u2013{most} left",
    export: "Export",
    /** The menu of how the page looks. */
    more: "The page",
    tools: "Page",
    picture: "{chart} chart (PNG)",
    fineTuning: "fine-tuning, {share}",
    states: {
      none: "no run",
      starting: "preparing",
      ready: "ready",
      paused: "paused",
      running: "training",
      finished: "finished",
      early: "ended early",
      failed: "stopped by an error",
    },
  },
  backend: {
    names: { webgpu: "WebGPU", webgl: "WebGL", wasm: "WASM", cpu: "CPU", pytorch: "PyTorch" },
    title: "Where the training runs",
    refused: "Why not a better one",
    best: "This is the best backend that there is.",
    pending: "Choosing a backend",
    software: "software",
    softwareNotice:
      "This adapter computes on the CPU, so training is slow. With a GPU and its driver enabled in the browser it is many times faster.",
    composed:
      "Without a kernel here: {arms}. TensorFlow.js's own operations work these out, more slowly; the other arms keep their kernels.",
    force: "To force another one, choose it under Settings, Device, or add backend=wasm to the address.",
  },
  notices: {
    dismiss: "Dismiss",
    retry: "Try again",
    reload: "Reload",
    /** Of errors that are not listed. */
    more: "and {count, number} more",
    softwareTitle: "No GPU is in use",
    kernelsTitle: "The fused kernels are not in use",
    kernelsRefused:
      "On this device {reason}, so training takes TensorFlow.js's own operations, which are slower and right.",
    startFailed: "The run could not be started; the one that was there is kept.",
    waitsForPlay: "This experiment is prepared when you press Play.",
    runFailed: "The run stopped. What was measured before stays.",
    workerMissing: "The training worker could not be loaded.",
    workerCrashed: "The run stopped. Reload the page to go on with it.",
    recovered: "The run was interrupted, and goes on by itself.",
    invalidAddress: "Some fields of the address could not be read; the rest is kept.",
    invalidConfig: "These settings are not possible together.",
    historyUnavailable: "Past runs cannot be kept in this browser.",
    storageFull:
      "This device has no room left for the curves of a run. The run goes on; what was kept before is unharmed.",
    runNotOpened: "The run cannot be shown.",
    notQueued: "Nothing was added to the queue.",
    runsElsewhere: "Not everything was deleted.",
    filesNotKept: "The files could not be kept on this device; they are gone with a reload.",
    settingsLocked: "What is locked stayed as it is.",
    changeRefused: "The run could not take the change over, and goes on as it was.",
    checkpointRefused: "The checkpoint could not be opened. The run that is there goes on.",
    checkpointsNotKept: "The run goes on, but no checkpoint of it could be kept: a reload would end it.",
    otherAdapter: "The run goes on elsewhere than it was trained before.",
    savingFailed: "The file could not be saved.",
    runsLeftOut: "Not every run is in the file.",
    copyingFailed: "The picture could not be copied.",
    labsUnavailable: "The labs' measurements cannot be kept in this browser; they are lost with a reload.",
    updateWaiting: "A new version of this page is there.",
    updatedElsewhere:
      "Another tab has taken a new version of this page. This one needs it before it can load anything more.",
    takeUpdate: "Keep the run and reload",
    labNotOpened: "The document could not be opened. What is shown stays.",
  },
  help: {
    title: "Keyboard shortcuts",
    close: "Close",
    /** Of keys that do several things, one at a time. */
    shared: {
      " ": "Play or pause; after a run, more seeds, or what was set since; in a lab, measure or pause",
      ArrowRight: "One step further; in Learn, the next chapter",
      Escape: "Leave what is chosen in the views, unpin the step, or bring back all charts",
    },
    charts:
      "Inside a chart, the left and right arrows move the cursor of all charts, + and \u2212 zoom around it, 0 or a double press shows all again. A press or Enter pins the step under the cursor, Esc takes it out. Where all is shown, a double press enlarges the chart, and so does Enter without a cursor; Esc brings all back.",
  },
});

declare module "../../i18n/message" {
  interface TextRooms {
    shell: typeof texts;
  }
}
