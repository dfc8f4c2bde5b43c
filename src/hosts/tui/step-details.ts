import type { Change, Row } from '../../engine/step.ts';
import { say, type Text, t } from '../../text/text.ts';
import { changeSentences, costWords, stateWords, titleWithLevel } from '../sentences.ts';
import { BLANK, type Line, line, paragraph, span, type Tone } from './lines.ts';
import { table } from './table.ts';

/** A step: its purpose, its state, and its changes. */
export function detailsLines(row: Row, changes: Change[], room: number): Line[] {
  return [...aboutLines(row, room), ...spaced(changesLines(changes, room))];
}

/** A step without its changes. */
export function aboutLines(row: Row, room: number): Line[] {
  const { why, cost, state, status, message, fix = [] } = row;
  const said = (text: Text, tone?: Tone) => paragraph(say(text), room, tone);
  return [
    ...paragraph(say(titleWithLevel(row)), room, 'strong'),
    ...said(why),
    ...said(
      cost
        ? t('State: {state} · cost: {cost}', { state: stateWords(state), cost: costWords(cost) })
        : t('State: {state}', { state: stateWords(state) }),
      'quiet',
    ),
    ...said(t('Now: {now}', { now: status })),
    ...(message ? said(message, state === 'blocked' ? 'bad' : undefined) : []),
    ...fix.flatMap((text) => paragraph(say(t('What to do: {text}', { text })), room)),
  ];
}

/** The changes, each with before and after, warnings, and how to take it back. */
export const changesLines = (changes: Change[], room: number): Line[] =>
  changes.flatMap((change, index) => [
    ...(index > 0 && change.diff?.length ? [BLANK] : []),
    ...changeLines(change, room),
  ]);

function changeLines(change: Change, room: number): Line[] {
  const [lead = '', ...notes] = changeSentences({ ...change, diff: [] });
  const warnings = Number(change.danger ?? false) + Number(change.confirmPhrase !== undefined);
  return [
    ...paragraph(`• ${lead}`, room, undefined, 2),
    ...indented(table(change.diff ?? [], room - 2)),
    ...notes.flatMap((note, index) =>
      indented(paragraph(note, room - 2, index < warnings ? 'bad' : 'quiet')),
    ),
  ];
}

/** The progress of a step's changes, a list of lines for each change. `at` is the index of the current one. */
export const progressLines = (changes: Change[], at: number, room: number): Line[][] =>
  changes.map(({ summary }, index) => {
    const { mark, word } = progress(index, at);
    return paragraph(
      `${mark} ${say(t('{summary}: {word}', { summary, word }))}`,
      room,
      undefined,
      2,
    );
  });

function progress(index: number, at: number): { mark: string; word: Text } {
  if (index < at) return { mark: '✓', word: t('done') };
  return index === at ? { mark: '●', word: t('now') } : { mark: '○', word: t('comes next') };
}

const indented = (lines: Line[]): Line[] => lines.map((spans) => [span('  '), ...spans]);
const spaced = (lines: Line[]): Line[] => (lines.length > 0 ? [line(''), ...lines] : []);
