import { Popover, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCpu } from "@tabler/icons-react";
import { composedNames, type Environment } from "../../../record/environment";
import { useSelect } from "../../context";
import { useTexts, useTranslate } from "../../language/useTexts";
import { texts } from "../texts";
import classes from "./backend.module.css";

/** Names the backend; opens to its adapter and to why better ones were refused. */
export function BackendBadge() {
  const t = useTexts(texts);
  const environment = useSelect((state) => state.environment);
  if (!environment) return <span className={classes.backend}>{t.backend.pending}</span>;
  const name = t.backend.names[environment.backend];
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton className={classes.backend} aria-label={`${t.backend.title}: ${name}, ${environment.adapter}`}>
          {environment.software ? <IconAlertTriangle size={15} className={classes.warning} /> : <IconCpu size={15} />}
          <span className={classes.backendName}>{name}</span>
          <span className={classes.adapter} data-untranslated>
            {environment.adapter}
          </span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <Details environment={environment} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** The adapter, and why it is no better one. */
function Details({ environment }: { environment: Environment }) {
  const t = useTexts(texts);
  const translated = useTranslate();
  const { backend, adapter, software, refused } = environment;
  const config = useSelect(({ run }) => run?.config ?? null);
  const composed = config && composedNames(environment, config);
  return (
    <div className={classes.backendCard}>
      <h2>{t.backend.title}</h2>
      <p>
        <b>{t.backend.names[backend]}</b>, {adapter}
        {software && ` (${t.backend.software})`}
      </p>
      {software && <p className={classes.softwareNotice}>{t.backend.softwareNotice}</p>}
      {composed && <p>{t.backend.composed({ arms: composed })}</p>}
      <h3>{t.backend.refused}</h3>
      {refused.length === 0 ? (
        <p>{t.backend.best}</p>
      ) : (
        <ul>
          {refused.map(translated).map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      <p className={classes.soft}>{t.backend.force}</p>
    </div>
  );
}
