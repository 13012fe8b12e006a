import type { Catalog } from "../../catalog";

/** A chapter: the loss that is always 1. */
export const alwaysOne: Pick<Catalog, "learn.alwaysOne"> = {
  "learn.alwaysOne": {
    title: "Ein Verlust, der immer 1 ist",
    says: [
      "Der Wert von FlatNCE ist bei jedem Schritt 1, was auch immer gelernt wurde. Wie kann es dann überhaupt lernen? Ein Wert und sein Gradient sind zweierlei. Das Training schaut nie auf den Wert; es fragt, wohin sich der Wert ändern würde, wenn die Gewichte einen Schubs bekämen, und das ergibt sich, indem man die Rechnung rückwärts durchgeht, die deshalb aufgezeichnet wird: auf dem Band.",
      "Der Trick ist ein Stop-Gradient, sg: vorwärts ist er nicht da; rückwärts ist er eine geschlossene Tür. FlatNCE berechnet v = log ξ, dann v minus sg(v), also 0, und davon exp, also 1. Rückwärts ist das erste v offen und das zweite verschlossen: der Schubs von v kommt in voller Größe an. Ist auch diese Tür offen, heben sich die beiden Schubse genau zu 0 auf: dann würde nichts gelernt.",
      "Dieselbe Zeile enthält eine ganze Familie. Man ziehe u = log(c + ξ) statt v ab: mit c = 1 ist das der Gradient von InfoNCE, mit c = 0 der von FlatNCE, und dazwischen verblasst ein Anker, sobald ξ unter c fällt. Der Wert ist dann das Gewicht des Ankers, ξ/(c + ξ): bei FlatNCE ist es 1, weil jeder Anker voll zählt. (Die Seite zeichnet die anderen in der üblichen Form, log(1 + ξ) und log(c + ξ): ein anderer Wert, derselbe Gradient.)",
    ],
    symbols: {
      loss: {
        name: "der Wert",
        means: "So geschrieben ist es das Gewicht, mit dem der Anker zählt: bei FlatNCE 1.",
      },
      v: {
        name: "v = log ξ",
        means:
          "Wie weit der Anker davon entfernt ist, seinen Zwilling gefunden zu haben: groß, wenn unsicher, weit unter 0, wenn gelöst.",
      },
      sg: {
        name: "Stop-Gradient",
        means: "Eine Zahl wird durchgelassen; rückwärts nichts.",
      },
      c: {
        name: "Regler c",
        means: "Zwischen den beiden Verlusten: 1 ist InfoNCE, 0 ist FlatNCE.",
      },
    },
    controls: {
      c: {
        label: "Der Verlust dazwischen hat c =",
        values: {
          hundredth: "0,01",
          tenth: "0,1",
          half: "0,5",
        },
      },
    },
    pictures: {
      tape: "Das Band des Verlusts eines Ankers",
    },
    question:
      "Der eigene Wert von FlatNCE wird vom ersten bis zum letzten Schritt 1 sein. Wie oft finden seine Ansichten am Ende ihren Zwilling (kontrastive Genauigkeit), verglichen mit dem ersten Schritt?",
    choices: {
      more: "Öfter: es lernt",
      less: "Seltener",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      more: "Eine flache Verlustkurve und ein Lerner, der lernt: der Wert war nie das, wovon er lernte. Wer sehen will, wie FlatNCE vorankommt, zeichnet etwas anderes, etwa den InfoNCE-Wert, der sich für jeden Lerner berechnen lässt.",
      less: "Das sollte nicht sein: der Gradient zieht Zwillinge zusammen. Ist der Lerner abgebrochen, oder war die Aufgabe schon vor dem ersten Schritt gelöst?",
      same: "Das Intervall enthält 0: entweder waren die Zwillinge von Anfang an gefunden, oder drei Seeds streuen zu stark.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Der Wert von FlatNCE verlässt die 1, oder er bleibt bei 1 und die Zwillinge werden nicht öfter gefunden als vom untrainierten Netz.",
    doubts: {
      one: {
        asks: "Der Wert ist immer 1, wie lernt es dann?",
        answer:
          "Durch den Gradienten, der nicht 0 ist: den von log ξ. Eine Uhr, die auf zwölf stehen geblieben ist, sagt nichts über die Zeit, aber hier liest niemand die Uhr. Der Wert ist so gebaut, dass er sich aufhebt; der Gradient ist so gebaut, dass er es nicht tut.",
      },
      plot: {
        asks: "Woran sehe ich dann, ob es vorangeht?",
        answer:
          "An allem, was gemessen und nicht trainiert wird: am InfoNCE-Wert desselben Embeddings, an der kontrastiven Genauigkeit, an der Genauigkeit einer einfachen Regel auf zurückgehaltenen Beispielen. Die Autoren von FlatNCE zeigen an seiner Stelle den InfoNCE-Wert.",
      },
      code: {
        asks: "Ich habe es in meinem eigenen Code geschrieben, und nichts wird gelernt.",
        answer:
          "Zwei Fehler sind häufig. Ohne den Stop-Gradienten (detach) ist der Gradient genau 0. Und bleibt der Zwilling selbst unter den Negativen, dann ist die Summe 1 + ξ statt ξ: das ist wieder InfoNCE, unter anderem Namen.",
      },
    },
    tape: {
      door: "Rückwärts ist sg",
      closed: "geschlossen (FlatNCE)",
      open: "offen",
      logXi: "log ξ des Ankers",
      c: "c",
      forward: "Wert",
      backward: "Schubs",
      twin: "Zwilling",
      others: "andere",
      nodes: {
        v: "v = log ξ",
        u: "u = log(c + ξ)",
        sg: "sg",
        minus: "v − u",
        exp: "exp",
        loss: "Verlust",
      },
      describe:
        "Der Verlust ist {value}. Rückwärts bekommt v einen Schubs von {direct} direkt und {around} über u: insgesamt {total}.",
      says: "Der Wert ist {value}; bei v kommt {total} der vollen Kraft an.",
      nothing: "Der Wert ist {value}, und bei v kommt 0 an: nichts würde gelernt.",
      curve: "Gewicht eines Ankers über log ξ, für c = {c}, zwischen InfoNCE und FlatNCE",
      curves: "Gewicht über log ξ: InfoNCE, FlatNCE und dazwischen c = {c}",
    },
  },
};
