import type { Catalog } from "../../catalog";

/** A chapter: whether it is the step size. */
export const stepSize: Pick<Catalog, "learn.stepSize"> = {
  "learn.stepSize": {
    title: "Ist es nur eine Lernrate?",
    says: [
      "Wenn InfoNCE jede Kraft mit einem Faktor unter 1 multipliziert, dann ist FlatNCE vielleicht nur InfoNCE mit längeren Schritten. Wer die Lernrate von InfoNCE erhöht, bekäme dasselbe umsonst. Wäre der Faktor für jeden Anker gleich, wäre damit alles gesagt.",
      "Er ist nicht gleich. Jeder Anker hat sein eigenes Gewicht: gelöste fast nichts, unsichere fast alles. Der Schritt von InfoNCE ist also kürzer, und er zeigt auch anderswohin: dorthin, wo die unsicheren Anker hinwollen. Die Länge lässt sich aus dem Vergleich herausnehmen. Einfacher Gradientenabstieg (SGD) zeigt sie, wie sie ist; „gleich lange Schritte“ gibt dem Gradienten von FlatNCE die Länge dessen von InfoNCE; Adam, ein Optimierer, der den Schritt jedes Gewichts selbst skaliert, verbirgt die Länge weitgehend.",
    ],
    symbols: {
      step: {
        name: "ein Schritt",
        means: "Wie weit sich die Gewichte des Netzes bewegen, als Anteil ihrer eigenen Größe.",
      },
      rate: {
        name: "Lernrate",
        means: "Womit jeder Gradient multipliziert wird: von Hand gewählt.",
      },
      weight: {
        name: "Gewicht eines Ankers",
        means: "Bei FlatNCE 1, bei InfoNCE der Schwundfaktor dieses Ankers.",
      },
    },
    controls: {
      rule: {
        label: "Art der Schritte",
        values: {
          sgd: "SGD, Rate 0,003",
          fast: "SGD, Rate 0,01",
          matched: "SGD, gleich lange Schritte",
          adam: "Adam",
        },
      },
    },
    pictures: {
      weights: "Was ein Anker wiegt, und wo die Anker sind",
    },
    question:
      "Wessen zurückgehaltene Beispiele werden am Ende mehr Nachbarn der eigenen Klasse haben (kNN-Genauigkeit)?",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "InfoNCE liegt hier vorn: gelöste Anker zu vergessen war der bessere Gebrauch seiner Schritte.",
      flat: "FlatNCE liegt vorn. Ob durch längere Schritte oder durch deren Richtung, kann dieser eine Lauf nicht sagen: mit dem Lauf vergleichen, in dem die Schritte gleich lang sind.",
      same: "Das Intervall enthält 0: bei solchen Schritten können drei Seeds die beiden Verluste nicht unterscheiden. Wenn sie es bei einfachem SGD konnten, war der Unterschied zum größten Teil die Länge der Schritte.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Wenn alles an der Schrittlänge liegt: bei gleich langen Schritten bleibt ein so großer Unterschied wie bei einfachem SGD. Wenn nicht: bei gleichen Längen bleibt nichts, bei keiner Rate und keinen Daten, die du probierst.",
    doubts: {
      raise: {
        asks: "Soll ich also einfach die Lernrate von InfoNCE erhöhen?",
        answer:
          "Zuerst das versuchen: es kostet nichts, und in unseren eigenen Messungen mit Buchstabenbildern, leichten Ansichten und SGD ließ eine Rate von 0,01 statt 0,003 einen Abstand von zehn Punkten verschwinden. Aber eine Rate ist eine einzige Zahl für das ganze Training, während der Faktor fällt, je mehr Anker gelöst sind: eine Rate, die zum Ende passt, kann für den Anfang zu groß sein.",
      },
      adam: {
        asks: "Warum verbirgt Adam den Unterschied?",
        answer:
          "Adam teilt den Gradienten jedes Gewichts durch dessen eigene jüngste Größe. Ein Faktor, den alle Anker gemeinsam haben, hebt sich auf. Was sich nicht aufhebt, ist die verschiedene Gewichtung der Anker, die die Richtung dreht.",
      },
    },
  },
};
