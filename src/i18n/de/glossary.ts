import type { Catalog } from "../catalog";

/** Words that are explained where they stand. */
export const glossary: Pick<Catalog, "glossary"> = {
  glossary: {
    anchor: {
      forms: "Anker|Ankers|Ankern",
      sentence:
        "Der Anker ist die Ansicht, von der aus wir schauen: unter allen anderen muss er diejenige finden, die dasselbe Beispiel zeigt.",
    },
    positive: {
      forms: "Positives|Positive|Positiven|Zwilling|Zwillings|Zwillinge|Zwillingen",
      sentence:
        "Das Positive, oder der Zwilling, ist die andere Ansicht desselben Beispiels: das Training zieht sie zum Anker hin.",
    },
    negative: {
      forms: "Negatives|Negative|Negativen",
      sentence: "Negative sind die Ansichten anderer Beispiele im Batch: das Training stößt sie vom Anker ab.",
    },
    xi: {
      forms: "log ξ|ξ",
      sentence:
        "ξ wiegt alle Negativen eines Ankers gegen sein Positives auf: klein, wenn der Anker seinen Zwilling gefunden hat, groß, wenn er ihn verwechselt.",
      picture: {
        negatives: "Negative, zusammen",
        positive: "Positives",
      },
    },
    k: {
      forms: "log K|K",
      sentence:
        "K ist die Zahl der Kandidaten, unter denen ein Anker sein Positives sucht, das einer von ihnen ist: ein kleiner Batch hat wenige.",
    },
    f: {
      forms: "Schwundfaktor|Schwundfaktors|Schwundfaktoren|f",
      sentence:
        "Der Schwundfaktor f ist der Anteil der Kraft auf einen Anker, Anziehung wie Abstoßung, den InfoNCE übrig lässt: fast nichts, sobald der Anker gelöst ist.",
      picture: {
        solved: "gelöst",
        confused: "unsicher",
      },
    },
    temperature: {
      forms: "Temperatur|Temperaturen|τ",
      sentence:
        "Die Temperatur τ sagt, wie sehr die nächsten Negativen hervortreten: ist sie niedrig, zählen nur noch sie.",
      picture: {
        high: "hoch",
        low: "niedrig",
      },
    },
    view: {
      forms: "Ansicht|Ansichten",
      sentence:
        "Eine Ansicht ist ein Beispiel nach einer zufälligen Veränderung: beschnitten, gedreht, aufgehellt oder verrauscht.",
    },
    seed: {
      forms: "Seed|Seeds",
      sentence:
        "Ein Seed ist eine Wiederholung mit neu gezogenen Gewichten und Batches. Innerhalb eines Seeds beginnen alle Verluste mit denselben Gewichten und sehen dieselben Batches.",
    },
    interval: {
      forms: "95-%-Intervall|95-%-Intervalls|95-%-Intervalle|Intervall|Intervalls|Intervalle",
      sentence:
        "Von 100 so bestimmten Intervallen enthalten etwa 95 den wahren Unterschied. Solange ein Lauf trainiert, kann die Aussage von Blick zu Blick kippen: es zählt der letzte Schritt.",
      picture: {
        none: "0, kein Unterschied",
      },
    },
    batch: {
      forms: "Batch|Batches",
      sentence: "Ein Batch ist die Handvoll Beispiele, jedes in zwei Ansichten, die ein Trainingsschritt betrachtet.",
    },
  },
};
