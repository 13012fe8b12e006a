import type { Catalog } from "../../catalog";

/** A chapter: finding the twin. */
export const twins: Pick<Catalog, "learn.twins"> = {
  "learn.twins": {
    title: "Den Zwilling finden",
    says: [
      "Hier ist ein Lerner, den niemand unterrichtet: er bekommt keine Namen und keine Antworten, nur Beispiele. In diesem Kapitel ist ein Beispiel ein Punkt in der Ebene. Jedes sieht er zweimal, jedes Mal leicht verändert: diese zwei Ansichten sind Zwillinge. Ein Netz, eine lange Formel mit Tausenden einstellbarer Zahlen, macht aus jeder Ansicht einen Ort auf einem Kreis.",
      "Das Spiel: man steht bei einer Ansicht, dem Anker, und sucht unter allen Ansichten des Batches ihren Zwilling. Nur die Nähe auf dem Kreis zählt. Der Verlust, InfoNCE genannt, sagt, wie schlecht das gelingt: er ist klein, wenn der Zwilling nah ist und alle anderen fern sind. Das Training stellt die Zahlen des Netzes so ein, dass er fällt. Auf dem Kreis sieht es aus, als würden Zwillinge zusammengezogen und alle anderen abgestoßen.",
      "Zwillinge zu finden ist also die Aufgabe. Beurteilt wird etwas anderes: ob nahe Orte zu einer Klasse (der Farbe) gehören, die dem Lerner nie gesagt wurde. Um Zwillinge von Doppelgängern zu unterscheiden, muss er bemerken, was Beispiele verschieden macht, und das sortiert vielleicht auch die Klassen. Ob es das tut, wird gemessen, nicht versprochen.",
    ],
    symbols: {
      loss: {
        name: "Verlust",
        means:
          "Der Bruch ist die Wahrscheinlichkeit, die der Lerner dem Zwilling gibt; der Verlust ist minus ihr Logarithmus. Sicher und richtig: Wahrscheinlichkeit 1, Verlust 0. Raten unter K Kandidaten: Wahrscheinlichkeit 1/K, Verlust log K. Hier hat ein Batch von 16 Beispielen 32 Ansichten, ein Anker also K = 31 Kandidaten: log 31 = 3,43 Nats (die Einheit natürlicher Logarithmen).",
      },
      twin: {
        name: "Ähnlichkeit des Zwillings",
        means: "1, wo Zwilling und Anker an einem Ort liegen, −1, wo sie sich gegenüberliegen.",
      },
      others: {
        name: "Ähnlichkeit eines Kandidaten",
        means: "Dasselbe für jeden Kandidaten der Reihe nach: alle anderen Ansichten, darunter der Zwilling.",
      },
      tau: {
        name: "Temperatur",
        means:
          "Wie streng das Spiel ist: je niedriger, desto mehr zählen nur die nächsten Kandidaten, und desto näher muss der Zwilling sein.",
      },
    },
    controls: {
      temperature: {
        label: "Strenge",
        values: {
          mild: "0,2, mild",
          strict: "0,05, streng",
        },
      },
    },
    pictures: {
      circle: "Der Kreis, von einem Beispiel aus gesehen",
    },
    question:
      "Der Lerner wird nur darauf trainiert, Zwillinge zu finden. Dann rät eine einfache Regel die Klasse (Farbe) zurückgehaltener Beispiele, mit denen er nicht trainiert wurde: die Klasse der meisten ihrer 20 nächsten Nachbarn. Stimmt die Regel öfter als vor dem Training (kNN-Genauigkeit)?",
    choices: {
      better: "Öfter als vor dem Training",
      worse: "Seltener als vor dem Training",
      same: "Für diese Seeds zu knapp",
    },
    outcomes: {
      better:
        "Zwillinge finden zu lernen hat auch die Klassen sortiert, obwohl der Verlust nie eine sah. Nicht aus dem Nichts: diese Punkte liegen in Haufen, und schon ein untrainiertes Netz hält die meisten Haufen zusammen. Und der Verlust muss nicht nahe 0 kommen: auf einem Kreis ist wenig Platz, und Doppelgänger bleiben so nah wie der Zwilling.",
      worse:
        "So gespielt, war dieses Spiel also schlecht für die Klassen: was man zum Finden von Zwillingen braucht, ist nicht immer, was Klassen trennt.",
      same: "0 liegt im Intervall: ob das Finden von Zwillingen half oder schadete, können diese Seeds nicht entscheiden. Einen Zwilling kann man an Dingen erkennen, die nichts über die Klasse sagen.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Der Verlust bleibt beim Wert des Ratens (der gestrichelten Linie), oder über viele Beispiele hinweg ist der Zwilling nicht näher als die anderen: dann wurde gar nichts gelernt. Ein einzelnes Beispiel, dessen Zwilling nicht der Nächste ist, zeigt nichts.",
    doubts: {
      apart: {
        asks: "Warum trennt das Abstoßen von Doppelgängern die Klassen?",
        answer:
          "Jede andere Ansicht wird abgestoßen, auch die der eigenen Klasse. Aber eine Ansicht ist eine kleine Veränderung ihres Beispiels: sehr ähnliche Beispiele haben sehr ähnliche Ansichten, und das Netz, das glatt ist, kann sie nicht weit voneinander weg schicken. So verteilt die Abstoßung die Beispiele über den Kreis, und Nachbarn bleiben Nachbarn. Wo Nachbarn meist dieselbe Klasse haben, landen die Klassen in eigenen Abschnitten.",
      },
      judged: {
        asks: "Die Aufgabe ist, Zwillinge zu finden, aber beurteilt werden Klassen. Ist das gerecht?",
        answer:
          "Genau darum geht es: Zwillinge kosten nichts, Namen schon. Also trainiert man auf Zwillinge, friert das Netz ein und fragt, wie viel eine sehr einfache Regel mit einer Handvoll benannter Beispiele aus seiner Ausgabe machen kann: die kNN-Genauigkeit (wie heißen die meisten der 20 nächsten?) oder die lineare Sonde (können Geraden die Klassen trennen?). Die Regel ist zu einfach, um die Arbeit selbst zu tun.",
      },
      gradient: {
        asks: "Was ist ein Gradient?",
        answer:
          "Man nehme eine Zahl des Netzes und gebe ihr einen Schubs, ändere sie also um sehr wenig. Steigt oder fällt der Verlust, und wie schnell? Die Antworten für alle Zahlen zusammen sind der Gradient. Ein Trainingsschritt bewegt jede Zahl ein wenig in die Richtung, in der der Verlust fällt. Alles, was ein Verlust bewirkt, bewirkt er durch seinen Gradienten.",
      },
    },
    circle: {
      at: "zurückgehaltenes Beispiel {sample}, Schritt {step}",
      another: "Von einem anderen Beispiel aus schauen",
      anchor: "Anker",
      twin: "Zwilling",
      describe: "Die Orte aller Ansichten eines Batches auf dem Kreis, der Anker oben",
      othersAre: "Alle anderen Kandidaten; der nächste hat eine Ähnlichkeit von {rival}",
      twinIs: "Der Zwilling, mit einer Ähnlichkeit von {similarity}",
      says: "Der Zwilling steht {twin}° vom Anker entfernt, der nächste andere {rival}°: ist der andere näher, wird er für den Zwilling gehalten. Farben sind Klassen, die der Verlust nie sieht.",
      waiting: "Das erste Bild wird gemessen.",
    },
  },
};
