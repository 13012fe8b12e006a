import type { Catalog } from "../catalog";

/** A run as a part of another page. */
export const embed: Pick<Catalog, "embed" | "embedDialog"> = {
  embed: {
    play: "Abspielen",
    trains: "Trainiert kleine neuronale Netze in deinem Browser. Nichts verlässt ihn.",
    open: "Ganz öffnen",
    opens: "Ganz öffnen, in einem anderen Tab",
    progress: "Schritt {step} von {steps}",
  },
  embedDialog: {
    title: "Einbetten",
    about:
      "Das Experiment als Teil einer eigenen Seite: ein Titelbild, bis jemand „Abspielen“ drückt, dann diese Bereiche.",
    panels: "Bereiche",
    names: {
      experiment: "Welches Experiment es ist",
      verdict: "Urteil",
      progress: "Fortschritt",
      ceiling: "Die Obergrenze von InfoNCE",
      embedding: "Embedding",
      forces: "Ein Anker",
      pairs: "Augmentierte Paare",
      similarity: "Ähnlichkeit",
      diagnostics: "Alle kleinen Diagramme",
      settings: "Einstellungen",
      chartOptions: "Wie Diagramme gezeichnet sind",
      runs: "Läufe",
    },
    theme: "Farben",
    themes: {
      auto: "Wie bei den Lesenden",
      light: "Hell",
      dark: "Dunkel",
    },
    kind: "Art",
    kinds: {
      script: "Mit einem Skript",
      frame: "Nur ein Rahmen",
    },
    scriptHint: "Der Rahmen ist so hoch wie sein Inhalt, und die Seite kann ihn abspielen und ihm zuhören.",
    frameHint: "Für Orte, an denen keine Skripte erlaubt sind. Der Rahmen behält die hier angegebene Höhe.",
    origin: "Adresse deiner Seite",
    originHint:
      "Nur eine hier genannte Seite darf den Rahmen abspielen und ihm zuhören; steht hier nichts, darf es keine.",
    width: "Breite",
    size: "Etwa {height, number} Pixel hoch bei {width, number} Breite",
    none: "Mindestens einen Bereich wählen.",
    snippet: "Zum Kopieren in die eigene Seite",
    copy: "Kopieren",
    copied: "Kopiert",
    notCopied: "Nicht kopiert: stattdessen markieren",
  },
};
