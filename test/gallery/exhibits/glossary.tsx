import { Explained } from "../../../src/ui/glossary/Explained";
import type { TermId } from "../../../src/ui/glossary/explain";
import { PICTURES } from "../../../src/ui/glossary/pictures";
import { Meaning } from "../../../src/ui/glossary/Term";
import type { Room } from "../exhibit";
import { pageOf } from "../seed/run";
import { focusWord } from "./acts";

const Words = () => (Object.keys(PICTURES) as TermId[]).map((id) => <Meaning key={id} id={id} />);

/** A text as the page has it. */
const Sentence = () => (
  <Explained text="InfoNCE multiplies each anchor's pull by the vanishing factor; its estimate ends at log K." />
);

/** The words that the page explains where they are met. */
export const glossary: Room = {
  id: "glossary",
  title: "Words",
  about: "One sentence and one picture each, in the tooltip of a word with dots below it.",
  exhibits: [
    { id: "glossary", title: "All words", width: 300, playground: () => pageOf(), content: Words },
    {
      id: "glossary-open",
      title: "A word that is looked up",
      width: 480,
      playground: () => pageOf(),
      content: Sentence,
      height: 240,
      act: focusWord("vanishing factor"),
    },
  ],
};
