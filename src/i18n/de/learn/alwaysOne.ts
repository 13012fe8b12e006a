import type { Catalog } from "../../catalog";

/** A chapter: the loss that is always 1. */
export const alwaysOne: Pick<Catalog, "learn.alwaysOne"> = {
  "learn.alwaysOne": {
    title: "Ein Verlust, der immer 1 ist",
    says: [
      "Der Wert von FlatNCE ist bei jedem Schritt 1, was auch immer gelernt wurde. Wie kann er etwas lehren? Das Training liest den Wert nie. Es fragt, wie sich der Wert ändern würde, wenn eine Zahl des Netzes einen Schubs bekäme: das ist der Gradient. Ein Computer findet ihn, indem er seine eigene Rechnung rückwärts durchgeht, vom Verlust zum Netz. Dafür zeichnet er die Rechnung auf: auf dem Band.",
      "Aber was immer 1 ist, ändert sich doch durch keinen Schubs? Richtig, und darum gibt es einen Trick: einen Stop-Gradienten, sg. Man nehme v = log ξ; FlatNCE berechnet exp(v − sg(v)). Ist v gleich −3, dann ist das exp(−3 + 3) = 1. Rückwärts ist sg eine geschlossene Tür: was dahinter liegt, gilt als feste Zahl. Nun steht da exp(v + 3) mit fester 3, und das fällt, wenn v fällt. Das Training macht also v kleiner, und ein kleineres ξ heißt, dass der Zwilling von den anderen unterschieden wird. Öffnet man die Tür in der Abbildung, heben sich die zwei Wege genau zu 0 auf, und nichts würde gelernt.",
      "Dieselbe Zeile enthält eine ganze Familie. Man ziehe u = log(c + ξ) statt v ab. Der Wert ist dann das Gewicht des Ankers, ξ/(c + ξ): mit c = 1 ist es das f von InfoNCE aus dem letzten Kapitel, mit c = 0 die 1 von FlatNCE, und dazwischen verblasst ein Anker, sobald ξ unter c fällt. (Die Diagramme zeichnen die anderen in der üblichen Form, log(1 + ξ) und log(c + ξ): ein anderer Wert, derselbe Gradient.)",
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
        means: "Vorwärts gibt er seine Zahl weiter. Rückwärts lässt er nichts durch, als wäre diese Zahl fest.",
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
      "Der Wert von FlatNCE wird vom ersten bis zum letzten Schritt 1 sein. Werden seine Ansichten am Ende öfter ihren Zwilling finden als beim ersten Schritt (kontrastive Genauigkeit)?",
    choices: {
      more: "Öfter: es lernt",
      less: "Seltener",
      same: "Für drei Seeds zu knapp",
    },
    outcomes: {
      more: "Eine flache Kurve, und doch wurde gelernt: der Wert war nie das, wovon gelernt wurde. Wer sehen will, wie FlatNCE vorankommt, zeichnet etwas anderes, etwa den InfoNCE-Wert, der sich für jeden Lerner berechnen lässt. Dass ein anderer Verlust hier negativ ist, ist auch kein Fehler: nur die Steigung zählt.",
      less: "Das sollte nicht sein: der Gradient zieht Zwillinge zusammen. Ist der Lerner abgebrochen, oder war die Aufgabe schon vor dem ersten Schritt gelöst?",
      same: "0 liegt im Intervall: entweder waren die Zwillinge von Anfang an gefunden, oder drei Seeds unterscheiden sich zu sehr, um es zu sagen.",
      undecided: "Es gab kein Intervall.",
    },
    falsified:
      "Der Wert von FlatNCE verlässt die 1, oder er bleibt bei 1 und die Zwillinge werden nicht öfter gefunden als vom untrainierten Netz.",
    doubts: {
      one: {
        asks: "Warum nicht einfach log ξ als Verlust nehmen?",
        answer:
          "Das geht: der Gradient ist genau derselbe, und dieser Verlust hat einen eigenen Namen (Decoupled Contrastive Loss, DCL). Sein Wert ist nicht 1, sondern fällt, je mehr Zwillinge gefunden sind. Die Autoren von FlatNCE kamen auf anderem Weg dazu und schrieben ihn so, dass der Wert 1 ist. Was das Netz trainiert, ist bei beiden der Gradient von log ξ.",
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
