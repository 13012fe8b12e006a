import type { Catalog } from "../../catalog";

/** A chapter: the vanishing factor. */
export const factor: Pick<Catalog, "learn.factor"> = {
  "learn.factor": {
    title: "Der Schwundfaktor",
    says: [
      "Folgen wir einem Beispiel, dem Anker, durch das Training. Zwei Kräfte bewegen es: sein Zwilling zieht es an, seine Doppelgänger stoßen es ab. Wie groß sie sind, hängt vom Verlust ab. Wiegt man alle Doppelgänger zusammen gegen den Zwilling auf, heißt das Ergebnis ξ („Xi“): groß, solange der Anker unsicher ist, winzig, sobald sein Zwilling mit Abstand der nächste ist.",
      "InfoNCE, der übliche Verlust, multipliziert die ganze Kraft mit ξ/(1 + ξ), dem Schwundfaktor. Ein unsicherer Anker behält seine ganze Kraft. Einem, der seinen Zwilling gefunden hat, bleibt fast nichts, weder Anziehung noch Abstoßung: InfoNCE lässt ihn los. FlatNCE ist derselbe Verlust ohne diesen Faktor. Keines von beiden ist an sich richtig: die Frage ist, was gelöste Beispiele noch lehren können.",
      "Weil ξ viele Zehnerpotenzen durchläuft, zeigen die Bilder log ξ („log Xi“). Bei 0 wiegen Zwilling und Doppelgänger gleich viel, und der Faktor ist ein Halb; jeder Schritt von 2,3 nach links teilt ξ durch zehn.",
    ],
    symbols: {
      info: {
        name: "Kraft bei InfoNCE",
        means: "Was einen Anker bei InfoNCE bewegt: minus den Gradienten seines Verlusts.",
      },
      f: {
        name: "Schwundfaktor",
        means:
          "Der Anteil der Kraft, den InfoNCE übrig lässt: 1 für einen unsicheren Anker, gegen 0 für einen gelösten.",
      },
      xi: {
        name: "ξ, Doppelgänger gegen Zwilling",
        means: "Alle Negativen zusammen, gegen das Positive aufgewogen.",
      },
      flat: {
        name: "Kraft bei FlatNCE",
        means: "Dieselbe Kraft, ohne den Faktor.",
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
      "Der Gradient ist die Summe dessen, was alle Anker bewegt. Welcher Lerner wird am Ende des Trainings den längeren Gradienten haben (Gradientennorm)?",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "Nicht, was die Formel bei gleichen Gewichten erwarten lässt. Aber es sind zwei Lerner, die verschiedene Wege gegangen sind: vor einem Schluss den Faktor im Bild ansehen.",
      flat: "Gelöste Anker haben bei InfoNCE kaum noch Gewicht, und mit ihnen ist sein Gradient verblasst. Ob ein langer Gradient ein guter ist, ist eine andere Frage: die letzten zwei Kapitel.",
      same: "Das Intervall enthält 0. Die Kurve des Schwundfaktors zeigt, warum: wo er nahe 1 bleibt, schwindet nichts, und die beiden Verluste tun fast dasselbe.",
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
          "Es ist zurückgehalten und die ganze Zeit in denselben zwei Ansichten zu sehen, sodass sich nur der Lerner ändert. Die Balken des Histogramms sind Trainingsbeispiele.",
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
