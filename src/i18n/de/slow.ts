import type { Catalog } from "../catalog";

/** One training step, phase by phase. */
export const slow: Pick<Catalog, "slow"> = {
  slow: {
    title: "Ein Trainingsschritt in Zeitlupe",
    guide:
      "Die Schritte des echten Laufs, einer nach dem anderen: das Gezeichnete wurde an der gerade erfolgten Aktualisierung gemessen, nicht simuliert. Alle Arme sehen denselben Batch und dieselben Ansichten.",
    phases: {
      batch: {
        title: "Batch",
        caption: "Ein Schritt beginnt mit einigen zufällig gezogenen Beispielen, für jeden Verlust dieselben.",
      },
      views: {
        title: "Zwei Ansichten",
        caption: "Jedes Beispiel wird zweimal zufällig verändert: zwei Ansichten. Die Aufgabe: den Zwilling finden.",
      },
      embeddings: {
        title: "Embeddings",
        caption: "Das Netz gibt jeder Ansicht einen Ort: Zwillinge sollen nah beieinander liegen, alle anderen fern.",
      },
      similarities: {
        title: "Ähnlichkeiten",
        caption:
          "Jede Ansicht wird mit jeder anderen verglichen: je wärmer die Zelle, desto näher sind sich die zwei; Zwillinge sind umrahmt.",
      },
      forces: {
        title: "Anziehung und Abstoßung",
        caption:
          "Jeder Anker wird von seinem Zwilling angezogen und von allen anderen abgestoßen; die Verluste unterscheiden sich darin, wie viel sie von beidem übrig lassen.",
      },
      update: {
        title: "Aktualisierung",
        caption: "Alle Pfeile zusammen verändern das Netz einmal, und damit den Ort jeder Ansicht.",
      },
    },
    phaseList: "Phasen des Schritts",
    said: "Phase {n} von {of}, {title}. {caption}",
    step: "Schritt {step}, Seed {seed}",
    drawn:
      "{shown} der {batchSize} Beispiele des Batches sind gezeichnet; Ähnlichkeiten, Gewichte und Pfeile sind über den ganzen Batch berechnet.",
    all: "Alle {batchSize} Beispiele des Batches sind gezeichnet.",
    waiting: "Die erste Aktualisierung ist unterwegs.",
    over: "Dieser Lauf hat seinen letzten Schritt getan, und keine Aktualisierung wurde beobachtet. Zum Ansehen erneut ausführen und die Zeitlupe öffnen, solange er weiter trainieren kann.",
    noRun: "Erscheint, sobald ein Lauf vorbereitet ist.",
    play: "Die Phasen abspielen",
    pause: "Pause",
    next: "Nächste Phase",
    previous: "Vorige Phase",
    pace: "Tempo",
    times: "{pace}×",
    train: "{count} Schritte trainieren",
    scrub: "Gezeigter Schritt",
    kept: "{count, plural, one {1 Schritt ist} other {# Schritte sind}} aufbewahrt, höchstens {most}: von jedem alles Gezeichnete. Beispiele und Ansichten werden aus Seed und Schritt neu gezogen.",
    noViews: "Die Beispiele dieses Schritts können nicht neu gezogen werden: sein Lauf ist nicht mehr da.",
    rows: "Oben: die Beispiele. Unten: je ihre zwei Ansichten.",
    viewKeys: {
      first: "erste Ansicht",
      second: "zweite Ansicht, ihr Zwilling",
    },
    arrowKeys: {
      pull: "Anziehung, zum Zwilling hin",
      push: "Abstoßung, von den anderen weg",
      whole: "Umriss: bei Gewicht 1",
    },
    weight: "Gewicht",
    meanWeight: "mittleres Gewicht {percent}",
    noWeight: "Kein Gewicht, keine Pfeile: log ξ allein entscheidet nicht, wie diese Zielfunktion einen Anker bewegt.",
    queue: "Keine Pfeile: die Negativen dieses Laufs sind Schlüssel einer Queue, die nicht beobachtet werden.",
    diverged: "{label} ist gestoppt: nichts zu zeichnen.",
    moved: "Linien: von wo nach wo jede Ansicht wandert",
    movedFar: "Linien: der Weg jeder Ansicht, {times}-fach verlängert gezeichnet",
    describe: {
      batch: "{count, plural, one {1 Beispiel} other {# Beispiele}} des Batches.",
      views: "{count, plural, one {1 Beispiel} other {# Beispiele}} des Batches, je mit zwei Ansichten.",
      embeddings: "{label}: die Ansichten von {count, plural, one {1 Beispiel} other {# Beispielen}}, {how}.",
      forces:
        "{label}: Anziehung und Abstoßung von {count, plural, one {1 Anker} other {# Ankern}}, mittleres Gewicht {percent}.",
      update:
        "{label}: wohin die Ansichten von {count, plural, one {1 Beispiel} other {# Beispielen}} mit der Aktualisierung wandern.",
    },
  },
};
