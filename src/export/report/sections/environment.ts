import { translateAll } from "../../../i18n/translate";
import { composedNames, computesOnCpu } from "../../../record/environment";
import { type Content, html } from "../../markup";
import { row, table } from "../parts";
import type { ReportedRun } from "../reported";
import { texts } from "../texts";

/** What a run was computed on; its reasons are sentences of the record, which are English. */
export function environmentOf({ name, environment, config }: ReportedRun): Content {
  const t = translateAll(texts).environment;
  const { backend, adapter, kernels, kernelsRefused, tfjs, refused, userAgent } = environment;
  const composed = composedNames(environment, config);
  const facts: [string, string][] = [
    [t.backend, backend],
    [t.adapter, adapter],
    [t.software, computesOnCpu(environment) ? t.yes : t.no],
    [t.kernels, kernels],
    ...(kernelsRefused === null ? [] : [[t.kernelsRefused, kernelsRefused] as [string, string]]),
    ...(composed === null ? [] : [[t.composed, composed] as [string, string]]),
    [t.tfjs, tfjs],
    ...refused.map((reason): [string, string] => [t.refused, reason]),
    [t.userAgent, userAgent],
  ];
  return html`${table({ caption: t.caption({ run: name }), head: [t.what, t.is], rows: facts.map(([what, is]) => row(what, [is], "long")) })}`;
}
