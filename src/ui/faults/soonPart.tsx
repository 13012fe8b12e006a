import { type ComponentType, startTransition, useEffect, useState } from "react";
import { Later } from "./later";
import { loadFailedStyles } from "./styles";

type Loaded<Props> = { default: ComponentType<Props> };

/**
 * A component that is always on the page, whose file comes after the page's first picture: asked for once that is drawn, and drawn
 * in slices, between which the page answers. It is to stand in a `Guard`. Unlike a part that suspends (`laterPart`), it is not held back
 * by React for as long as a fallback is to be seen.
 * @param Room what keeps its room until then
 */
export function soonPart<Props extends object = object>(
  load: () => Promise<Loaded<Props>>,
  Room: ComponentType = Nothing,
): ComponentType<Props> {
  const file = new Later(async () => {
    await loadFailedStyles();
    return load();
  });
  return function Soon(props) {
    const loaded = useArrival(file);
    return loaded ? <loaded.default {...props} /> : <Room />;
  };
}

function Nothing() {
  return null;
}

/** What is loaded, once it is. @throws PartMissing where it does not come */
function useArrival<T>(file: Later<T>): T | null {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  const [there, setThere] = useState(file.there);
  useEffect(() => {
    if (there) return;
    let isShown = true;
    const after = (update: () => void) => isShown && startTransition(update);
    file.get().then(
      (loaded) => after(() => setThere(loaded)),
      (error: unknown) => after(() => setFailure({ error })),
    );
    return () => {
      isShown = false;
    };
  }, [file, there]);
  if (failure) throw failure.error;
  return there;
}
