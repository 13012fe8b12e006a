/** Says when an element comes onto the screen or close to it, and when it leaves. */
export function watch(element: Element | null, changed: (visible: boolean) => void): () => void {
  if (!element) return () => undefined;
  const observer = new IntersectionObserver(([entry]) => changed(entry?.isIntersecting ?? false), {
    rootMargin: "80px",
  });
  observer.observe(element);
  return () => observer.disconnect();
}
