import { useSelect } from "../context";
import { useTexts } from "../language/useTexts";
import { useShows } from "../panels/usePanels";
import { goTo, PLACES } from "./places";
import classes from "./skipLinks.module.css";
import { texts } from "./texts";

const RACE = ["charts", "settings", "runs"] as const;

/** For who goes by keyboard: past the top bar, and to the parts of the Race. Seen while one of them has the focus. */
export function SkipLinks() {
  const t = useTexts(texts);
  const isRace = useSelect((state) => state.page === "race");
  const shows = useShows();
  const places = isRace ? RACE.filter(shows) : (["charts"] as const);
  return places.map((place) => (
    <button key={place} type="button" className={classes.skip} onClick={() => goTo(PLACES[place])}>
      {t.app.skip[place]}
    </button>
  ));
}
