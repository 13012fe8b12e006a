import type { Catalog } from "../catalog";

/** What was decided about the pictures of a data set. */
export const dataPictures: Pick<Catalog, "data.pictures"> = {
  "data.pictures": {
    namesOffered:
      "Kein Ordner und keine Tabelle sagt Klassen. Die Namen der Dateien ergäben {count, number} ({names}), falls sie das bedeuten (eine Wahl unter „Was ist was“).",
    absent:
      "{table}: {absent, number} von {rows, plural, one {1 Zeile} other {# Zeilen}} {absent, plural, one {nennt ein Bild, das nicht da ist} other {nennen Bilder, die nicht da sind}}, zuerst {first}.",
    fewColored:
      "{colored, number} von {count, plural, one {1 Bild} other {# Bildern}} {colored, plural, one {ist} other {sind}} farbig: alle werden in Farbe genommen.",
    sizes:
      "Die Bilder sind verschieden groß, von {height, number} x {width, number} bis {tallest, number} x {widest, number} Pixel; alle werden {side} x {side}.",
    oblong:
      "{oblong, number} von {count, plural, one {1 Bild} other {# Bildern}} {oblong, plural, one {ist} other {sind}} nicht quadratisch: {fit, select, whole {sie werden zum Quadrat gestaucht} other {genommen wird das größte Quadrat in der Mitte}}.",
    resized: "Die Bilder haben {height, number} x {width, number} Pixel; alle werden {side} x {side}.",
    moving:
      "{moving, number} von {count, plural, one {1 Bild} other {# Bildern}} {moving, plural, one {ist} other {sind}} bewegt: das erste Einzelbild wird genommen.",
    deep: "{deep, number} von {count, plural, one {1 Bild} other {# Bildern}} {deep, plural, one {hat} other {haben}} 16 Bit je Kanal.",
    stretched:
      "Helligkeit von {low, number} bis {high, number} von {most, number} wurde auf 0 bis 255 gestreckt, in allen Bildern gleich; höchstens ein Wert von tausend liegt außerhalb und wurde auf 0 oder 255 gesetzt.",
    asIs: "Sie werden genommen, wie sie sind, von 0 bis {most, number}.",
    ground:
      "{transparent, number} von {count, plural, one {1 Bild} other {# Bildern}} {transparent, plural, one {ist} other {sind}} stellenweise durchsichtig: sie liegen auf {ground, select, black {Schwarz} other {Weiß}}, von dem sich die Zeichnungen mehr unterscheiden.",
    groundSaid:
      "{transparent, number} von {count, plural, one {1 Bild} other {# Bildern}} {transparent, plural, one {ist} other {sind}} stellenweise durchsichtig: sie liegen auf {ground, select, black {Schwarz} other {Weiß}}, wie es gesagt wurde.",
    vanishing:
      "{count, number} von {of, plural, one {1 Bild} other {# Bildern}}, die stellenweise durchsichtig sind, {count, plural, one {ist} other {sind}} auf {ground, select, black {Schwarz} other {Weiß}} kaum zu sehen.",
  },
};
