import type { Catalog } from "../catalog";

/** What became of what was brought. */
export const dataReport: Pick<Catalog, "data.report"> = {
  "data.report": {
    title: "Was gelesen wurde",
    counted:
      "{of, select, files {{found, plural, one {1 Datei} other {# Dateien}}} arrays {{found, plural, one {1 Array} other {# Arrays}}} columns {{found, plural, one {1 Spalte} other {# Spalten}}} images {{found, plural, one {1 Bild} other {# Bilder}}} other {{found, plural, one {1 Zeile} other {# Zeilen}}}}: {taken, number} genommen{left, plural, =0 {} other {, # ausgelassen}}.",
    leftOut: "{count, number} {why}",
    leftOutNamed: "{count, number} {why}: {names}",
    labelsFrom: "Labels",
    bankFrom: "Gemessen mit",
    splitFrom: "Zurückgehalten",
    suspicious: "Einen Blick wert",
    someLeft: "Ein Teil wurde ausgelassen; was und warum, steht bei den Daten.",
    left: {
      notNeeded: "mehr, als die Einstellungen verlangen",
      unlabeledTest: "einer Testmenge ohne Labels",
      foreignTest: "einer Testmenge, die keine Klasse mit der Trainingsmenge teilt",
      accompanying: "die Systeme und Herausgeber neben Daten legen",
      unknownFormat: "in keinem bekannten Format ({ending})",
      noEnding: "in keinem bekannten Format",
      otherFormat: "in einem anderen Format als die übrigen ({format})",
      otherPictures: "Bilder, die kein Browser dekodiert ({ending}): als PNG speichern",
      undecodable: "die sich nicht als Bilder dekodieren lassen",
      namesNoImages: "die keine Bilder nennen",
      noClassesNamed: "die Bilder nennen und keine Spalte mit Klassen haben",
      knownAnyway: "die Bilder nennen, von denen auch ohne sie alles bekannt ist",
      submission: "zum Ausfüllen und Einreichen",
      objects: "über Gegenstände in Bildern, die keine Klasse eines Bildes nennen",
      beside: "über je ein Bild, etwa Rahmen oder Bildtexte, aus denen keine Klasse gelesen wird",
      xml: "in XML, etwa Rahmen um Gegenstände, aus denen keine Klasse gelesen wird",
      tooLarge: "zu groß für eine Tabelle von Klassen",
      unreadable: "beschädigt oder nicht lesbar",
      empty: "leer",
      noClass: "ohne Klasse, wo andere eine haben",
      unlabeledPart: "eines Teils ohne Labels ({part})",
      otherPart: "eines Validierungsteils neben einem Testteil",
      same: "gleich einem anderen",
      others: "aus anderen Gründen",
    },
    moreNotes: "{count, plural, one {1 weitere Anmerkung} other {# weitere Anmerkungen}} dieser Art.",
    labels: {
      none: "Es gibt keine: Genauigkeiten sind nicht messbar.",
      one: "Alle Beispiele sind von einer Klasse, die nichts unterscheidet: sie gelten als ohne Label.",
      given: "Wie die Dateien sie angeben.",
      folders: "Nach den Ordnern der Bilder.",
      names: "Nach den Namen der Dateien: {name} ist von der Klasse {label}.",
      unwanted: "Es gibt keine, wie es gesagt wurde: Genauigkeiten lassen sich nicht messen.",
      table: "Nach der Tabelle {table}, die die Bilder nennt.",
      foldersAndTable: "Nach den Ordnern der Bilder und nach der Tabelle {table}, die weitere nennt.",
    },
    bank: "{bank, plural, one {1 Beispiel mit Label} other {# Beispielen mit Labels}}, aus denen kNN und die lineare Sonde lernen; {train, plural, one {1 Beispiel} other {# Beispiele}} ohne Labels {train, plural, one {trainiert} other {trainieren}} ({reason}).",
    unlabeled: {
      part: "aus einem Teil dieses Namens, {part}",
      training: "kein Trainingsbeispiel hat eines",
      most: "der größere Teil der Daten",
      said: "wie gesagt",
    },
    unlabeledLeft:
      "Beispiele ohne Labels können trainieren, während die mit Labels messen: dataset.interpretation.unlabeled = train.",
    split: {
      given: "Eine eigene Testmenge der Daten.",
      folder: "Nach dem Namen des Ordners: {part}.",
      table: "Nach einer Tabelle, die die Bilder nennt: {part}.",
      ofTest:
        "Von den Beispielen mit Labels aus {name}, den einzigen, wird eines von {share} zurückgehalten, zufällig und in den Anteilen der Klassen.",
      cut: "Die Daten haben keine Testmenge: eines von {share} {of, select, bank {Beispielen mit Labels} other {Beispielen}} wurde zurückgehalten, zufällig und in den Anteilen der Klassen.",
      unlabeled:
        "Die Testmenge {name} hat keine Labels und wurde beiseitegelegt: stattdessen wurde eines von {share} {of, select, bank {Beispielen mit Labels} other {Trainingsbeispielen}} zurückgehalten.",
      foreign:
        "Die Testmenge {name} teilt keine Klasse mit der Trainingsmenge ({testClasses} gegen {classes}) und wurde beiseitegelegt: stattdessen wurde eines von {share} {of, select, bank {Beispielen mit Labels} other {Trainingsbeispielen}} zurückgehalten.",
    },
    suspicions: {
      hardlyVaries:
        "Die Pixel ändern sich kaum: alle bis auf eines von tausend liegen zwischen {low} und {high} von 255.",
      alike:
        "{equal, number} von {count, plural, one {1 betrachteten Beispiel} other {# betrachteten Beispielen}} gleichen einem anderen: Ansichten gleicher Beispiele gelten füreinander als Negatives.",
      noTraining:
        "{count, plural, one {Diese Klasse hat} other {# Klassen haben}} {of, select, bank {kein Beispiel mit Label, aus dem sich lernen lässt} other {kein Trainingsbeispiel}}: {names}.",
      single:
        "{count, plural, one {Diese Klasse hat} other {# Klassen haben}} {of, select, bank {ein einziges Beispiel mit Label, aus dem sich lernen lässt} other {ein einziges Trainingsbeispiel}}: {names}.",
      fewForBatch:
        "Ein Batch nimmt {batchSize} von {count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispielen}}: eine Epoche ist ein Batch, und zwei Batches haben etwa {share, number, percent} ihrer Beispiele gemeinsam. Varianz und Rauschen des Gradienten, zwischen Batches gemessen, sind kleiner als auf mehr Daten.",
      longQueue:
        "Die Warteschlange hat {size, number} Schlüssel, und es gibt {count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispiele}}: sie enthält Schlüssel der meisten, und über eine Epoche trifft mehr als die Hälfte der Anker unter ihren Negatives auf einen ihres eigenen Beispiels.",
      testUnlabeled: "Die zurückgehaltenen Beispiele haben keine Labels: Genauigkeiten sind nicht messbar.",
    },
  },
};
