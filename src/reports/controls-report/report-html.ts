import { accountNumber } from '../../text/account-number.ts';
import { say, type Text, t } from '../../text/text.ts';
import { SECTIONS, type SectionId } from '../control-sections.ts';
import { VERDICTS } from './answer.ts';
import { controlHtml } from './control-html.ts';
import type { ControlsReport } from './controls-report.ts';
import { frameworksHtml } from './frameworks-html.ts';
import { type Html, html } from './html.ts';
import { STYLE } from './report-style.ts';
import { SCOPE, timeText, VERDICT_MEANINGS, VERDICT_WORDS, warnings } from './report-words.ts';

/**
 * The report as one file that loads nothing, and that is read without a script.
 *
 * @param hash SHA-256 of the report as `--json` prints it
 */
export function reportHtml(report: ControlsReport, hash: string): string {
  const { account, language } = report;
  const title = say(t('Security report of the account {id}', { id: accountNumber(account.id) }));
  const { code } = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
${header(report)}
<main>
${(Object.keys(SECTIONS) as SectionId[]).map((section) => sectionHtml(section, report))}
${frameworksHtml(report)}
</main>
${footer(report, hash)}
</body>
</html>
`;
  return code;
}

function header(report: ControlsReport): Html {
  const { account, madeAt, rootlock, regions, counts } = report;
  const facts: [Text, string][] = [
    [t('Looked at'), timeText(madeAt)],
    [t('Signed in as'), account.identity],
    [t('Made by'), `Rootlock ${rootlock}`],
    [t('Regions of the review'), regions.length > 3 ? String(regions.length) : regions.join(', ')],
  ];
  return html`<header>
<p class="kind">${say(t('Security report'))}</p>
<h1>${accountNumber(account.id)}${account.alias ? html` <small>${account.alias}</small>` : ''}</h1>
${warnings(report).map((text) => html`<p class="warning">${say(text)}</p>`)}
<dl class="facts">${facts.map(([name, fact]) => html`<div><dt>${say(name)}</dt><dd>${fact}</dd></div>`)}</dl>
<dl class="counts">${VERDICTS.map(
    (verdict) =>
      html`<div class="${verdict}"><dt>${say(VERDICT_WORDS[verdict])}</dt><dd><b>${counts[verdict]}</b><span>${say(VERDICT_MEANINGS[verdict])}</span></dd></div>`,
  )}</dl>
</header>`;
}

const sectionHtml = (section: SectionId, { controls }: ControlsReport): Html => html`<section>
<h2>${say(SECTIONS[section])}</h2>
${controls.filter((control) => control.section === section).map(controlHtml)}</section>
`;

function footer({ masked }: ControlsReport, hash: string): Html {
  const notes = [
    ...SCOPE,
    ...(masked ? [t('E-mail addresses and other personal data are masked.')] : []),
    t('Rootlock only reads for this report: it changes nothing in the account.'),
  ];
  return html`<footer>
${notes.map((text) => html`<p>${say(text)}</p>`)}
<p>${say(t('SHA-256 of the same report as JSON:'))} <code>${hash}</code></p>
</footer>`;
}
