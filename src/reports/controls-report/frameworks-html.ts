import { say, t } from '../../text/text.ts';
import type { ControlsReport } from './controls-report.ts';
import { type Html, html } from './html.ts';
import {
  FRAMEWORKS,
  type FrameworkRow,
  frameworkTables,
  VERDICT_WORDS,
  versionAndId,
} from './report-words.ts';

/** The same answers, found by the ids of each framework. */
export const frameworksHtml = (report: ControlsReport): Html => html`<section>
<h2>${say(t('By framework'))}</h2>
${frameworkTables(report).map(
  ([framework, rows]) => html`<table>
<caption>${FRAMEWORKS[framework]}</caption>
<thead><tr><th scope="col">${say(t('Id'))}</th><th scope="col">${say(t('Control'))}</th><th scope="col">${say(t('Answer'))}</th></tr></thead>
<tbody>${rows.map(rowHtml)}</tbody>
</table>
`,
)}</section>`;

const rowHtml = ({ id, controls }: FrameworkRow): Html[] =>
  controls.map(
    (control, at) => html`<tr>${
      at === 0
        ? html`<th scope="rowgroup" rowspan="${controls.length}">${versionAndId(id)}${
            id.level === 2 ? ` (${say(t('level 2'))})` : ''
          }</th>`
        : ''
    }<td><a href="#${control.id}">${control.title}</a></td><td class="${control.answer}">${say(VERDICT_WORDS[control.answer])}</td></tr>
`,
  );
