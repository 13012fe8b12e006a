import type { Catalog } from "../catalog";

/** What the numbers say. */
export const narrator: Pick<Catalog, "narration" | "narrator"> = {
  narration: {
    over: "Mittel über die Schritte {from} bis {to}",
    at: "Schritt {step}",
    title: "Was die Zahlen sagen",
    why: "{n, plural, one {Warum} other {Alle # und warum}}",
    less: "Weniger",
    from: "{metric}: {source}.",
  },
  narrator: {
    atChance: {
      says: "{arm} rät nur: ein InfoNCE-Wert von {value} ist log({candidates}) = {chance}, der Preis des Ratens.",
      because:
        "Unter {candidates} = 2B − 1 Ansichten ist eine der Zwilling. InfoNCE-Wert {value} und kontrastive Genauigkeit {accuracy} ({place}); Raten gibt {chance} und {guess}. Gesagt, wenn der Wert höchstens 2 % davon und die Genauigkeit höchstens 5 Prozentpunkte davon abweicht.",
    },
    ceiling: {
      says: "{arm}: die InfoNCE-Schätzung der Information, {estimate} Nats, ist an ihrer Obergrenze log K = {ceiling}.",
      because:
        "Untere Schranke {estimate} Nats ({place}) von höchstens log(2B − 1) = {ceiling}. Gesagt ab {bound} davon: was die Ansichten darüber hinaus gemeinsam haben, kann die Schätzung nicht sagen; ein größerer Batch hebt die Obergrenze.",
    },
    diverged: {
      some: "{arm} hat {lost} von {seeds} Seeds durch Divergenz verloren, den ersten bei Schritt {step}.",
      all: "{arm} ist divergiert: kein Seed trainierte über Schritt {step} hinaus.",
      because:
        "Ein Lerner stoppt, sobald sein Verlust oder sein log ξ keine endliche Zahl mehr ist. {arm} trainierte mit der Lernrate {rate} bei der Temperatur {temperature}; meist hilft eine kleinere Rate oder eine höhere Temperatur. Gestoppte Seeds zählen in keinem Mittel und keiner Differenz.",
    },
    easyViews: {
      says: "Die Ansichten sind vielleicht zu leicht: kontrastive Genauigkeit {accuracy} nach {step} von {steps} Schritten.",
      because:
        "Ab Schritt {step} hatten {run} Schritte in Folge in jedem Arm eine kontrastive Genauigkeit von mindestens {bound}, und haben sie noch. Gesagt, wenn das im ersten Zehntel des Laufs eintritt, innerhalb von {latest} Schritten. Was Zwillinge so früh unterscheidet, kann eine Abkürzung sein; stärkere Augmentierungen oder ein größerer Batch geben mehr zu lernen.",
    },
    evenNegatives: {
      says: "Bei der Temperatur {temperature} stoßen alle {negatives} Negativen {arm} gleich stark ab: schwere werden nicht herausgehoben.",
      because:
        "Effektive Stichprobengröße der Negativen: {share} von allen ({place}), bei einer kontrastiven Genauigkeit von {accuracy}. Gesagt ab {bound}, mit mindestens {least} Negativen und einer Genauigkeit über {known}: eine niedrigere Temperatur würde die nahen stärker gewichten.",
    },
    fewNegatives: {
      says: "Bei der Temperatur {temperature} stoßen {pushing} von {negatives} Negativen einen Anker von {arm} ab: das ist wenig.",
      because:
        "Effektive Stichprobengröße der Negativen, als Anteil {share} von {negatives} ({place}). Gesagt unter {bound} bei mindestens {least} Negativen: jeder Schritt folgt dann nur den nächsten Negativen und ist entsprechend verrauschter. Eine höhere Temperatur lässt mehr davon zählen.",
    },
    flatValue: {
      says: "{arm}: der eigene Verlust bleibt bei {loss}, was auch immer gelernt wird; der InfoNCE-Wert ging von {before} auf {after}.",
      because:
        "Zielfunktion {begun} in den ersten {rows} Schritten und jetzt {loss} ({place}). Gesagt, wenn sie um höchstens {still} von sich selbst abwich, während sich der InfoNCE-Wert um mindestens {moved} änderte. Ein solcher Verlust hat trotzdem einen Gradienten; die Arme am InfoNCE-Wert vergleichen.",
    },
    madeUp: {
      says: "{arm} gewichtet Anker mit {share}, aber der Optimierer gleicht es aus: die Schritte sind so lang wie die von {other}.",
      because:
        "Mittlerer Schwundfaktor {share} ({place}). Relative Größe einer Aktualisierung: {arm} {own}, {other} {others}. Gesagt unter {bound}, wenn sich die Schritte der beiden um weniger als ein Drittel unterscheiden: die Verluste unterscheiden sich hier in der Richtung eines Schritts und seinem Rauschen.",
    },
    noGain: {
      says: "Das Training hat {arm} {soFar, select, true {bisher } other {}}nicht geholfen: {metric} {last}, untrainiert {first}.",
      because:
        "{metric} vor dem ersten Schritt und bei der neuesten Messung ({place}), Mittel über die Seeds. Gesagt nach {least} Schritten, wenn die neueste nicht besser ist als die erste und die erste unter {best} lag.",
    },
    noise: {
      says: "{share} des Gradienten eines Batches von {batch} ist bei {arm} Zufall: ein größerer Batch oder eine kleinere Rate mittelt ihn heraus.",
      because:
        "Rauschanteil des Gradienten {share} ({place}), als Anteil am quadrierten Gradienten, über {batches} Mikrobatches derselben Größe bei festen Gewichten. Gesagt, wenn die letzten {probes} Messungen mindestens {bound} hatten.",
    },
    onePoint: {
      says: "{arm} bildet alles auf fast denselben Punkt ab: die Embeddings sind kollabiert.",
      because:
        "Die Streuung je Dimension ist {spread} ({place}); Embeddings, die alle {size} Richtungen nutzen, haben etwa 1/√D = {full}. Gesagt unter einem Zehntel davon.",
    },
    saturated: {
      says: "Jeder Arm hat {least} erreicht ({metric}): diese Aufgabe ist zu leicht, um sie zu unterscheiden.",
      because:
        "Das niedrigste Mittel eines Arms ist {least} ({place}). Gesagt ab {bound}; der Rest ist schmaler als die meisten Intervalle.",
    },
    silent: {
      says: "{share} der Gradienten von {arm} liegen unter dem Epsilon von Adam, das ihre Kleinheit nicht mehr ausgleicht.",
      because:
        "Anteil der Parameter mit einem Gradienten kleiner als Epsilon = {epsilon}: {share} ({place}), tote Einheiten eingeschlossen. Gesagt ab {bound}, bei Adam.",
    },
    stepSize: {
      says: "Der Abstand kann von der Schrittweite kommen: die Schritte von {long} sind {ratio}-mal so lang wie die von {short}.",
      because:
        "Relative Größe einer Aktualisierung ({place}): {long} {longest}, {short} {shortest}. Gesagt, wenn die eine mindestens doppelt so groß ist wie die andere und das Intervall 0 nicht enthält ({metric}). {sgd, select, true {Gradienten gleicher Länge (unter „Optimierer“) würden} other {Eine eigene Lernrate für einen der Arme würde}} eine bessere Richtung von einem längeren Schritt unterscheiden.",
    },
    stillImproving: {
      says: "{arm} verbesserte sich noch, als der Lauf endete: der InfoNCE-Wert war im letzten Zehntel um {share} niedriger als im Zehntel davor.",
      because:
        "InfoNCE-Wert: im Mittel {before} über die Schritte {from} bis {middle} und {after} von dort bis zum Ende. Gesagt, wenn er um mindestens {bound} fiel und um mehr als drei Standardfehler dieser Mittel.",
    },
    unusedDirections: {
      fallen:
        "{arm} findet fast jeden Zwilling, aber der effektive Rang ist {rank} von {size}: Dimensionen sind kollabiert.",
      never:
        "{arm} findet fast jeden Zwilling mit einem effektiven Rang von {rank} von {size}: die meisten Dimensionen bleiben ungenutzt.",
      because:
        "Kontrastive Genauigkeit {accuracy}; effektiver Rang {rank} von {size} Dimensionen ({place}) und {first} bei Schritt {begun}. Gesagt ab einer Genauigkeit von {found} mit weniger als einem Drittel der Dimensionen; ein Kollaps heißt es, wenn der Rang um mindestens ein Fünftel gefallen ist.",
    },
    updates: {
      large: "Ein Schritt ändert die Gewichte von {arm} um {share} ihrer Länge: die Lernrate {rate} ist hoch.",
      small: "Ein Schritt ändert die Gewichte von {arm} nur um {size} ihrer Länge: sie bewegen sich kaum.",
      because:
        "Relative Größe einer Aktualisierung {size} ({place}); etwa {usual} ist bei einem gesunden Lauf üblich. Gesagt über {high} und unter {low}.",
    },
    vanishing: {
      says: "{arm} gewichtet Anker mit {share}: Bewegung wie bei einer Lernrate von etwa {effective}, nicht {rate}.",
      because:
        "Mittlerer Schwundfaktor f = ξ/(1+ξ) von {share} ({place}): die Kraft von {arm} auf einen Anker ist die von FlatNCE mal f. Bei SGD ist ein kürzerer Gradient ein kürzerer Schritt; „etwa“, weil f nicht für alle Anker gleich ist. Gesagt unter {bound}, bei SGD, dessen Gradienten nicht auf eine Länge gebracht werden; Adam und LARS würden es ausgleichen.",
    },
    wideInterval: {
      says: "Der Unterschied von {difference} ist nur auf ±{half} genau bekannt: {enough, select, none {selbst {most} Seeds würden nicht reichen} other {weitere Seeds hinzufügen, insgesamt etwa {enough}}}.",
      because:
        "{metric}, 95-%-t-Intervall über {n} Seeds. Blieben der Unterschied und die Streuung der Seeds, wie sie sind, würde das Intervall {enough, select, none {bei keiner einstellbaren Zahl von Seeds 0 ausschließen} other {ab {enough} Seeds 0 ausschließen}}. Wer Seeds hinzufügt, bis sich etwas zeigt, wird in einem von zwanzig Fällen oder öfter getäuscht: die Zahl vorher festlegen.",
    },
  },
};
