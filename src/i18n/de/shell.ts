import type { Catalog } from "../catalog";

/** What surrounds the pages: top bar, notices, help, palette, faults. */
export const shell: Pick<Catalog, "shell" | "components" | "language" | "palette" | "faults" | "panels"> = {
  shell: {
    app: {
      name: "FlatNCE Playground",
      skip: {
        charts: "Zu den Diagrammen",
        settings: "Zu den Einstellungen",
        runs: "Zu den Läufen",
      },
    },
    keys: {
      " ": "Leertaste",
      ArrowRight: "→",
      ArrowLeft: "←",
      Escape: "Esc",
      PageDown: "Bild ab",
      PageUp: "Bild auf",
    },
    pages: {
      title: "Seiten",
      race: "Rennen",
      learn: "Lernen",
      loading: "Die Seite wird geladen",
    },
    tab: {
      paused: "Pause bei {share}",
      done: "Fertig",
      outcome: "Fertig: {arm} {difference}",
      undecided: "Fertig: kein Unterschied nachgewiesen",
      failed: "Durch einen Fehler beendet",
    },
    topBar: {
      controls: "Training",
      again: {
        next: "Änderungen ausführen",
        fromStart: "Von vorn ausführen",
        moreSeeds: "Mehr Seeds",
      },
      againHints: {
        next: "Ein neuer Lauf mit den jetzigen Einstellungen. Der beendete bleibt unter den Läufen.",
        fromStart:
          "Ein neuer Lauf ab Schritt 0 mit den Einstellungen, die dieser am Ende hatte. Der beendete bleibt unter den Läufen.",
        moreSeeds:
          "Ein neuer Lauf mit denselben Einstellungen und noch nicht verwendeten Seeds; nach Einstellungen gruppiert, werden die Läufe gemeinsam beurteilt. Der beendete bleibt darunter.",
      },
      rerun: "Andere Arten der Wiederholung",
      step: "Schritt",
      of: "/ {steps}",
      rate: "Schr./s",
      timing: "{js} ms JS + {rest} ms",
      gpuTiming: "{js} ms JS, {gpu} ms GPU",
      timingHint: "Zeit je Schritt: das JavaScript, das den Schritt einreiht, und der Rest, in dem das Gerät rechnet.",
      timingParts:
        "Ein Schritt dauert {total} ms: {js} ms JavaScript, das ihn einreiht, {wait} ms Warten auf das Gerät. {device}",
      withoutClock: "Dieses Gerät sagt nicht, wie lange seine eigene Arbeit dauert.",
      withClock: "Nach ihrer eigenen Uhr rechnet die GPU {gpu} ms, während JavaScript weiterläuft.",
      timeLeft: "noch {time}",
      timeLeftBetween: "noch {least}–{most}",
      export: "Exportieren",
      more: "Die Seite",
      tools: "Seite",
      picture: "Diagramm {chart} (PNG)",
      fineTuning: "Fine-Tuning, {share}",
      states: {
        none: "kein Lauf",
        starting: "startet",
        ready: "bereit",
        paused: "pausiert",
        running: "Training",
        finished: "fertig",
        early: "früher beendet",
        failed: "Fehler",
      },
    },
    backend: {
      names: {
        webgpu: "WebGPU",
        webgl: "WebGL",
        wasm: "WASM",
        cpu: "CPU",
        pytorch: "PyTorch",
      },
      title: "Wo trainiert wird",
      refused: "Warum kein besseres",
      best: "Ein besseres Backend gibt es nicht.",
      pending: "Backend …",
      software: "Software",
      composed:
        "Hier ohne Kernel: {arms}. Das berechnen die Operationen von TensorFlow.js, langsamer; die übrigen Arme behalten ihre Kernel.",
      softwareNotice:
        "Dieser Adapter rechnet auf der CPU, darum ist das Training langsam. Mit einer GPU, deren Treiber im Browser aktiviert ist, geht es um ein Vielfaches schneller.",
      force: "Ein anderes lässt sich unter „Einstellungen“, „Gerät“ erzwingen, oder mit backend=wasm in der Adresse.",
    },
    notices: {
      dismiss: "Schließen",
      retry: "Erneut versuchen",
      reload: "Neu laden",
      more: "und {count, number} weitere",
      softwareTitle: "Keine GPU in Gebrauch",
      kernelsTitle: "Die fusionierten Kernel sind nicht in Gebrauch",
      kernelsRefused:
        "Auf diesem Gerät gilt: {reason}. Darum nutzt das Training die Operationen von TensorFlow.js, die ebenso richtig rechnen, nur langsamer.",
      startFailed: "Der Lauf konnte nicht gestartet werden; der vorhandene bleibt erhalten.",
      waitsForPlay: "Dieses Experiment wird vorbereitet, sobald Sie es abspielen.",
      runFailed: "Der Lauf wurde abgebrochen. Was zuvor gemessen wurde, bleibt.",
      workerMissing: "Der Trainings-Worker konnte nicht geladen werden.",
      workerCrashed: "Der Trainings-Worker ist abgestürzt. Nach dem Neuladen geht es weiter.",
      recovered: "Der Lauf wurde unterbrochen und geht von selbst weiter.",
      invalidAddress: "Einige Felder der Adresse waren nicht lesbar; der Rest bleibt.",
      invalidConfig: "Diese Einstellungen sind zusammen nicht möglich.",
      historyUnavailable: "Frühere Läufe können in diesem Browser nicht aufbewahrt werden.",
      storageFull:
        "Auf diesem Gerät ist kein Platz mehr für die Kurven eines Laufs. Der Lauf geht weiter; das bisher Gespeicherte ist unversehrt.",
      updateWaiting: "Eine neue Version dieser Seite ist da.",
      updatedElsewhere:
        "Ein anderer Tab hat eine neue Version dieser Seite übernommen. Dieser braucht sie, bevor er mehr laden kann.",
      takeUpdate: "Lauf aufbewahren und neu laden",
      labNotOpened: "Das Dokument konnte nicht geöffnet werden. Was gezeigt wird, bleibt.",
      runNotOpened: "Der Lauf kann nicht gezeigt werden.",
      notQueued: "Nichts wurde in die Warteschlange gestellt.",
      runsElsewhere: "Nicht alles wurde gelöscht.",
      filesNotKept: "Die Dateien konnten auf diesem Gerät nicht aufbewahrt werden; nach dem Neuladen sind sie weg.",
      settingsLocked: "Was gesperrt ist, blieb, wie es ist.",
      changeRefused: "Der Lauf konnte die Änderung nicht übernehmen und geht weiter wie bisher.",
      checkpointRefused: "Der Checkpoint konnte nicht geöffnet werden. Der vorhandene Lauf geht weiter.",
      checkpointsNotKept:
        "Der Lauf geht weiter, aber es konnte kein Checkpoint von ihm aufbewahrt werden: Neuladen würde ihn beenden.",
      otherAdapter: "Der Lauf geht anderswo weiter, als er bisher trainiert wurde.",
      savingFailed: "Die Datei konnte nicht gespeichert werden.",
      runsLeftOut: "Nicht jeder Lauf ist in der Datei.",
      copyingFailed: "Das Bild konnte nicht kopiert werden.",
      labsUnavailable:
        "Die Messungen der Labore können in diesem Browser nicht aufbewahrt werden; nach dem Neuladen sind sie weg.",
    },
    help: {
      title: "Tastenkürzel",
      close: "Schließen",
      shared: {
        " ": "Abspielen oder Pause; nach einem Lauf weitere Seeds oder das inzwischen Eingestellte; in einem Labor messen oder pausieren",
        ArrowRight: "Einen Schritt weiter; unter „Lernen“ das nächste Kapitel",
        Escape: "Auswahl in den Ansichten aufheben, Schritt lösen oder alle Diagramme zurückholen",
      },
      charts:
        "In einem Diagramm bewegen die Pfeile links und rechts den Cursor aller Diagramme, + und − zoomen um ihn, 0 oder ein Doppelklick zeigt wieder alles. Klick oder Enter fixiert den Schritt unter dem Cursor, Esc löst ihn. Ist alles zu sehen, vergrößert ein Doppelklick das Diagramm, ebenso Enter ohne Cursor; Esc holt alle zurück.",
    },
  },
  components: {
    about: "Was {title} bedeutet",
    close: "Schließen",
  },
  language: {
    language: "Sprache",
  },
  palette: {
    title: "Befehle",
    placeholder: "Aktion, Einstellung oder Lauf suchen",
    none: "Nichts mit diesem Namen.",
    hint: "Einstellungen und aufbewahrte Läufe erscheinen beim Tippen.",
    found: "{n, plural, =0 {nichts gefunden} one {1 Eintrag} other {# Einträge}}",
    groups: {
      actions: "Aktionen",
      pages: "Seiten",
      presets: "Experimente",
      settings: "Einstellungen",
      runs: "Aufbewahrte Läufe",
    },
  },
  faults: {
    panel: {
      title: "In diesem Teil der Seite ist ein Fehler aufgetreten",
      rest: "Der Rest der Seite und der Lauf gehen weiter.",
      retry: "Erneut versuchen",
    },
    missing: {
      title: "Dieser Teil der Seite konnte nicht geladen werden",
      offline:
        "Dieses Gerät ist offline, und der Teil wurde zuvor nicht geladen. Sobald es eine Verbindung gibt, wird es erneut versucht.",
      online:
        "Entweder ist die Verbindung gescheitert, oder es gibt eine neue Version der Seite, die ein Neuladen holt.",
      reloading: "Neuladen bewahrt die Einstellungen und die Liste der Läufe; ein Lauf, der gerade trainiert, endet.",
    },
    page: {
      title: "Auf der Seite ist ein Fehler aufgetreten",
      reload: "Neu laden",
      plain: "Ohne die Einstellungen in der Adresse neu laden",
      data: "Frühere Läufe und Messungen bleiben in diesem Browser. Vor dem Löschen von Daten sollten sie gesichert werden.",
      save: "Alles Gespeicherte sichern",
    },
    details: {
      copy: "Details kopieren",
      copied: "Kopiert",
    },
    unreadable: {
      runs: "{n, plural, one {1 Lauf kann} other {# Läufe können}} von dieser Version der Seite nicht gelesen werden",
      labs: "{n, plural, one {1 gespeicherte Messung} other {# gespeicherte Messungen}} der Labore {n, plural, one {kann} other {können}} von dieser Version der Seite nicht gelesen werden",
      about:
        "Nichts ist verloren: alles bleibt unverändert in diesem Browser, bis es hier gelöscht wird. Eine andere Version kann es vielleicht lesen.",
      rows: "Was von einer Messung nicht lesbar ist, wird neu gemessen.",
      noDate: "ohne Datum",
      others: "{n, plural, one {1 anderer Grund} other {# andere Gründe}}",
      download: "Als JSON herunterladen",
      remove: "Löschen",
    },
  },
  panels: {
    locked: "Gesperrt: wer diese Seite oder diesen Link gemacht hat, möchte, dass es so bleibt.",
    lockedName: "{name} ist gesperrt: wer diese Seite oder diesen Link gemacht hat, möchte, dass es so bleibt.",
    lockedData: "Diese Seite behält ihre Daten: wer sie oder den Link zu ihr gemacht hat, hat sie gesperrt.",
  },
};
