import type { Catalog } from "../../catalog";

/** What all labs have around them. */
export const frame: Pick<Catalog, "labFrame" | "labDocuments" | "labs"> = {
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
    open: "Ein Dokument (JSON) öffnen, das anderswo gemessen wurde",
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
  labDocuments: {
    whole: "{name} ist geöffnet und vollständig.",
    wholeCells: "{name} ist geöffnet: {total, plural, one {seine # Zelle ist} other {alle # Zellen sind}} da.",
    part: "{name} ist geöffnet: ein Teil fehlt.",
    partCells:
      "{name} ist geöffnet: {missing} von {total, plural, one {# Zelle} other {# Zellen}} {missing, plural, one {fehlt} other {fehlen}}.",
    lacks: "{opened} Eine frühere Version hat es gemessen, ohne {metrics}.",
    goesOn: "{opened} „Fortsetzen“ misst, was fehlt.",
    beginsAnew:
      "{opened} Gemessen wurde auf {before}; Zahlen zweier Geräte werden nicht gemischt, „Fortsetzen“ würde also auf {here} alles neu messen. npm run sweep setzt die Datei dort fort, woher sie kommt.",
    otherKept:
      "{opened} Was hier mit denselben Einstellungen gemessen wurde, bleibt aufbewahrt, solange dies nicht fortgesetzt wird, und erscheint nach einem Neuladen wieder.",
    noJson: "{name} ist kein JSON: {reason}",
    wrong: "{name}: {problem}",
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
