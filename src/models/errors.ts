import { defineTexts } from "../i18n/message";

/** Why an encoder does not fit the samples. */
export const texts = defineTexts("errors.models", {
  needsImages:
    "The {encoder} needs images, but these samples are points of {size, plural, one {1 number} other {# numbers}}: choose the {other} encoder.",
  tooDeep:
    "A convnet of depth {depth} is too deep for images of {height} x {width} pixels, since each convolution halves the sides: choose a depth of at most {deepest}, or the mlp encoder.",
});

declare module "../i18n/message" {
  interface TextRooms {
    "errors.models": typeof texts;
  }
}
