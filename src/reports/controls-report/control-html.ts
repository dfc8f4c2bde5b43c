import { say, type Text, t } from '../../text/text.ts';
import type { ReportedControl } from './controls-report.ts';
import { type Html, html } from './html.ts';
import {
  evidenceLines,
  frameworkId,
  inShort,
  readsText,
  timeText,
  VERDICT_WORDS,
} from './report-words.ts';

/** More findings than these are counted. The JSON has all. */
export const SHOWN_FINDINGS = 10;

/** One control: the answer in words, what it stands on, what does it, and the ids of the frameworks. */
export function controlHtml(control: ReportedControl): Html {
  const { id, title, answer, evidence, frameworks } = control;
  return html`<article id="${id}" class="${answer}">
<h3>${title}</h3>
<p class="answer">${say(VERDICT_WORDS[answer])}</p>
<div>${answerLines(control)}${look(control)}${
    evidence ? html`<pre>${evidenceLines(evidence).map((one) => html`${one}\n`)}</pre>` : ''
  }
<p class="ids">${frameworks.map((one) => html`<span>${frameworkId(one)}</span> `)}</p></div>
</article>
`;
}

const line = (text: string): Html => html`<p>${text}</p>`;

function answerLines(control: ReportedControl): Html[] {
  const { value, why, fix = [], confirmed, findings, byDesign, mend, see } = inShort(control);
  const more = findings.length - SHOWN_FINDINGS;
  return [
    ...(value ? [line(value)] : []),
    ...(confirmed ? [line(say(t('Confirmed on {day}', { day: confirmed })))] : []),
    ...(why ? [line(why)] : []),
    ...fix.map(line),
    ...(findings.length > 0
      ? [
          html`<ul>${findings.slice(0, SHOWN_FINDINGS).map(({ text }) => html`<li>${text}</li>`)}${
            more > 0 ? html`<li>${say(t('and {count} more', { count: more }))}</li>` : ''
          }</ul>`,
        ]
      : []),
    ...(byDesign ? [labelled(t('By design:'), html`${byDesign}`)] : []),
    ...(mend ? [labelled(t('To do it:'), html`<code>${mend}</code>`)] : []),
    ...(see && !mend ? [labelled(t('To see more:'), html`<code>${see}</code>`)] : []),
  ];
}

const labelled = (label: Text, value: Html): Html => html`<p><b>${say(label)}</b> ${value}</p>`;

function look(control: ReportedControl): Html | string {
  if (!control.at) return '';
  const reads = readsText(control).map(say).join(', ');
  return html`<p class="look">${timeText(control.at)} · ${reads}</p>`;
}
