import { accountNumber } from '../../text/account-number.ts';
import { plain, say, t } from '../../text/text.ts';
import { SECTIONS, type SectionId } from '../control-sections.ts';
import { VERDICTS } from './answer.ts';
import { SHOWN_FINDINGS } from './control-html.ts';
import type { ControlsReport, ReportedControl } from './controls-report.ts';
import { markdownText as text } from './markdown-text.ts';
import {
  evidenceLines,
  FRAMEWORKS,
  frameworkId,
  frameworkTables,
  inShort,
  readsText,
  SCOPE,
  timeText,
  VERDICT_WORDS,
  warnings,
} from './report-words.ts';

/**
 * The report as Markdown, as GitHub reads it.
 *
 * @param hash SHA-256 of the report as `--json` prints it
 */
export function reportMarkdown(report: ControlsReport, hash: string): string {
  const { account, counts, madeAt, rootlock, masked } = report;
  const { id, alias, identity } = account;
  const blocks = [
    `# ${text(say(t('Security report of the account {id}', { id: accountNumber(id) })))}`,
    ...warnings(report).map((warning) => `**${text(say(warning))}**`),
    list([
      ...(alias ? [text(alias)] : []),
      `${said(t('Looked at'))}: ${timeText(madeAt)}`,
      `${said(t('Signed in as'))}: ${text(identity)}`,
      `${said(t('Made by'))}: Rootlock ${text(rootlock)}`,
      ...VERDICTS.map((verdict) => `${said(VERDICT_WORDS[verdict])}: ${counts[verdict]}`),
    ]),
    ...(Object.keys(SECTIONS) as SectionId[]).flatMap((section) => sectionBlocks(section, report)),
    `## ${said(t('By framework'))}`,
    ...frameworkBlocks(report),
    ...SCOPE.map(said),
    ...(masked ? [said(t('E-mail addresses and other personal data are masked.'))] : []),
    `${said(t('SHA-256 of the same report as JSON:'))} ${hash}`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

const sectionBlocks = (section: SectionId, { controls }: ControlsReport): string[] => [
  `## ${said(SECTIONS[section])}`,
  ...controls.filter((one) => one.section === section).flatMap(controlBlocks),
];

function controlBlocks(control: ReportedControl): string[] {
  const { title, answer, value, why, fix = [], confirmed, findings } = inShort(control);
  const { byDesign, mend, see, at, evidence, frameworks } = control;
  const more = findings.length - SHOWN_FINDINGS;
  return [
    `### ${text(title)}`,
    list([
      `**${said(VERDICT_WORDS[answer])}**${value ? `: ${text(value)}` : ''}`,
      ...(confirmed ? [said(t('Confirmed on {day}', { day: confirmed }))] : []),
      ...[...(why ? [why] : []), ...fix].map(text),
      ...findings.slice(0, SHOWN_FINDINGS).map((one) => text(one.text)),
      ...(more > 0 ? [said(t('and {count} more', { count: more }))] : []),
      ...(byDesign ? [`${said(t('By design:'))} ${text(byDesign)}`] : []),
      ...(mend ? [`${said(t('To do it:'))} ${code(mend)}`] : []),
      ...(see && !mend ? [`${said(t('To see more:'))} ${code(see)}`] : []),
      ...(at ? [`${timeText(at)}: ${readsText(control).map(said).join(', ')}`] : []),
      ...(evidence ? evidenceLines(evidence).map(code) : []),
      frameworks.map((one) => text(frameworkId(one))).join(', '),
    ]),
  ];
}

const frameworkBlocks = (report: ControlsReport): string[] =>
  frameworkTables(report).flatMap(([framework, rows]) => [
    `### ${FRAMEWORKS[framework]}`,
    [
      `| ${[t('Id'), t('Control'), t('Answer')].map(said).join(' | ')} |`,
      '| --- | --- | --- |',
      ...rows.flatMap(({ id, controls }) =>
        controls.map(
          ({ title, answer }) =>
            `| ${text(frameworkId(id))} | ${text(title)} | ${said(VERDICT_WORDS[answer])} |`,
        ),
      ),
    ].join('\n'),
  ]);

const list = (items: string[]): string => items.map((item) => `- ${item}`).join('\n');

const said = (sentence: Parameters<typeof say>[0]): string => text(say(sentence));

/** A command or evidence as it stands, within more backticks than it holds in a row. */
function code(words: string): string {
  const line = plain(words);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}
