import type { Page } from "../../../session/address/page";
import { Roving } from "../../components/Roving";
import { usePlayground, useSelect } from "../../context";
import { useTexts } from "../../language/useTexts";
import { PAGES, pageName } from "../pages";
import { texts } from "../texts";
import classes from "./tabs.module.css";

function hrefOf(page: Page): string {
  if (page === "race") return "#";
  return page === "learn" ? "#learn" : `#lab=${page}`;
}

/** The pages, as links: one opened in another tab of the browser starts at its defaults. */
export function Tabs() {
  const t = useTexts(texts);
  const playground = usePlayground();
  const page = useSelect((state) => state.page);
  const turn = (event: React.MouseEvent, to: Page) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    playground.setPage(to);
  };
  return (
    <Roving role="navigation" className={classes.tabs} aria-label={t.pages.title}>
      {PAGES.map((to) => (
        <a
          key={to}
          className={classes.tab}
          href={hrefOf(to)}
          aria-current={to === page ? "page" : undefined}
          onClick={(event) => turn(event, to)}
        >
          {pageName(to)}
        </a>
      ))}
    </Roving>
  );
}
