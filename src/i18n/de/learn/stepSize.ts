import type { Catalog } from "../../catalog";

/** A chapter: whether it is the step size. */
export const stepSize: Pick<Catalog, "learn.stepSize"> = {
  "learn.stepSize": {
    title: "Ist es nur eine Lernrate?",
    says: [
      "Training geht in Schritten: der Gradient sagt, wohin, und die Lernrate, eine von Hand gewählte Zahl, sagt, wie weit. Wenn InfoNCE jede Kraft mit einem f unter 1 multipliziert, dann ist FlatNCE vielleicht nur InfoNCE mit längeren Schritten, und wer die Lernrate von InfoNCE erhöht, bekommt dasselbe umsonst. Wäre f für jeden Anker gleich, wäre damit alles gesagt.",
      "Es ist nicht gleich. Jeder Anker hat sein eigenes f: gelöste fast nichts, unsichere fast 1. Der Schritt von InfoNCE ist also kürzer, und er zeigt vielleicht auch anderswohin: dorthin, wo die unsicheren Anker hinwollen. Wie viel jedes von beiden ausmacht, ist von Daten zu Daten verschieden. Um es zu sehen, gibt man InfoNCE allein die höhere Rate, oder man nimmt die Länge heraus. SGD, einfache Schritte den Gradienten entlang, lässt sie drin. „Gleich lange Schritte“ gibt dem Gradienten von FlatNCE die Länge dessen von InfoNCE. Adam, eine Regel, die den Schritt jeder einzelnen Zahl skaliert, verbirgt sie weitgehend.",
    ],
    symbols: {
      step: {
        name: "ein Schritt",
        means: "Wie weit sich die Zahlen des Netzes, θ, bewegen. Das Diagramm zeigt es als Anteil ihrer Größe.",
      },
      rate: {
        name: "Lernrate",
        means: "Womit der Gradient multipliziert wird, um einen Schritt daraus zu machen: von Hand gewählt.",
      },
      weight: {
        name: "Gewicht eines Ankers",
        means:
          "Bei FlatNCE 1, bei InfoNCE der Schwundfaktor f dieses Ankers. Das g daneben ist der Gradient, den der Anker allein bei voller Kraft gäbe.",
      },
    },
    controls: {
      rule: {
        label: "Art der Schritte",
        values: {
          sgd: "SGD, Rate 0,003",
          fast: "SGD, Rate 0,01",
          raised: "SGD, nur InfoNCE 0,01",
          matched: "SGD, gleich lange Schritte",
          adam: "Adam",
        },
      },
    },
    pictures: {
      weights: "Was ein Anker wiegt, und wo die Anker sind",
    },
    question:
      "Am Ende wird die Klasse zurückgehaltener Beispiele aus ihren Nachbarn erraten (kNN-Genauigkeit). Nach dem Training mit welchem Verlust stimmt das öfter?",
    choices: {
      info: "InfoNCE",
      flat: "FlatNCE",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      info: "InfoNCE liegt hier vorn: bei solchen Schritten war es der bessere Weg, gelöste Anker loszulassen.",
      flat: "FlatNCE liegt vorn. Ob durch längere Schritte oder durch deren Richtung, kann dieser eine Lauf nicht sagen: mit dem Lauf vergleichen, in dem die Schritte gleich lang sind.",
      same: "0 liegt im Intervall: bei solchen Schritten können drei Seeds die beiden Verluste nicht unterscheiden. Können sie es bei einfachem SGD, dann erklärt die Länge der Schritte zumindest einen Teil davon.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "„Es ist nur die Länge der Schritte“ ist falsch, wenn gleich lange Schritte einen so großen Unterschied lassen wie einfaches SGD. „Es steckt mehr dahinter“ ist falsch, wenn gleiche Längen keinen lassen, bei jeder Rate und allen Daten, die du probierst.",
    doubts: {
      raise: {
        asks: "Soll ich also einfach die Lernrate von InfoNCE erhöhen?",
        answer:
          "Zuerst das versuchen: es kostet nichts, und in unseren eigenen Messungen mit Buchstabenbildern, leichten Ansichten und SGD ließ eine Rate von 0,01 statt 0,003 einen Abstand von zehn Punkten verschwinden. Aber eine Rate ist eine einzige Zahl für das ganze Training, während der Faktor fällt, je mehr Anker gelöst sind: eine Rate, die zum Ende passt, kann für den Anfang zu groß sein.",
      },
      adam: {
        asks: "Warum verbirgt Adam den Unterschied?",
        answer:
          "Adam teilt den Gradienten jeder Zahl des Netzes durch dessen eigene jüngste Größe. Ein Faktor, den alle Anker gemeinsam haben, hebt sich auf. Dass manche Anker mehr zählen als andere, hebt sich nicht auf: es dreht die Richtung.",
      },
    },
  },
};
