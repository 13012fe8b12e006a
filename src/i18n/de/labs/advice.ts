import type { Catalog } from "../../catalog";

/** The lab that says whether FlatNCE helps on one's own data. */
export const advice: Pick<Catalog, "advice"> = {
  advice: {
    title: "Hilft es mir?",
    unit: "Lernern",
    question:
      "Daten wählen, angeben, wo trainiert wird und worauf es ankommt. Dann werden InfoNCE und FlatNCE hier trainiert, jedes bei drei Temperaturen und drei Lernraten, und jedes noch einmal bei der Einstellung, die ihm am besten liegt, mit neuen Seeds. Die Antwort ist ein Absatz mit Intervall und Grenzen. Sie kann gut Nein lauten.",
    lookFor: [
      "Die ersten Wörter: Ja, Nein oder nicht entschieden, und das Intervall, auf dem sie beruhen. Ein Ja braucht ein Intervall, das 0 nicht enthält, und einen Gewinn, auf den es ankommt: 1 Punkt Genauigkeit oder 10 Punkte des Laufs.",
      "Der Schwundfaktor f: FlatNCE repariert, was InfoNCE durch ihn verliert. Nahe 1 gibt es nichts zu reparieren, was auch immer die Genauigkeit sagt.",
      "Die Tabelle: bei gleichen Einstellungen liegt ein Abstand oft an der Schrittweite, denn der Gradient von InfoNCE ist der von FlatNCE, in dem der Beitrag jedes Ankers mit seinem f multipliziert ist. Er kann verschwinden, sobald jeder Verlust seine eigene Lernrate hat.",
    ],
    falsified: [
      "Ein Ja, wo f nahe 1 ist: dann hat der Gewinn eine andere Ursache.",
      "Eine Antwort, die mit einem anderen ersten Seed umschlägt: dann ist ihr Intervall zu schmal.",
      "Ein Nein hier und ein Gewinn im eigenen Training: dann kommt es auf Batch, Encoder oder Länge mehr an, als dieses kleine Experiment sagen kann.",
    ],
    data: {
      title: "Welche Daten?",
      take: "Die des Rennens",
      drop: "Oder Bilder irgendwo auf diese Seite ziehen: ein Ordner je Klasse, auch in einem ZIP, oder Dateien mit Labels. Sie bleiben auf diesem Gerät.",
      none: "Noch keine Dateien.",
      missing: "Die Dateien „{name}“ erneut ablegen: eine Seite kann sie nicht von selbst öffnen.",
      size: "{title}, {size}",
      fetched: "„Ausführen“ lädt sie herunter und bewahrt sie auf diesem Gerät auf.",
      held: "Sie sind auf diesem Gerät.",
      made: "Hier erzeugt: Punkte in der Ebene zeigen den Mechanismus, Buchstaben sind näher an echten Bildern.",
    },
    plan: {
      trainings:
        "{learners, plural, one {1 Lerner} other {# Lerner}}, je {steps, plural, one {1 Schritt} other {# Schritte}}, bei Batchgröße {batch}.",
      quick: "Es ist die schnelle Antwort.",
      notQuick: "Eine schnelle Antwort braucht weniger.",
      ofData: "Diese Daten reichen für Batchgröße {batch}, nicht für deine {wanted}.",
      smaller: "Die größte in dieser Zeit getestete Batchgröße ist {batch}, nicht deine {wanted}.",
      time: {
        timed:
          "Geschätzt: {least} bis {most} auf diesem Gerät, nach einigen Schritten, die mit diesen Daten gestoppt wurden.",
        race: "Geschätzt: {least} bis {most} auf diesem Gerät, nach der Geschwindigkeit des letzten Laufs im Rennen.",
      },
      slow: "Ohne GPU dauern Bilder lange. Ein Lauf lässt sich pausieren und geht nach dem Neuladen weiter.",
      unknown:
        "Nichts Vergleichbares wurde auf diesem Gerät bisher gestoppt: wie lange es dauert, zeigt sich, sobald die Ersten trainiert sind.",
    },
    check: {
      title: "Deine Daten",
      reading: "Die Daten werden gelesen",
      looking: "Die Daten sind gelesen; einige Schritte werden gestoppt, sobald das Gerät frei ist.",
      refused: "Auf diesen Daten ist keine Antwort möglich.",
      failed: "Die Daten konnten nicht gelesen werden: {reason}",
      test: "{count, plural, =0 {Kein Beispiel ist} one {Nur 1 Beispiel ist} other {Nur # Beispiele sind}} für den Test zurückgehalten: eines davon ist {points} Punkte Genauigkeit, und gesucht wird ein Gewinn von 1 Punkt. Insgesamt etwa {needed} würden reichen; mit weniger ist nur ein großer Gewinn zu sehen.",
      validation:
        "{count, plural, =0 {Kein Beispiel bleibt} one {Nur 1 Beispiel bleibt} other {Nur # Beispiele bleiben}} zur Wahl von Temperatur und Lernrate: eines davon ist {points} Punkte. Insgesamt etwa {needed} würden reichen; mit weniger kann jeder Verlust seine beste Einstellung verfehlen.",
      missing:
        "Von {classes, plural, one {1 Klasse} other {# Klassen}} ist nichts zurückgehalten: die Antwort sagt nichts über {classes, plural, one {sie} other {diese}}.",
      held: "{classes, plural, one {1 Klasse} other {# Klassen}}. Die Antwort wird auf {test, plural, one {1 zurückgehaltenen Beispiel} other {# zurückgehaltenen Beispielen}} gemessen, ihre Einstellungen werden nach {validation} gewählt.",
    },
    stepSize: {
      title: "Ist es nur die Schrittweite?",
      why: "Der Gradient von InfoNCE ist der von FlatNCE mit verkleinertem Beitrag jedes Ankers; bei gleicher Lernrate macht es also kleinere Schritte. Jeder Verlust bei seiner eigenen besten Rate zeigt, ob mehr dahintersteckt.",
      equal: "Bei einer Rate, der kleinsten",
      own: "Jeder Verlust bei seiner besten Rate und Temperatur",
      equalAt: "{difference} [{interval}], Lernrate {rate} bei Temperatur {tau}, auf Validierungsbeispielen",
      ownAt: "{difference} [{interval}], auf Testbeispielen",
      noInterval: "kein Intervall",
      otherUnit: "Links in Punkten mittlerer Genauigkeit unterwegs, rechts in Punkten des Laufs.",
      verdicts: {
        yes: "FlatNCE liegt vorn",
        small: "FlatNCE liegt vorn, vielleicht um weniger, als von Belang ist",
        same: "Kein Gewinn von Belang",
        worse: "FlatNCE liegt zurück",
        undecided: "Nicht entschieden",
        oneSeed: "Nicht entschieden: ein Seed",
        nothing: "Nicht gemessen",
      },
      conclusions: {
        only: "Ja: der Abstand verschwindet, sobald jeder Verlust seine eigene Rate hat, bei derselben Temperatur.",
        setting:
          "Der Abstand verschwindet, sobald jeder Verlust seine eigene Rate und Temperatur hat. Sie wählten verschiedene Temperaturen; es war also vielleicht nicht die Schrittweite allein.",
        more: "Es ist mehr als das: der Abstand bleibt, wenn jeder Verlust seine eigene Rate und Temperatur hat.",
        noGap: "Bei der kleinsten Rate gibt es keinen Abstand, der zu erklären wäre.",
        open: "Nicht beides ist entschieden, also auch dies nicht.",
      },
    },
    answer: {
      title: "Antwort",
      waiting: "Für eine Antwort „Ausführen“ drücken.",
      refused: "Für eine Antwort andere Daten bringen.",
      begun: "Pausiert, bevor die ersten Einstellungen gemessen waren. „Fortsetzen“ beginnt sie von vorn.",
      paused:
        "Pausiert, das Gemessene bleibt: {done} von {count} Einstellungen. „Fortsetzen“ macht weiter; das Training, das gerade lief, beginnt von vorn.",
      choosing:
        "Für jeden Verlust werden Temperatur und Lernrate gewählt: {done} von {count} Einstellungen sind gemessen.",
      reporting:
        "Beide Verluste werden noch einmal trainiert, mit neuen Seeds, bei den Einstellungen, die ihnen am besten liegen.",
      incomplete:
        "Die Einstellungen sind gewählt; die Trainings, auf denen die Antwort beruht, fehlen. „Fortsetzen“ drücken.",
      invalid: "Einige Einstellungen sind falsch; sie sagen, warum.",
      limits: "Was sie nicht sagt",
      copy: "Antwort kopieren",
      copied: "Kopiert.",
      notCopied: "Der Browser hat das Kopieren verweigert.",
      link: "Der Link bringt dieselben Einstellungen: wer ihn öffnet, misst auf dem eigenen Gerät.",
    },
    table: {
      title: "Bei gleichen Einstellungen: FlatNCE minus InfoNCE",
      about:
        "{metric} auf Validierungsbeispielen, in Punkten: was FlatNCE hinzufügt, mit seinem 95-%-Intervall über {seeds, plural, one {1 Seed} other {# Seeds}}, und von wo nach wo. Fett: das Intervall enthält 0 nicht.",
      way: "mittlere Genauigkeit der linearen Sonde unterwegs",
      tau: "Temperatur {tau}",
      rate: "Rate {rate}",
      unnamedRate: "Rate × {rate}",
      corner: "Einstellung",
      levels: "{info} auf {flat}",
      f: "f {f}",
      best: {
        infoNce: "Wahl von InfoNCE",
        flatNce: "Wahl von FlatNCE",
      },
      empty: "noch nicht",
    },
    curves: {
      step: "Schritt",
      band: "Linie: Mittel über die Seeds. Band: niedrigster und höchster Seed. Jeder Verlust bei seiner eigenen Einstellung, auf Testbeispielen.",
    },
  },
};
