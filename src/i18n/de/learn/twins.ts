import type { Catalog } from "../../catalog";

/** A chapter: finding the twin. */
export const twins: Pick<Catalog, "learn.twins"> = {
  "learn.twins": {
    title: "Den Zwilling finden",
    says: [
      "Hier ist ein Lerner, den niemand unterrichtet: er bekommt keine Namen und keine Antworten, nur Beispiele. Jedes Beispiel sieht er zweimal, jedes Mal leicht verändert. Die beiden heißen Ansichten des Beispiels, und jede ist der Zwilling der anderen. Ein Netz macht aus jeder Ansicht einen Ort auf einem Kreis.",
      "Das Spiel: man steht bei einer Ansicht, dem Anker, und sucht unter allen Ansichten des Batches ihren Zwilling. Nur die Nähe auf dem Kreis zählt. Der Verlust sagt, wie schlecht das gelingt: er ist klein, wenn der Zwilling nah ist und alle anderen fern sind. Das Training bewegt die Orte so, dass er fällt: Zwillinge werden zusammengezogen, alle anderen abgestoßen.",
      "Und wozu das Ganze? Um das Spiel selbst geht es nicht. Um den Zwilling eines Beispiels von Beispielen zu unterscheiden, die ihm nur ähneln, muss der Lerner bemerken, was Beispiele verschieden macht; damit kann eine einfache Regel vielleicht die Klassen (die Farben) unterscheiden, die ihm nie gesagt wurden. Ob sie es kann, wird gemessen, nicht versprochen.",
    ],
    symbols: {
      loss: {
        name: "Verlust",
        means: "Wie schlecht der Zwilling gefunden wird. Raten kostet log K, mit K Kandidaten; 0 ist perfekt.",
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
        means: "Wie streng das Spiel ist: je niedriger, desto mehr zählen nur die nächsten Kandidaten.",
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
      "Der Lerner wird nur darauf trainiert, Zwillinge zu finden. Eine einfache Regel rät dann die Klasse (Farbe) neuer Beispiele: die der meisten ihrer 20 nächsten Nachbarn (kNN-Genauigkeit). Wie oft liegt sie nach dem Training richtig, verglichen mit vorher?",
    choices: {
      better: "Öfter als vor dem Training",
      worse: "Seltener als vor dem Training",
      same: "Für diese Seeds zu knapp",
    },
    outcomes: {
      better:
        "Zwillinge von Doppelgängern unterscheiden zu lernen hat auch die Klassen sortiert, obwohl der Verlust nie eine sah. Nicht durch Zauberei: wo zwei Klassen in jeder Ansicht gleich aussehen, ginge es nicht.",
      worse:
        "So gespielt, war dieses Spiel also schlecht für die Klassen: was man zum Finden von Zwillingen braucht, ist nicht immer, was Klassen trennt.",
      same: "Das Intervall enthält 0: Zwillinge zu finden hat hier weder klar geholfen noch klar geschadet. Einen Zwilling kann man an Dingen erkennen, die nichts über die Klasse sagen.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Der Verlust bleibt beim Wert des Ratens (der gestrichelten Linie), oder Zwillinge kommen sich nicht näher als den anderen: dann wurde gar nichts gelernt.",
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
          "Für jede Zahl im Netz: in welche Richtung und wie stark sich der Verlust ändern würde, wenn diese Zahl einen Schubs bekäme. Das Training schubst sie alle ein wenig dagegen, Schritt für Schritt. Alles, was ein Verlust bewirkt, bewirkt er durch seinen Gradienten.",
      },
    },
    circle: {
      at: "zurückgehaltenes Beispiel {sample}, Schritt {step}",
      another: "Von einem anderen Beispiel aus schauen",
      anchor: "Anker",
      describe: "Die Orte aller Ansichten eines Batches auf dem Kreis, der Anker oben",
      othersAre: "Alle anderen Kandidaten; der nächste hat eine Ähnlichkeit von {rival}",
      twinIs: "Der Zwilling, mit einer Ähnlichkeit von {similarity}",
      says: "Der Zwilling steht {twin}° vom Anker entfernt, der nächste andere {rival}°. Farben sind Klassen, die der Verlust nie sieht.",
      waiting: "Das erste Bild wird gemessen.",
    },
  },
};
