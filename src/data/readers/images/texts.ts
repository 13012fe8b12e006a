import { defineTexts } from "../../../i18n/message";

/** What was decided about the pictures of a data set, for all of them alike. */
export const texts = defineTexts("data.pictures", {
  namesOffered:
    "No folder and no table says classes. The names of the files would give {count, number} ({names}), if that is what they mean (a choice under What is what).",
  absent:
    "{table}: {absent, number} of {rows, plural, one {1 row} other {# rows}} {absent, plural, one {names a picture that is} other {name pictures that are}} not there, the first {first}.",
  fewColored:
    "{colored, number} of {count, plural, one {1 picture} other {# pictures}} {colored, plural, one {has} other {have}} color: all are taken in color.",
  sizes:
    "The pictures are of different sizes, from {height, number} x {width, number} to {tallest, number} x {widest, number} pixels; all become {side} x {side}.",
  oblong:
    "{oblong, number} of {count, plural, one {1 picture} other {# pictures}} {oblong, plural, one {is} other {are}} oblong: {fit, select, whole {they are squeezed into a square} other {the largest square in the middle is taken}}.",
  resized: "The pictures are of {height, number} x {width, number} pixels; all become {side} x {side}.",
  moving:
    "{moving, number} of {count, plural, one {1 picture} other {# pictures}} {moving, plural, one {moves} other {move}}: the first frame is taken.",
  deep: "{deep, number} of {count, plural, one {1 picture} other {# pictures}} {deep, plural, one {has} other {have}} 16 bits a channel.",
  stretched:
    "Brightness from {low, number} to {high, number} of {most, number} was stretched to 0 to 255, in all pictures alike; one value in a thousand at most lies beyond and was set to 0 or 255.",
  asIs: "They are taken as they are, from 0 to {most, number}.",
  ground:
    "{transparent, number} of {count, plural, one {1 picture} other {# pictures}} {transparent, plural, one {is} other {are}} transparent in places: they lie on {ground, select, black {black} other {white}}, from which the drawings differ more.",
  groundSaid:
    "{transparent, number} of {count, plural, one {1 picture} other {# pictures}} {transparent, plural, one {is} other {are}} transparent in places: they lie on {ground, select, black {black} other {white}}, as it was said.",
  vanishing:
    "{count, number} of {of, plural, one {1 picture that is} other {# pictures that are}} transparent in places can hardly be seen on {ground, select, black {black} other {white}}.",
});

declare module "../../../i18n/message" {
  interface TextRooms {
    "data.pictures": typeof texts;
  }
}
