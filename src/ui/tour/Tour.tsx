import { useMediaQuery, useReducedMotion } from "@mantine/hooks";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { CAPTIONS, type Caption } from "../../session/tour/captions";
import { usePlayground, useSelect } from "../context";
import { CaptionCard } from "./CaptionCard";
import { placeBeside } from "./place";
import classes from "./tour.module.css";
import { findPanel, usePanelBox } from "./usePanelBox";
import { useTourKeys } from "./useTourKeys";

/** How often it is looked whether the next caption is due, in milliseconds. */
const TICK = 500;

/** The guided minute: a ring around a panel of the live page, and a caption beside it. Comes when somebody takes it. */
export default function Tour() {
  const at = useSelect((state) => state.tour?.at ?? 0);
  const caption = CAPTIONS[at] as Caption;
  const card = useRef<HTMLElement>(null);
  const isPhone = useMediaQuery("(max-width: 720px)") ?? false;
  useFocus(card);
  useTourKeys(card);
  useScrolledTo(caption.panel, isPhone);
  const hold = useAdvance();
  const box = usePanelBox(caption.panel);
  const verdict = usePanelBox("verdict");
  const [size, setSize] = useState({ width: 0, height: 0 });
  // biome-ignore lint/correctness/useExhaustiveDependencies: each caption has a height of its own.
  useLayoutEffect(() => {
    if (card.current) setSize({ width: card.current.offsetWidth, height: card.current.offsetHeight });
  }, [at, box]);
  const view = { width: document.documentElement.clientWidth, height: window.innerHeight, bar: barHeight() };
  return (
    <>
      {box && <div className={classes.ring} style={box} aria-hidden="true" />}
      <CaptionCard
        ref={card}
        caption={caption}
        at={at}
        place={box && !isPhone ? placeBeside(box, size, view, verdict) : null}
        hold={hold}
      />
    </>
  );
}

/** The focus is in the caption while the tour is there, and then where it was before. */
function useFocus(card: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    card.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, [card]);
}

function barHeight(): number {
  return document.querySelector("header")?.offsetHeight ?? 0;
}

/** Room for the ring around a panel. */
const MARGIN = 12;

/**
 * Brings a panel into view once, as its caption comes: on a phone below the top bar, since the caption takes the lower edge.
 * Whoever scrolls on then is left alone, however the page grows.
 */
function useScrolledTo(panel: Caption["panel"], isPhone: boolean): void {
  const still = useReducedMotion();
  useEffect(() => {
    // What the caption brought with it is drawn first.
    const frame = requestAnimationFrame(() => {
      const target = findPanel(panel);
      const behavior = still ? "auto" : "smooth";
      if (!isPhone) target?.scrollIntoView({ block: "nearest", behavior });
      else if (target) window.scrollBy({ top: target.getBoundingClientRect().top - barHeight() - MARGIN, behavior });
    });
    return () => cancelAnimationFrame(frame);
  }, [panel, isPhone, still]);
}

/**
 * Goes on by itself, unless somebody wants less motion.
 * @returns told whether the pointer is over the caption, which holds it
 */
function useAdvance(): (held: boolean) => void {
  const { tour } = usePlayground();
  const still = useReducedMotion();
  const held = useRef(false);
  useEffect(() => {
    if (still) return;
    const timer = setInterval(() => {
      if (!held.current && !document.hidden) tour.tick();
    }, TICK);
    return () => clearInterval(timer);
  }, [tour, still]);
  return (now) => {
    held.current = now;
  };
}
