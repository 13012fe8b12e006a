import type { Catalog } from "../../catalog";

/** A chapter: where it does not help. */
export const limits: Pick<Catalog, "learn.limits"> = {
  "learn.limits": {
    title: "Wo es nicht hilft",
    says: [
      "Ohne den Faktor stoßen gelöste Anker weiter ab. Das ist nur dort etwas wert, wo gelöste Anker noch etwas lehren können. An drei Stellen können sie es nicht, oder es war nichts verkehrt.",
      "Winzige Batches: ein gelöster Anker hat dann eine Handvoll Negative, und seine ungeschwächte Abstoßung ruht auf einem oder zweien, die zufällig da waren. Warme Temperaturen: ξ bleibt groß, der Faktor bleibt nahe 1, und die beiden Verluste sind fast gleich. Und Daten oder Lerner, für die das Finden von Zwillingen nicht der Engpass ist: bei Fotos aus CIFAR-10 sahen wir überall einen Gleichstand oder etwas weniger.",
      "Die Karte zeigt, was wir mit Bildern gemessen haben, bevor es diese Seite gab, und was du in diesem Kapitel mit Punkten gemessen hast. Eine Zelle sagt, um wie viele Punkte FlatNCE vorn lag und ob ihre Seeds das entscheiden können.",
    ],
    symbols: {
      xi: {
        name: "ξ, Doppelgänger gegen Zwilling",
        means: "Der Faktor ist ξ/(1 + ξ): nahe 1, wo ξ groß ist.",
      },
      negatives: {
        name: "Zahl der Negativen",
        means: "Die Ansichten der anderen Beispiele im Batch: wenige in einem kleinen.",
      },
      tau: {
        name: "Temperatur",
        means: "Bei hoher Temperatur zählt jeder Unterschied der Ähnlichkeit wenig, und ξ bleibt groß.",
      },
    },
    controls: {
      batch: {
        label: "Beispiele in einem Batch",
        values: {
          four: "4",
          many: "32",
        },
      },
      temperature: {
        label: "Temperatur",
        values: {
          low: "0,05, niedrig",
          high: "0,5, warm",
        },
      },
    },
    pictures: {
      map: "Wo FlatNCE vorn lag und wo nicht",
    },
    question: "Mit Adam: wessen kNN-Genauigkeit wird am Ende höher sein?",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "Hier schadet FlatNCE: ungeschwächte Abstoßung, die auf zu wenigen Negativen ruht. Ehrlicher Rat gehört zu einer Methode.",
      flat: "FlatNCE liegt hier vorn; auf die Größe des Intervalls achten und die anderen Ecken der Karte probieren.",
      same: "Das Intervall enthält 0. In einer warmen Ecke verlangt das die Theorie: der Faktor ist nahe 1, und es gibt nichts zu reparieren. Ein Beweis der Gleichheit ist es nicht.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "FlatNCE liegt bei Batchgröße 4 vorn, oder das Urteil findet bei Temperatur 0,5 einen Unterschied und findet ihn mit anderen Seeds wieder.",
    doubts: {
      headline: {
        asks: "FlatNCE wurde für kleine Batches gemacht. Warum verliert es dort?",
        answer:
          "Bei kleinem Batch verblasst der Gradient von InfoNCE zuerst, also gibt es dort am meisten zurückzugewinnen; aber das Zurückgewonnene ruht auf sehr wenigen Negativen. In unseren Messungen gewann es bei Batchgrößen von 32 und 64 und niedriger Temperatur; eine kleinere Lernrate machte aus der Niederlage bei Batchgröße 8 einen Gleichstand. Mehr Negative aus früheren Batches (eine Queue) helfen auch: dafür gibt es im Rennen ein Experiment.",
      },
      transfer: {
        asks: "Gelten diese Zahlen für meine Daten?",
        answer:
          "Nein: sie stammen von kleinen Netzen und kurzen Läufen auf drei Datensätzen. Die Karte zeigt, wo man zuerst hinschauen sollte. Die Seite „Beratung“ trainiert beide Verluste auf deinen eigenen Dateien, mit für jeden gewählten Einstellungen, und sagt, was herauskommt.",
      },
    },
    map: {
      glyphs: "Buchstaben (grau, 1.000 Schritte)",
      kmnist: "KMNIST-Handschrift (1.000 Schritte)",
      cifar: "CIFAR-10-Fotos (1.000 Schritte)",
      own: "Punkte, hier gemessen (kNN-Genauigkeit)",
      source:
        "Bilder: unsere eigenen Messungen in PyTorch mit einem kleinen Convnet und Adam, Genauigkeit der linearen Sonde, FlatNCE minus InfoNCE in Punkten, Mittel über die Seeds; nicht in diesem Browser gemessen.",
      none: "In diesem Kapitel noch nichts gemessen.",
      temperature: "τ = {value}",
      batch: "B = {value}",
      ahead: "vorn",
      behind: "zurück",
      unclear: "nicht zu entscheiden",
      seeds: "{n, plural, one {1 Seed} other {# Seeds}}",
    },
  },
};
