import type { Catalog } from "../../catalog";

/** A chapter: the vanishing factor. */
export const factor: Pick<Catalog, "learn.factor"> = {
  "learn.factor": {
    title: "Der Schwundfaktor",
    says: [
      "Folgen wir einem Beispiel, dem Anker, durch das Training. Zwei Kräfte wirken auf seinen Ort: sein Zwilling zieht ihn an, und alle anderen im Batch, seine Negativen, stoßen ihn ab, Doppelgänger am stärksten. Ein Negatives zählt 1, wo es so nah ist wie der Zwilling, und fast nichts, wo es fern ist: das ist exp((s − s des Zwillings)/τ), mit s für seine Ähnlichkeit. Die Summe über alle Negativen ist ξ („Xi“), und der Verlust des ersten Kapitels ist log(1 + ξ). ξ ist groß, solange der Anker unsicher ist, und winzig, sobald sein Zwilling mit Abstand der Nächste ist: ein solcher Anker ist gelöst. Wie groß der Abstand sein muss, sagt die Temperatur τ: bei einer hohen lässt selbst ein Zwilling, der von allen der Nächste ist, ξ groß.",
      "InfoNCE, der übliche Verlust, multipliziert die ganze Kraft mit f = ξ/(1 + ξ), dem Schwundfaktor. Ist ξ gleich 9, dann ist f gleich 0,9, und der Anker behält fast seine ganze Kraft; ist ξ gleich 0,01, dann ist f etwa 0,01, und von Anziehung und Abstoßung bleibt kaum etwas: InfoNCE lässt einen gelösten Anker los. FlatNCE ist dasselbe ohne f. Keines von beiden ist an sich richtig: was können gelöste Anker noch lehren?",
      "Kein Ort wird von Hand bewegt. Jede Kraft wird durch das Netz zurückgereicht und verlangt, dass sich dessen Zahlen ändern. Was alle Anker zusammen verlangen, ist der Gradient (mit umgekehrtem Vorzeichen); seine Länge, die Gradientennorm, sagt, wie stark sie es verlangen. Die Bilder zeigen log ξ, weil ξ viele Zehnerpotenzen durchläuft: bei 0 ist f ein Halb, und je 2,3 nach links teilen ξ durch zehn.",
    ],
    symbols: {
      info: {
        name: "Kraft bei InfoNCE",
        means: "Wohin und wie stark InfoNCE den Ort des Ankers bewegen will.",
      },
      f: {
        name: "Schwundfaktor",
        means:
          "f = ξ/(1 + ξ), der Anteil der Kraft, den InfoNCE übrig lässt: nahe 1 für einen unsicheren Anker, nahe 0 für einen gelösten. Er heißt auch das Gewicht des Ankers.",
      },
      xi: {
        name: "ξ, Doppelgänger gegen Zwilling",
        means:
          "Die Summe über alle Negativen n: 1 für eines, das so nah ist wie der Zwilling (das Positive), fast nichts für ein fernes.",
      },
      flat: {
        name: "Kraft bei FlatNCE",
        means: "Dieselbe Kraft ohne f: jeder Anker hat Gewicht 1.",
      },
    },
    controls: {
      temperature: {
        label: "Temperatur",
        values: {
          low: "0,05, niedrig",
          middle: "0,2",
          high: "0,5, hoch",
        },
      },
    },
    pictures: {
      trail: "Ein Anker im Lauf des Trainings",
      weights: "Was ein Anker wiegt, und wo die Anker sind",
      forces: "Die Kräfte auf einen Anker",
    },
    question:
      "Ein Lerner trainiert mit InfoNCE, einer mit FlatNCE. Wessen Gradient wird am Ende länger sein (Gradientennorm)?",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "Nicht, was die Formel für ein und dasselbe Netz erwarten lässt. Aber es sind zwei Netze, die verschiedene Wege gegangen sind: vor einem Schluss f im Bild ansehen.",
      flat: "Gelöste Anker haben bei InfoNCE kaum noch Gewicht, und mit ihnen ist sein Gradient verblasst. Ob ein langer Gradient ein guter ist, ist eine andere Frage: die letzten zwei Kapitel.",
      same: "0 liegt im Intervall: diese Seeds können es nicht entscheiden. Die Kurve des Schwundfaktors zeigt, warum: wo f nahe 1 bleibt, schwindet nichts, und die beiden Verluste tun fast dasselbe.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Bei niedriger Temperatur fällt der Schwundfaktor deutlich unter 1, und doch bleibt der Gradient von InfoNCE so lang wie der von FlatNCE. Oder bei hoher Temperatur trennen sich die Gradienten, obwohl der Faktor nahe 1 bleibt.",
    doubts: {
      other: {
        asks: "Warum hat dasselbe Beispiel von Lerner zu Lerner ein anderes Gewicht?",
        answer:
          "Nach dem ersten Schritt sind die zwei Lerner zwei Netze: jedes legt das Beispiel, seinen Zwilling und seine Doppelgänger auf eigene Weise ab und hat sein eigenes ξ. Das Gewicht im Bild ist das jedes Verlusts im eigenen Netz.",
      },
      held: {
        asks: "Warum ist das verfolgte Beispiel keines der Trainingsbeispiele?",
        answer:
          "Es ist zurückgehalten, also nie zum Trainieren verwendet, und die ganze Zeit in denselben zwei Ansichten zu sehen: so ändert sich nur der Lerner. Die Balken des Histogramms zählen Trainingsbeispiele.",
      },
    },
    trail: {
      sample: "zurückgehaltenes Beispiel {sample}",
      another: "Ein anderes Beispiel verfolgen",
      says: "{label}: Gewicht {weight}",
      axis: "Gewicht des Ankers",
      waiting: "Das erste Bild wird gemessen.",
      describe: "Gewicht des Ankers bei jedem Verlust, je Schritt",
    },
  },
};
