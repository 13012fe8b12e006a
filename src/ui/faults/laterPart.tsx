import { type ComponentType, use } from "react";
import { Later } from "./later";
import { loadFailedStyles } from "./styles";

interface LaterFileProps<Props> {
  file: Later<{ default: ComponentType<Props> }>;
  props: Props;
}

function LaterFile<Props extends object>({ file, props }: LaterFileProps<Props>) {
  const { default: Part } = use(file.get());
  return <Part {...props} />;
}

/** A component whose file is loaded when it is first shown, to stand in a `Suspense` and a `Guard`: a failure can be tried again. */
export function laterPart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): ComponentType<Props> {
  const file = new Later(async () => {
    await loadFailedStyles();
    return load();
  });
  return (props) => <LaterFile file={file} props={props} />;
}
