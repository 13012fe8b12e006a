import type { Catalog } from "../catalog";

/** What was guessed of tables and arrays. */
export const interpretation: Pick<Catalog, "interpretation"> = {
  interpretation: {
    said: "so angegeben",
    labelNamed: "der Name sagt es",
    labelWords: "wenige Wörter, die immer wiederkehren",
    labelWhole: "wenige ganze Zahlen neben Messwerten",
    labelBeside: "neben Pixeln",
    otherLabel: "ebenfalls als Label möglich",
    continuous: "mit zu vielen Zahlen für Klassen",
    identifierNamed: "nur zum Unterscheiden der Zeilen, nach Namen und Werten",
    nameless: "ohne Namen, wie der Index einer Tabelle",
    counter: "zum Zählen der Zeilen",
    words: "mit Text",
    identifierWords: "mit Text, der in jeder Zeile ein anderer ist",
    dates: "mit Daten oder Uhrzeiten",
    picturePaths: "mit Namen von Bildern",
    constant: "immer gleich",
    nothing: "ohne Inhalt",
    mostlyMissing: "meist leer",
    split: "die Wörter nennen Teile der Daten",
    number: "Zahlen",
    pixel: "ein Pixel eines Bilds",
    view: "der Name beginnt mit {prefix}",
    twin: "so geformt wie {other} und nach dem Namen dessen andere Ansicht",
    ragged: "mit Listen ungleicher Länge",
    noNumbers: "mit Listen, die nicht aus Zahlen bestehen",
    noCells: "einer Art, die nicht gelesen wird ({kind})",
    foreignColumn: "ohne Gegenstück in der Tabelle zum Training",
    besideLabel: "neben den Labels",
    unequalColumns:
      "{name} hat {first, plural, one {1 Spalte} other {# Spalten}} a_..., {second} b_...: zwei Ansichten haben je gleich viele Spalten.",
    unequalTables:
      "{name} enthält {count, plural, one {1 Zeile} other {# Zeilen}} mit {columns, plural, one {1 Zahl} other {# Zahlen}}, {otherName} {otherCount} mit {otherColumns}: als zwei Ansichten derselben Beispiele müssen sie gleich sein. (Trainings- und Testdateien haben „train“ und „test“ im Namen.)",
    unequalParts:
      "{name} hat {columns, plural, one {1 Zahl} other {# Zahlen}} je Zeile, {testName} {testColumns}: Trainings- und Testzeilen müssen gleich sein.",
    missingColumn: "{name} hat keine Spalte {column}, die die anderen Tabellen haben.",
    tooManyClasses:
      "{name} enthält {count} verschiedene Labels, höchstens {most} werden gelesen. Die Spalte umbenennen, wenn das Zahlen zum Lernen sind.",
    noColumn: "{name} hat keine Spalte {column}, sondern: {columns}.",
    twoLabels: "{name}: die Spalten {column} und {other} sind beide als Label angegeben; nur eine ist es.",
    tooManyCategories:
      "{name}, Spalte {column} enthält {count} verschiedene Wörter; als Kategorien werden höchstens {most} gelesen.",
    mixed:
      "{name}, Zeile {row}, Spalte {column}: „{cell}“ ist keine Zahl, und {count} von {rows} Zellen sind keine. Die Spalte weglassen, oder sie zum Label oder zu Kategorien machen.",
    noPictures: "{name}: Bilder von {shape} (Höhe, Breite, Kanäle) bestehen nicht aus {size} Zahlen je Zeile.",
    noRoom: "{name} enthält mehr Zahlen, als in den Speicher passen.",
    noPart: "{name}, Spalte {column}: {word} nennt keinen Teil der Daten (train, test, val).",
    noBrightness:
      "{name}: die Zeilen enthalten Zahlen von {low} bis {high}; Pixel gehen von 0 bis 255 oder von 0 bis 1. Sie können als einfache Merkmale genommen werden.",
    onlyPaths: "{name} enthält Namen von Bildern und keine Zahlen: die Bilder zusammen damit bringen.",
    noFeatures: "{name} enthält keine Spalte mit Zahlen.",
    leftTooFew:
      "{name}: {count, plural, one {1 Zeile bleibt} other {# Zeilen bleiben}} von {rows}, weil Zellen fehlen, die erste in Zeile {row}, Spalte {column}. Sie können mit dem Mittel ihrer Spalte gefüllt, oder die Spalte kann weggelassen werden.",
    submission: "zum Ausfüllen und Einreichen",
    otherColumns: "mit anderen Spalten als {other}",
    validation: "zur Validierung",
    missingCells: "mit fehlenden Zellen",
    label: "Spalte {column} ({reason}).",
    splitBy: "Nach Spalte {column} ({reason}).",
    countsRows: "{columns} zählt die Zeilen: sind diese nach Klassen geordnet, verrät es die Klasse.",
    equalsLabel: "{columns} hat für jede Klasse einen eigenen Wert: das verrät die Klasse.",
    standsForNothing:
      "{columns} enthält eine Zahl wie -999 weit weg von allen anderen: sie kann für eine fehlende Zelle stehen und gilt als Messwert.",
    outOfRange:
      "{columns} enthält Werte weit außerhalb des Bereichs fast aller anderen: skaliert sind diese fast eine Zahl.",
    hardlyVaries: "{columns} ändert sich fast nie.",
    aside: "Beiseite gelassen: {name} ({why}).",
    filled:
      "{name}: {count, plural, one {1 fehlende Zelle hat} other {# fehlende Zellen haben}} das Mittel ihrer Spalten bekommen.",
    joined: "{names}: weitere Zeilen derselben Spalten.",
    twoViews: "{name} und {other}: zwei Ansichten jedes Beispiels.",
    pictures: "Zeilen sind Bilder von {height} x {width}{channels, select, 3 { in Farbe} other {}}.",
    stretched: "Der hellste Pixel ist {high}: die Helligkeit wurde auf 255 gestreckt.",
  },
};
