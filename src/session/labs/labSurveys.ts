import { sourceOf } from "../../data/sources";
import { saidOf } from "../../i18n/errors";
import type { Said } from "../../i18n/message";
import { LABS, type LabId } from "../../labs";
import type { DataRules } from "../../labs/types";
import { computesOnCpu } from "../../record/environment";
import type { SurveyResult, TrainingService } from "../../worker/protocol";
import type { PlaygroundState, PlaygroundStore } from "../playgroundState";
import { experimentIn, type LabData } from "./labData";
import type { Labs } from "./labs";
import { surveyKey } from "./survey";
import type { DataSurvey } from "./surveyState";

interface LabSurveysOptions {
  store: PlaygroundStore;
  service: TrainingService;
  labs: Labs;
  labData: LabData;
  /** Told why data could not be looked at, or the settings not be suited to it. */
  failed(reason: Said): void;
}

/** Looks at the data of a lab before it is run, and suits the lab's settings to data that has just come. */
export class LabSurveys {
  private readonly options: LabSurveysOptions;

  constructor(options: LabSurveysOptions) {
    this.options = options;
  }

  /** Looks at a lab's data, where it is at hand and was not looked at. Never rejects. */
  look(id: LabId): Promise<void> {
    return this.attempt(() => this.lookAt(id));
  }

  /** Looks at data that has just come. Settings that were measured with already stay as they are. Never rejects. */
  receive(id: LabId): Promise<void> {
    return this.attempt(() => this.takeIn(id));
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.options.failed(saidOf(error));
    }
  }

  private async lookAt(id: LabId): Promise<void> {
    const key = surveyKey(id, this.state);
    if (key === (this.state.survey?.key ?? null)) return;
    this.show(key === null ? null : { key, share: null, found: null, failure: null });
    if (key === null) return this.options.service.cancelSurvey();
    const result = await this.ask(id, key);
    if (this.state.survey?.key !== key) return;
    if (result.ok) this.update({ share: null, found: result });
    else if (result.canceled) this.show(null);
    else this.update({ share: null, failure: result.said });
  }

  private async takeIn(id: LabId): Promise<void> {
    await this.lookAt(id);
    await this.options.labs.recalled(id);
    const { labs, survey, environment, draft } = this.state;
    const { config, rows, errors } = labs[id];
    const dataset = experimentIn(config)?.dataset;
    if (!dataset || rows.length > 0 || errors.length > 0 || surveyKey(id, this.state) !== (survey?.key ?? null)) return;
    const shape = survey ? survey.found?.dataset.shape : sourceOf(dataset).likelyShape(dataset);
    const device = survey?.found?.environment ?? environment ?? { backend: draft.backend, software: false };
    const lab: DataRules = LABS[id];
    if (shape && lab.suitTo)
      this.options.labs.setConfig(id, lab.suitTo(config, { shape, onCpu: computesOnCpu(device) }));
  }

  private get state(): PlaygroundState {
    return this.options.store.getState();
  }

  private show(survey: DataSurvey | null): void {
    this.options.store.setState({ survey });
  }

  private update(patch: Partial<DataSurvey>): void {
    const { survey } = this.state;
    if (survey) this.show({ ...survey, ...patch });
  }

  private async ask(id: LabId, key: string): Promise<SurveyResult> {
    const { service, labData } = this.options;
    const { config } = this.state.labs[id];
    try {
      const files = await labData.filesOf(config);
      const request = { id, config, files, backend: this.state.draft.backend };
      return await service.surveyLab(request, (share) => {
        if (this.state.survey?.key === key) this.update({ share });
      });
    } catch (error) {
      return { ok: false, said: saidOf(error) };
    }
  }
}
