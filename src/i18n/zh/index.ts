import type { Catalog } from "../catalog";
import { actions } from "./actions";
import { charts } from "./charts";
import { data } from "./data";
import { dataPictures } from "./dataPictures";
import { dataReport } from "./dataReport";
import { draw } from "./draw";
import { embed } from "./embed";
import { errors } from "./errors";
import { fields } from "./fields";
import { figure } from "./figure";
import { glossary } from "./glossary";
import { interpretation } from "./interpretation";
import { labs } from "./labs";
import { learn } from "./learn";
import { lesson } from "./lesson";
import { metrics } from "./metrics";
import { narrator } from "./narrator";
import { objectives } from "./objectives";
import { presets } from "./presets";
import { report } from "./report";
import { runs } from "./runs";
import { settings } from "./settings";
import { shell } from "./shell";
import { slow } from "./slow";
import { views } from "./views";

/** Simplified Chinese. Words are those of docs/terms.md. */
const chinese: Catalog = {
  ...actions,
  ...charts,
  ...data,
  ...dataPictures,
  ...dataReport,
  ...draw,
  ...embed,
  ...errors,
  ...fields,
  ...figure,
  ...glossary,
  ...interpretation,
  ...labs,
  ...learn,
  ...lesson,
  ...metrics,
  ...narrator,
  ...objectives,
  ...presets,
  ...report,
  ...runs,
  ...settings,
  ...shell,
  ...slow,
  ...views,
};

export default chinese;
