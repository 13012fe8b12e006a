import type { Catalog } from "../catalog";

/** What menus, palette and shortcuts offer. */
export const actions: Pick<Catalog, "actions"> = {
  actions: {
    play: {
      label: "Abspielen",
    },
    pause: {
      label: "Pause",
    },
    next: {
      label: "Die geänderten Einstellungen ausführen",
    },
    fromStart: {
      label: "Mit den letzten Einstellungen von vorn ausführen",
    },
    moreSeeds: {
      label: "Mehr Seeds",
    },
    otherSeeds: {
      label: "Dasselbe mit anderen Seeds",
    },
    repeat: {
      label: "Genau wiederholen (dieselben Seeds)",
    },
    nextChapter: {
      label: "Nächstes Kapitel (unter „Lernen“)",
    },
    previousChapter: {
      label: "Voriges Kapitel (unter „Lernen“)",
    },
    step: {
      label: "Ein Schritt",
    },
    reset: {
      label: "Zurück auf Schritt 0; das Trainierte bleibt aufbewahrt",
    },
    enqueue: {
      label: "Die Einstellungen in die Warteschlange stellen",
      messages: {
        added: "In die Warteschlange gestellt: {n, plural, one {1 Experiment wartet} other {# Experimente warten}}.",
      },
    },
    startQueue: {
      label: "Warteschlange starten",
    },
    measure: {
      label: "Messen (in einem Labor)",
    },
    cancel: {
      label: "Die Messung pausieren (in einem Labor)",
    },
    drawPoints: {
      label: "Punkte zeichnen",
    },
    presets: {
      label: "Experiment wählen",
    },
    putBack: {
      label: "Gelöschte Läufe zurückholen",
    },
    undo: {
      label: "Letzte Änderung der Einstellungen rückgängig machen",
      messages: {
        done: "Rückgängig: {what}",
      },
    },
    redo: {
      label: "Wiederholen",
      messages: {
        done: "Wiederholt: {what}",
      },
    },
    resetSettings: {
      label: "Alle Einstellungen auf die Vorlage zurücksetzen",
    },
    editJson: {
      label: "Einstellungen als JSON bearbeiten",
    },
    copyCurves: {
      label: "Link mit den Kurven dieses Laufs kopieren",
      messages: {
        copied: "Link mit den Kurven dieses Laufs kopiert: {n, number} Zeichen",
        copyFailed: "Der Browser lässt den Link nicht kopieren.",
      },
    },
    share: {
      label: "Link zu dieser Seite kopieren",
      messages: {
        copied: "Link kopiert",
        copyFailed: "Der Link konnte nicht kopiert werden; er steht in der Adresszeile.",
      },
    },
    qrCode: {
      label: "QR-Code zeigen",
    },
    makeLesson: {
      label: "Lektion machen …",
    },
    embed: {
      label: "Einbetten",
    },
    exportReport: {
      label: "Bericht (HTML)",
    },
    exportEmbeddings: {
      label: "Embeddings …",
    },
    exportPyTorch: {
      label: "PyTorch (ZIP)",
    },
    exportFigure: {
      label: "Abbildung …",
    },
    exportJson: {
      label: "Protokoll (JSON)",
    },
    exportCsv: {
      label: "Zeitreihen (CSV)",
    },
    exportData: {
      label: "Alle Daten (ZIP)",
    },
    saveCheckpoint: {
      label: "Checkpoint speichern (safetensors)",
    },
    openCheckpoint: {
      label: "Checkpoint öffnen …",
    },
    difference: {
      label: "Gepaarte Differenz zeigen",
    },
    foldSettings: {
      label: "Einstellungen ein- oder ausklappen",
    },
    foldViews: {
      label: "Ansichten ein- oder ausklappen",
    },
    showRuns: {
      label: "Zu den Läufen",
    },
    fullScreen: {
      label: "Vollbild an oder aus",
      messages: {
        refused: "Dieser Browser zeigt die Seite nicht im Vollbild.",
      },
    },
    projector: {
      label: "Vortragsmodus an oder aus",
      messages: {
        on: "Vortragsmodus: nichts pausiert oder wechselt von selbst. Bild ab geht weiter, Bild auf zurück, B verdunkelt die Leinwand",
        off: "Der Vortragsmodus ist aus",
      },
    },
    goOn: {
      label: "Vortrag, Rundgang, Zeitlupe: weiter",
    },
    goBack: {
      label: "Vortrag, Rundgang, Zeitlupe: zurück",
    },
    blank: {
      label: "Vortrag: Leinwand verdunkeln oder wieder zeigen",
    },
    slow: {
      label: "Zeitlupe: ein Trainingsschritt",
    },
    shrink: {
      label: "Zurück zu allen Diagrammen",
    },
    leaveAnchor: {
      label: "Auswahl in den Ansichten aufheben",
    },
    unpin: {
      label: "Schritt lösen",
    },
    theme: {
      label: "Zwischen Hell und Dunkel wechseln",
    },
    notify: {
      label: "Bei Ende eines Laufs benachrichtigen oder nicht mehr",
      messages: {
        on: "Eine Benachrichtigung meldet das Ende eines Laufs, während diese Seite verborgen ist",
        off: "Keine Benachrichtigungen mehr",
        refused:
          "Der Browser erlaubt keine Benachrichtigungen dieser Seite; in seinen Einstellungen für die Website lässt sich das ändern.",
        unsupported: "Dieser Browser hat keine Benachrichtigungen.",
      },
    },
    awake: {
      label: "Bildschirm beim Training wach halten oder nicht mehr",
      messages: {
        on: "Der Bildschirm bleibt wach, solange etwas trainiert und diese Seite zu sehen ist",
        off: "Der Bildschirm darf wie üblich dunkel werden",
        refused: "Der Browser hält den Bildschirm jetzt nicht wach.",
        unsupported: "Dieser Browser kann den Bildschirm nicht wach halten.",
      },
    },
    leaveLesson: {
      label: "Lektion verlassen",
    },
    returnToLesson: {
      label: "Zurück zur Lektion",
    },
    tour: {
      label: "Rundgang in einer Minute",
    },
    palette: {
      label: "Befehl, Einstellung oder Lauf suchen",
    },
    health: {
      label: "Zustand",
    },
    help: {
      label: "Tastenkürzel",
    },
  },
};
