import { useEffect, useRef } from "react";
import { rove } from "./roving";

/** A group of buttons or links that is one stop of the Tab key: a toolbar, unless it is said to be something else. */
export function Roving({ role = "toolbar", ...box }: React.ComponentProps<"div">) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current ? rove(ref.current) : undefined), []);
  return <div {...box} ref={ref} role={role} />;
}
