import { formatExperiment } from "../../../config/url/experiment";
import { encode } from "../../../config/url/fields";
import { translateAll } from "../../../i18n/translate";
import { type Content, html } from "../../markup";
import type { ReportedRun, ReportOptions } from "../reported";
import { texts } from "../texts";

/** How a run is made again: as an address, and as a command. */
export function reproductionOf(run: ReportedRun, { page }: ReportOptions): Content {
  const t = translateAll(texts).reproduce;
  const { config, changes } = run;
  const address = page === null ? null : `${page}#${fragmentOf(run)}`;
  const hasMoved = changes.some(({ environment }) => environment);
  return html`<p>${hasMoved ? t.moved : t.exact}</p>${address === null ? null : html`<p>${t.address} <a href="${address}">${address}</a></p>`}<p>${t.command}</p><pre>${commandOf(run)}</pre>${config.dataset.id === "files" ? html`<p>${t.files}</p>` : null}${changes.length > 0 ? html`<p>${t.changed}</p>` : null}`;
}

function fragmentOf(run: Pick<ReportedRun, "presetId" | "config">): string {
  return formatExperiment(run)
    .map(([key, value]) => `${encode(key)}=${encode(value)}`)
    .join("&");
}

/** @returns `npm run experiment -- --preset vanish --set batchSize=32` */
export function commandOf(run: Pick<ReportedRun, "presetId" | "config">): string {
  const options = formatExperiment(run).map(([key, value]) =>
    key === "preset" ? `--preset ${quoted(value)}` : `--set ${quoted(`${key}=${value}`)}`,
  );
  return ["npm run experiment --", ...options].join(" ");
}

/** For a shell, which is not to make anything of it. */
function quoted(text: string): string {
  return /^[\w.=:,+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
