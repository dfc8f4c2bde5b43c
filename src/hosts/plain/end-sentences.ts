import { linesOfSaid, sentenceLines } from '../../text/sentence-lines.ts';
import { type Text, t } from '../../text/text.ts';
import { listSentences } from '../chapters.ts';
import { type End, headingOfPairs, keepSafe, leftToDo, minutesOf } from '../end.ts';
import { numberOf } from '../sentences.ts';
import { afterPairs, changesSentence, countSentence, titleOfEnd } from '../summary.ts';

/**
 * The end of a walk in sentences. Each value has its label on its own line, and no address and no command is broken: it is copied.
 *
 * @param columns the width of the terminal, if it is one
 */
export function endSentences(end: End, columns?: number): string[] {
  const { account, rows, changes, permanent, here, ms, notes, commands } = end;
  const broken = (...texts: Text[]) => texts.flatMap((text) => sentenceLines(text, columns));
  const indented = (...texts: Text[]) => broken(...texts.map((text) => t('  {text}', { text })));
  const left = leftToDo(rows);
  const pairs = afterPairs(rows).map(([label, value]) => t('{label}: {value}', { label, value }));
  const safe = keepSafe(rows);
  return [
    '',
    ...broken(
      titleOfEnd(rows, end),
      t('Account {number}: {minutes} min.', { number: numberOf(account), minutes: minutesOf(ms) }),
      t('{counts}. {changes}.', {
        counts: countSentence(rows),
        changes: changesSentence(changes, permanent, here),
      }),
    ),
    ...(left.length > 0 ? ['', ...broken(t('Left to do'))] : []),
    ...listSentences(left, rows)
      .flatMap((said) => said.split('\n'))
      .flatMap((said) => linesOfSaid(`  ${said}`, columns)),
    ...(pairs.length > 0 ? ['', ...broken(headingOfPairs(end)), ...indented(...pairs)] : []),
    ...(safe.length > 0
      ? ['', ...broken(t('Keep safe, away from this computer')), ...indented(...safe)]
      : []),
    '',
    ...broken(
      ...notes,
      ...commands.map(([label, command]) => t('{label} {command}', { label, command })),
    ),
  ].map((line) => line.trimEnd());
}
