import type { Catalog } from "../../catalog";

/** Its answer, sentence by sentence. */
export const adviceAnswer: Pick<Catalog, "adviceAnswer"> = {
  adviceAnswer: {
    verdicts: {
      yes: "Ja, hier hilft es.",
      same: "Nein, hier würde es nicht helfen.",
      worse: "Nein, hier schneidet es schlechter ab.",
      small: "Nicht entschieden: es hilft, aber vielleicht um weniger, als von Belang ist.",
      undecided: "Nicht entschieden.",
      oneSeed: "Nicht entschieden: ein einzelner Seed hat kein Intervall.",
      nothing: "Keine Antwort: kein Seed kam mit beiden Verlusten ans Ende.",
    },
    setting: "Temperatur {tau} und Lernrate {rate}",
    points: "{value} Punkte",
    size: "{value, plural, one {1 Punkt} other {# Punkte}}",
    accuracy:
      "FlatNCE kommt bei {flatSetting} auf {flat} ({metric}), InfoNCE bei {infoSetting} auf {info}, jedes bei der Einstellung, die ihm am besten lag.",
    steps:
      "Bis zu neun Zehnteln der Genauigkeit, die beide gewinnen, braucht FlatNCE bei {flatSetting} {flat} des Laufs und InfoNCE bei {infoSetting} {info}, jedes bei der Einstellung, die ihm am besten lag.",
    accuracyDifference:
      "Der Unterschied ist {difference}, 95-%-Intervall {low} bis {high} über {seeds, plural, one {1 Seed} other {# Seeds}}.",
    stepsDifference:
      "FlatNCE spart {difference} des Laufs, 95-%-Intervall {low} bis {high} über {seeds, plural, one {1 Seed} other {# Seeds}}.",
    single: "Der Unterschied ist {difference}, bei einem Seed.",
    reasons: {
      yes: "Das Intervall enthält 0 nicht, und der Gewinn ist mindestens {smallest}, das Wenigste, worauf es hier ankommt.",
      same: "Das Intervall endet unter {smallest}, dem kleinsten Gewinn, auf den es hier ankommt: einer, der den Wechsel lohnt, ist ausgeschlossen.",
      worse: "Das ganze Intervall liegt unter 0.",
      small:
        "Das Intervall enthält 0 nicht, aber auch Gewinne unter {smallest}, dem kleinsten, auf den es hier ankommt.",
      undecided: "Das Intervall enthält sowohl gar keinen Gewinn als auch einen von Belang ({smallest} oder mehr).",
    },
    swapped: {
      within:
        "FlatNCE an der Stelle von InfoNCE, ohne weitere Änderung, macht einen Unterschied von {difference} [{low}, {high}].",
      single: "FlatNCE an der Stelle von InfoNCE, ohne weitere Änderung, macht einen Unterschied von {difference}.",
    },
    factor: {
      low: "Am Ende behielten die Anker von InfoNCE {share} ihres Gewichts (Schwundfaktor f = {f}): das ist es, was FlatNCE repariert.",
      lowYet:
        "Am Ende behielten die Anker von InfoNCE {share} ihres Gewichts (Schwundfaktor f = {f}): viel schwindet, aber es zu reparieren bringt hier nichts Sicheres.",
      middle:
        "Am Ende behielten die Anker von InfoNCE {share} ihres Gewichts (Schwundfaktor f = {f}): etwas schwindet, aber weniger als die Hälfte.",
      high: "Am Ende behielten die Anker von InfoNCE {share} ihres Gewichts (Schwundfaktor f = {f}): kaum etwas schwindet, also gibt es wenig zu reparieren.",
      highYet:
        "Doch die Anker von InfoNCE behielten {share} ihres Gewichts (Schwundfaktor f = {f}): kaum etwas schwindet, also hat der Gewinn eine andere Ursache als die, für die FlatNCE gemacht ist.",
    },
    warm: "Bei Temperatur {tau} schwindet kaum etwas (f = {f}), also gibt es wenig zu reparieren.",
    equal: {
      none: "Bei gleicher Temperatur und Lernrate enthält jedes Intervall der Tabelle 0.",
      some: "Bei gleicher Temperatur und Lernrate schließt das Intervall 0 zugunsten von FlatNCE bei {ahead} von {count} Einstellungen der Tabelle aus, zu seinen Ungunsten bei {behind}.",
      stepSize:
        "InfoNCE gleicht es mit einer {times}-mal so großen Lernrate aus: dort liegt der Abstand an der Schrittweite.",
      temperature: "InfoNCE gleicht es bei Temperatur {tau} aus.",
    },
    edge: {
      largest: "Am besten bei der größten probierten Lernrate: {losses}; eine größere kann noch besser sein.",
      smallest: "Am besten bei der kleinsten probierten Lernrate: {losses}; eine kleinere kann noch besser sein.",
      coldest: "Am besten bei der niedrigsten probierten Temperatur: {losses}; eine niedrigere kann noch besser sein.",
      warmest: "Am besten bei der höchsten probierten Temperatur: {losses}; eine höhere kann noch besser sein.",
      both: "beide Verluste",
    },
    untrained:
      "Keines kam weit: höchstens {gain} über einen untrainierten Encoder hinaus. Mehr Schritte können die Antwort ändern.",
    next: {
      yes: "Als Nächstes: FlatNCE bei {setting} im eigenen Training probieren, mit dem eigenen Batch.",
      no: "Als Nächstes: bei InfoNCE bleiben, bei {setting}.",
      more: "Als Nächstes: mehr Seeds. Streuen sie wie diese, würden {seeds} entscheiden.",
      tooMany:
        "Als Nächstes: länger trainieren oder es lassen. Streuen weitere Seeds wie diese, würden auch {most} nicht entscheiden: der Unterschied, wenn es einen gibt, ist klein gegen sein Rauschen.",
      two: "Als Nächstes: mindestens zwei Seeds, besser fünf.",
      smaller: "Als Nächstes: kleinere Lernraten oder eine höhere Temperatur.",
    },
    limits: {
      batch: "Sie gilt für Batchgröße {tested}.",
      largest:
        "Sie gilt für Batchgröße {tested}, die größte, die hier in vernünftiger Zeit getestet wird, und nicht sicher für deine {wanted}.",
      ofData:
        "Sie gilt für Batchgröße {tested}: deine {wanted} ließen von diesen Daten weniger als zwei Batches übrig.",
      growth: "Mit mehr Negativen schwindet weniger: wüchse ξ proportional zu ihrer Zahl, wäre f dort etwa {f}.",
      network:
        "Der Encoder ist klein und wurde {steps, plural, one {1 Schritt} other {# Schritte}} auf {samples, plural, one {1 Beispiel} other {# Beispielen}} eines Datensatzes trainiert. Ein größerer, länger trainierter kann anders antworten.",
      seeds:
        "Das Intervall geht über Seeds (Anfangsgewichte, Batches, Augmentierungen), nicht über Datensätze; alle Seeds teilen {samples, plural, one {dasselbe 1 Testbeispiel} other {dieselben # Testbeispiele}}.",
      choice:
        "Jeder Verlust hatte {settings} Einstellungen zur Wahl, nach Validierungsbeispielen und {seeds, plural, one {1 eigenen Seed} other {# eigenen Seeds}}. Testbeispiele hatten nichts zu sagen; der Unterschied ist also nicht ausgesucht, und die Antwort beruht auf diesem einen Intervall. Die Intervalle der Tabelle sind nicht für ihre Zahl korrigiert: von 20 ohne jeden Unterschied schließt eines zufällig 0 aus.",
      lost: "{lost, plural, one {1 Seed fehlt} other {# Seeds fehlen}}, weil ein Lerner gestoppt ist.",
    },
  },
};
