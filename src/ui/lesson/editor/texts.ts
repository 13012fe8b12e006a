import { defineTexts } from "../../../i18n/message";

/** What the editor of lessons says. */
export const texts = defineTexts("lessonEditor", {
  title: "Make a lesson",
  editTitle: "Edit the lesson",
  about: "A link that opens this experiment with your task, and only what your students need of the page.",
  ownFiles: "This experiment uses files of your own: whoever opens the link has to bring them.",
  words: {
    title: "Title",
    task: "Task",
    hint: "**strong**, *emphasis*, `code`, - lists, [links](https://example.org), $formulas$",
    preview: "As students see it",
    left: "{n, plural, one {1 character} other {# characters}} left",
  },
  shown: {
    label: "What is shown",
    now: "As I see it now",
    nowHint: "Takes the panels, the zoom and the projector mode of the page behind this window",
    projector: "Opens in projector mode: large letters",
    zoom: "Charts show {from} to {to} of the x axis",
    names: {
      forces: "Forces on one anchor",
      overlay: "Runs drawn behind",
      chartOptions: "Options of the charts",
      runs: "Runs",
      tour: "Guided tour",
      tabs: "The other pages",
      tools: "Tools at the top",
    },
  },
  controls: {
    label: "What can be used",
    states: { open: "Free", locked: "Locked", hidden: "Hidden" },
    names: {
      play: "Play and pause",
      step: "One step",
      reset: "Reset",
      presets: "Other experiments",
      data: "Other data",
      settings: "All settings",
    },
    except: { open: "Locked all the same", locked: "Free all the same", hidden: "There all the same" },
    exceptions: "Choose settings",
  },
  steps: {
    label: "Steps",
    start: "Trained when it opens",
    startHint: "0: nothing trains until Play is pressed",
    stop: "Training stops at step",
    stopHint: "Empty: at the end of the run",
  },
  ask: {
    label: "Prediction",
    kind: "Asked before the run",
    kinds: { none: "Nothing", between: "Higher of two arms", growth: "Rise of one arm" },
    metric: "What is measured",
    first: "First arm",
    second: "Second arm",
    arm: "Arm",
    own: "Question, in your words",
    same: "Choose two different arms.",
  },
  link: {
    label: "Link",
    length: "{n, plural, one {1 character} other {# characters}}",
    long: "Longer than {limit, number} characters: some programs cut such links. A shorter task helps most.",
    copy: "Copy the link",
    copied: "Copied",
    notCopied: "Not copied: select it instead",
    open: "Open as a student",
    opens: "Opens in another tab",
    qr: "QR code",
    large: "Show it large",
  },
});

declare module "../../../i18n/message" {
  interface TextRooms {
    lessonEditor: typeof texts;
  }
}
