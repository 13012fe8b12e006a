import type { Catalog } from "../catalog";

/** Data: sources, what is looked at, formats. */
export const data: Pick<Catalog, "data" | "data.advice" | "data.glyphs" | "data.points" | "readers" | "augmentations"> =
  {
    "data.advice": {
      haveImages: "Eigene Bilder?",
      ask: "Hilft es mir?",
    },
    data: {
      summary: {
        counts: "{train} zum Trainieren, {test} zurückgehalten, {shape}",
        countsWithBank:
          "{train} ohne Labels zum Trainieren, {bank} mit Labels zum Messen, {test} zurückgehalten, {shape}",
        pixels: "{height} × {width} Pixel{channels, plural, =1 {} =3 { in Farbe} other { in # Kanälen}}",
        numbers: "je {n, plural, one {1 Zahl} other {# Zahlen}}",
        taken: "Alles, was die Daten enthalten, wird verwendet.",
        unlabeled: "Keine Labels: Genauigkeiten sind nicht messbar.",
        thumbnails: "Trainingsbeispiele verschiedener Klassen",
        look: "Daten ansehen",
        lookAtViews: "Ansichten ansehen",
      },
      sources: {
        loading: "Die Daten werden geladen: {percent}",
        cancel: "Abbrechen",
        load: "Laden",
        own: "Für eigene Daten Dateien, einen Ordner oder einen Link irgendwo auf die Seite ziehen oder einfügen.",
        choose: "Dateien wählen",
        chooseFolder: "Ordner wählen",
        fileCount: "({count, plural, one {1 Datei} other {# Dateien}})",
        notAtHand: "(nicht zur Hand)",
        drop: "oder Dateien oder Ordner irgendwo ablegen oder einfügen: IDX wie bei MNIST, CIFAR (.bin, .tar.gz), NPY und NPZ, Bilder (ein Ordner je Klasse, oder eine Tabelle, die sie nennt), CSV, JSON, Parquet; gepackt (ZIP, tar, gzip) oder nicht. Sie bleiben auf diesem Gerät.",
        dropHere: "Ablegen, um mit diesen Daten zu trainieren",
        reading: "Der Ordner wird durchgesehen …",
        paste: "Enter lädt sie. Eine Adresse lässt sich auch irgendwo auf der Seite einfügen, ein Link dort ablegen.",
        parts: "{train, plural, one {1 Bild} other {# Bilder}} zum Trainieren, {test} zum Testen.",
        source: "Quelle",
        onDevice: "auf diesem Gerät",
        download: "Herunterladen und verwenden",
        downloadSize: "Herunterladen und verwenden ({size})",
        notHere: "{name} ist noch nicht auf diesem Gerät.",
        askFirst: "Nichts wird ungefragt geladen.",
        kept: "Auf diesem Gerät aufbewahrt: {count, plural, one {1 Datei} other {# Dateien}}, {size}",
        keptHint:
          "Downloads werden in diesem Browser aufbewahrt, damit sie ohne Netz da sind. Nichts wird hochgeladen.",
        training: "{set}, Training",
        testing: "{set}, Test",
        draw: "Punkte zeichnen",
        drawOn: "An {name} weiterzeichnen",
        remove: "{name} löschen",
        removeAll: "Alle löschen",
      },
      short: {
        title: "Diese Daten haben weniger Beispiele als ein Batch",
        hint: "Mit kleineren Batches lässt sich darauf trainieren.",
        apply: "Batches von {batchSize} nehmen",
      },
      setup: {
        title: {
          images: "Das sind Bilder",
          rows: "Das sind Zeilen von Zahlen",
        },
        reason: {
          images:
            "Die Einstellungen sind für Punkte: zwei Ansichten eines Bildes ({shape}) würden sich nur im Rauschen unterscheiden.",
          rows: "Die Einstellungen sind für Bilder, und der Encoder nimmt nichts anderes ({shape}).",
        },
        apply: {
          images: "Für Bilder einrichten",
          rows: "Für Zeilen einrichten",
        },
        ask: "Hilft es mir?",
        decline: "So lassen",
        changes: "{n, plural, one {1 Einstellung} other {# Einstellungen}} wie in „{preset}“",
        done: {
          images: "Für Bilder eingerichtet.",
          rows: "Für Zeilen eingerichtet.",
        },
        changed: "{n, plural, one {1 Einstellung wurde geändert} other {# Einstellungen wurden geändert}}",
        undo: "Rückgängig",
      },
      missing: {
        label: "Erneut abzulegende Dateien",
        title: "Diese Einstellungen gehören zu eigenen Dateien: {name}",
        hint: "Eine Seite kann sie nicht von selbst wieder öffnen: hier noch einmal ablegen oder wählen.",
        otherRun:
          "Eine Seite kann sie nicht von selbst wieder öffnen: hier noch einmal ablegen oder wählen. Unten ist ein anderer Lauf zu sehen, mit anderen Daten.",
        back: "Zurück zu den Einstellungen jenes Laufs",
        otherData: "Die Daten der Vorlage verwenden",
      },
      ownFiles: {
        ask: "{count, plural, one {Diese Datei} other {Diese # Dateien}} ({size}) auf diesem Gerät aufbewahren?",
        keep: "Auf diesem Gerät aufbewahren",
        hint: "{count, plural, one {Dann ist sie} other {Dann sind sie}} nach dem Neuladen noch da. Nichts wird hochgeladen.",
        kept: "Auf diesem Gerät aufbewahrte eigene Dateien:",
      },
      tabs: {
        samples: "Beispiele",
        views: "Ansichten",
      },
      facts: {
        train: "Zum Trainieren",
        bank: "Zum Messen",
        test: "Zurückgehalten",
        classes: "Klassen",
        unlabeled: "keine Labels",
        shape: "Form",
      },
      statistics: {
        title: "Werte der Trainingsbeispiele",
        guide:
          "Über die ganze Trainingsmenge. In float64; bei Bildern auf einer Skala von 0, Schwarz, bis 1. Mit diesen Zahlen normalisieren andere Werkzeuge; hier werden Pixel für jeden Datensatz gleichermaßen auf −1..1 gebracht.",
        points:
          "Über die ganze Trainingsmenge. In float64; Merkmale aus Dateien wurden beim Lesen auf Mittel 0 und Abweichung 1 gebracht; eines, das sich nie ändert, hat 0.",
        of: "Kanal",
        dimension: "Dimension",
        mean: "Mittel",
        deviation: "Std.-Abw.",
        grey: "Grau",
        colors: ["Rot", "Grün", "Blau"],
        channel: "Kanal {n}",
        more: "und {n} weitere",
      },
      classes: {
        title: "Klassen",
        name: "Klasse",
        train: "Training",
        bank: "Gemessen mit",
        test: "Zurückgehalten",
        share: "Anteil",
        samples: "Beispiele",
        shown: "{count, plural, one {1 Beispiel} other {# Beispiele}} von {name}",
        none: "Keine Labels: Genauigkeiten sind nicht messbar.",
        first: "{count, plural, one {Das einzige Trainingsbeispiel.} other {Die ersten # Trainingsbeispiele.}}",
        map: "{count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispiele}}{dimensions, plural, =0 {} =1 {} =2 {} other {, die ersten zwei Dimensionen}}.",
        mapOfColumns:
          "{count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispiele}}: {x} nach rechts, {y} nach oben.",
        describeGallery: "{count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispiele}}.",
      },
      views: {
        lead: "Einige Trainingsbeispiele und je zwei Ansichten, gemacht wie die der Lerner. Ansehen ändert nichts am Lauf.",
        again: "Neu ziehen",
        sample: "Beispiel",
        view: "Ansicht {n}",
        otherData: "Die Einstellungen nennen andere Daten als der Lauf. Diese Ansichten gehören zum Lauf: {title}.",
        waiting: "Die Ansichten werden gezogen, sobald das Gerät frei ist.",
        failed: "Die Ansichten konnten nicht gezogen werden: {reason}",
        ended: "der Lauf wurde beendet, seine Daten sind freigegeben",
        invalid: "Diese Einstellungen sind zusammen nicht möglich; die Ansichten gehören zu den letzten möglichen.",
        describe:
          "{count, plural, one {1 Trainingsbeispiel} other {# Trainingsbeispiele}}, je mit zwei augmentierten Ansichten.",
        controls: "Augmentierung",
      },
    },
    "data.glyphs": {
      title: "Glyphen, {classes, plural, one {1 Buchstabe} other {# Buchstaben}}",
    },
    "data.points": {
      title: "{layout}, {classes, plural, one {1 Klasse} other {# Klassen}}",
      layouts: {
        rings: "Ringe",
        moons: "Monde",
        gaussians: "Gauß-Wolken",
      },
    },
    readers: {
      cifar: {
        label: "CIFAR, binär oder für Python, gepackt oder nicht",
      },
      csv: {
        label: "CSV",
      },
      json: {
        label: "Datensätze in JSON und JSONL",
      },
      idx: {
        label: "IDX wie bei MNIST, einfach oder gzip",
      },
      images: {
        label: "PNG, JPEG, WebP, GIF, BMP und AVIF, einzeln, in einem Ordner oder Archiv",
      },
      numpy: {
        label: "NumPy .npy und .npz",
      },
      parquet: {
        label: "Parquet",
      },
      stl10: {
        label: "STL-10 als _X.bin und _y.bin",
      },
    },
    augmentations: {
      crop: {
        label: "Ausschnitt",
        guide: "Ein Teil des Bildes, auf dessen Größe gebracht: ein Anteil der Fläche und ein Seitenverhältnis.",
        summary: "{minScale, number, ::percent} bis {maxScale, number, ::percent}",
      },
      flip: {
        label: "Spiegelung",
        guide:
          "Links und rechts tauschen die Plätze. Automatisch: die halbe Stärke bei Farbbildern, 0 bei grauen, die meist Schriftzeichen sind. Auch eine farbige Ziffer hat kein Spiegelbild.",
        summary: "{flip, number, ::percent}",
      },
      rotation: {
        label: "Drehung",
        guide:
          "Um einen gleichverteilt gezogenen Winkel, in beide Richtungen. SimCLR hat keine; bei 15 Grad bleiben Schriftzeichen lesbar.",
        summary: "±{rotation, number, ::.##}°",
      },
      jitter: {
        label: "Farbvariation",
        guide: "Helligkeit, Kontrast, Sättigung und Farbton, alle mit dieser Wahrscheinlichkeit, sonst nichts davon.",
        summary: "{jitter, number, ::percent}",
      },
      brightness: {
        label: "Helligkeit",
        guide: "Alle Werte mal einen Zufallsfaktor.",
        summary: "±{brightness, number, ::.##}",
      },
      contrast: {
        label: "Kontrast",
        guide: "Abstände vom mittleren Grau der Ansicht mal einen Zufallsfaktor.",
        summary: "±{contrast, number, ::.##}",
      },
      saturation: {
        label: "Sättigung",
        guide: "Abstände vom Grau des Pixels mal einen Zufallsfaktor.",
        summary: "±{saturation, number, ::.##}",
      },
      hue: {
        label: "Farbton",
        guide: "Alle Farben werden bei gleicher Luma im Farbkreis gedreht.",
        summary: "±{hue, number, ::.##}",
      },
      grey: {
        label: "Graustufen",
        guide: "Die Farbe wird weggelassen.",
        summary: "{grey, number, ::percent}",
      },
      blur: {
        label: "Weichzeichnung",
        guide: "Ein Gauß-Weichzeichner von zufälliger Breite.",
        summary: "{blur, number, ::percent}, σ bis {maxBlur, number, ::.##}",
      },
      noise: {
        label: "Rauschen",
        guide: "Normalverteiltes Rauschen, zu jedem Wert addiert. SimCLR hat keines.",
        summary: "σ {noise, number, ::.##}",
      },
      cutout: {
        label: "Cutout",
        guide:
          "Ein Quadrat einer Ansicht wird mit mittlerem Grau übermalt. In der Veröffentlichung (DeVries und Taylor, 2017) geschieht das bei jeder Ansicht; Einschalten setzt die Wahrscheinlichkeit 1.",
        summary: "{cutout, number, ::percent}, Seite {cutoutSide, number, ::percent}",
      },
    },
  };
