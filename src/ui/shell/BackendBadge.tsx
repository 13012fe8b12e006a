import { Popover, UnstyledButton } from "@mantine/core";
import { IconAlertTriangle, IconCpu } from "@tabler/icons-react";
import { useSelect } from "../context";
import { words } from "../words";
import classes from "./shell.module.css";

/** Names the backend; opens to its adapter and to why better ones were refused. */
export function BackendBadge() {
  const environment = useSelect((state) => state.environment);
  if (!environment) return <span className={classes.backend}>{words.backend.pending}</span>;
  const name = words.backend.names[environment.backend];
  return (
    <Popover width={340} position="bottom-end" shadow="md" withArrow>
      <Popover.Target>
        <UnstyledButton
          className={classes.backend}
          aria-label={`${words.backend.title}: ${name}, ${environment.adapter}`}
        >
          {environment.software ? <IconAlertTriangle size={15} className={classes.warning} /> : <IconCpu size={15} />}
          <span className={classes.backendName}>{name}</span>
          <span className={classes.adapter}>{environment.adapter}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.backendCard}>
          <h2>{words.backend.title}</h2>
          <p>
            <b>{name}</b>, {environment.adapter}
            {environment.software && ` (${words.backend.software})`}
          </p>
          {environment.software && <p className={classes.softwareNotice}>{words.backend.softwareNotice}</p>}
          <h3>{words.backend.refused}</h3>
          {environment.refused.length === 0 ? (
            <p>{words.backend.best}</p>
          ) : (
            <ul>
              {environment.refused.map((reason) => (
                <li key={reason}>{reason}</li>
              ))}
            </ul>
          )}
          <p className={classes.soft}>{words.backend.force}</p>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
