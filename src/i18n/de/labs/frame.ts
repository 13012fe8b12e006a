import type { Catalog } from "../../catalog";

/** What all labs have around them. */
export const frame: Pick<Catalog, "labFrame" | "labs"> = {
  labFrame: {
    settings: "Einstellungen des Labors",
    run: "Messung",
    progress: "Fortschritt der Messung",
    buttons: {
      run: "Ausführen",
      continue: "Fortsetzen",
      again: "Erneut ausführen",
      startOver: "Von vorn beginnen",
      pause: "Pause",
      cancel: "Abbrechen",
    },
    phases: {
      idle: "noch nicht gemessen",
      waiting: "wartet, bis es an der Reihe ist",
      running: "misst",
      stopped: "pausiert, das Gemessene bleibt; „Fortsetzen“ wiederholt nur, was gerade im Gang war",
      begun: "pausiert, bevor etwas vollständig war; „Fortsetzen“ beginnt von vorn",
      loading: "die Daten werden geladen: {percent}",
      finished: "vollständig",
    },
    failed: "Durch einen Fehler beendet: {reason}",
    done: "{done} von {total} {unit}",
    kept: "{rows, plural, one {1 Zeile} other {# Zeilen}}, von früher aufbewahrt",
    earlier: {
      title: "Früher gemessen, mit anderen Einstellungen",
      show: "Zeigen, was am {when} gemessen wurde",
      rows: "{rows, plural, one {1 Zeile} other {# Zeilen}}",
    },
    device: "Gemessen auf {backend}: {adapter}",
    nothingStored:
      "Hier ist nichts in der Seite gespeichert: es wird auf deinem Rechner gemessen. Das Rennen pausiert solange.",
    export: "Messung exportieren",
    exportCsv: "Zeilen (CSV)",
    exportJson: "Dokument (JSON)",
    empty: {
      waiting: "Zum Messen „Ausführen“ drücken.",
      measuring: "Erscheint, sobald es gemessen ist.",
      invalid: "Einige Einstellungen sind falsch; sie sagen, warum.",
    },
    chart: "Diagramm: {title}. Sein Menü zeigt es als Tabelle.",
    guide: "Lesehilfe",
    lookFor: "Worauf zu achten ist",
    falsified: "Was es widerlegen würde",
  },
  labs: {
    sweep: {
      name: "Sweep",
    },
    bound: {
      name: "Schranke",
    },
    precision: {
      name: "Präzision",
    },
    advice: {
      name: "Beratung",
    },
  },
};
