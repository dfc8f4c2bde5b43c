import { linesOfSaid } from '../../text/sentence-lines.ts';
import { say, t } from '../../text/text.ts';
import { VERDICTS, type Verdict } from './answer.ts';
import type { ControlsReport, ReportedControl } from './controls-report.ts';
import { frameworkId, inShort, timeText, VERDICT_WORDS } from './report-words.ts';

/**
 * The report in short, for a terminal: what is not done with the command that does it, and why nobody looked.
 *
 * @param whose the sentence that says whose account it is
 * @param columns the width of the terminal. Absent in a pipe
 */
export function reportLines(
  { madeAt, controls, counts }: ControlsReport,
  whose: string,
  columns?: number,
): string[] {
  const fitted = (line: string, commands: string[] = []) => linesOfSaid(line, columns, commands);
  const count = (verdict: Verdict) =>
    say(t('{answer}: {count}', { answer: VERDICT_WORDS[verdict], count: counts[verdict] }));
  const listed = (verdict: Verdict) =>
    controls
      .filter(({ answer }) => answer === verdict)
      .flatMap((control) => controlLines(control, fitted));
  return [
    ...fitted(whose),
    ...fitted(say(t('Looked at {time}.', { time: timeText(madeAt) }))),
    ...VERDICTS.flatMap((verdict) => ['', ...fitted(count(verdict)), ...listed(verdict)]),
  ];
}

type Fitted = (line: string, commands?: string[]) => string[];

function controlLines(control: ReportedControl, fitted: Fitted): string[] {
  const { title, value, why, confirmed, findings, byDesign, mend, see, frameworks } =
    inShort(control);
  const cis = frameworks.filter(({ framework }) => framework === 'CIS').map(frameworkId);
  const [first] = findings;
  const design = byDesign && `${say(t('By design:'))} ${byDesign}`;
  const command = mend ?? (byDesign ? undefined : see);
  const reasons = [value, why, first?.text, design].filter((one) => one !== undefined);
  const [id, ...more] = cis;
  return [
    ...fitted(`  ${title}${id ? ` (${id}${more.length > 0 ? ', …' : ''})` : ''}`),
    ...reasons.flatMap((reason) => fitted(`    ${reason}`)),
    ...(confirmed ? fitted(`    ${say(t('Confirmed on {day}', { day: confirmed }))}`) : []),
    ...(command ? fitted(`    ${command}`, [command]) : []),
  ];
}
