import { requestsOf } from '../../engine/change.ts';
import type { Change, Row } from '../../engine/step.ts';
import { hardWrap, wrap } from '../../text/columns.ts';
import { say, type Text, t } from '../../text/text.ts';
import { wrapPowershellLine } from '../../text/wrap-powershell-line.ts';
import { wrapShellLine } from '../../text/wrap-shell-line.ts';
import { headingAt } from '../chapters.ts';
import { policyLines, stateWords, WORDS } from '../sentences.ts';
import { BLANK, fitLine, type Line, line, lineWidth, paragraph, span } from './lines.ts';
import { markOf } from './list.ts';
import type { ScreenContext } from './screen-context.ts';
import { aboutLines, changesLines } from './step-details.ts';

/** A view that covers the screen until it is closed. */
export type Overlay = 'help' | 'commands' | 'changes';

const SAFE = t(
  'Leaving is safe at every question. What is done stays done, and the next run looks at the account and goes on from there.',
);

const MARKS: [Line, Text][] = [
  [line('✓', 'good'), stateWords('secure')],
  [line('~', 'good'), stateWords('attested')],
  [line('○'), stateWords('pending')],
  [line('!', 'care'), t('you do this in the AWS console')],
  [line('·', 'quiet'), stateWords('waiting')],
  [line('-', 'quiet'), stateWords('skipped')],
  [line('✗', 'bad'), stateWords('blocked')],
  [line('◌', 'quiet'), stateWords('unread')],
];

const key = (name: string): Line => line(name, 'key');
const EVERYWHERE: [Line, Text][] = [
  [key('Esc'), t('back')],
  [key('o, y'), t('open an address, or copy it')],
];
const STEPS: [Line, Text][] = [
  [key('s'), t('skip this step for now')],
  [key('→ ←'), t('open a chapter or a step of the list, and fold it')],
  [key('c'), t('the AWS CLI commands of what is shown')],
  [key('d'), t('every change that is planned, in the list of steps')],
];
const ALWAYS: [Line, Text][] = [
  [key('PgUp, PgDn'), t('scroll')],
  [key('q, Ctrl-C'), t('quit')],
];

/** What the key ? shows: keys, marks and words. `hasSteps`: the keys for steps work too, as they do not while signing in. */
export function helpLines(room: number, hasSteps: boolean): Line[] {
  const words = [SAFE, ...WORDS].flatMap((text) => [...paragraph(say(text), room), BLANK]);
  return [
    line(say(t('Keys')), 'accent'),
    ...pairs([...EVERYWHERE, ...(hasSteps ? STEPS : []), ...ALWAYS], room),
    ...paragraph(
      say(
        t(
          'Where you write text, letters are text: Ctrl-S skips, Ctrl-L shows the commands, Ctrl-G this.',
        ),
      ),
      room,
    ),
    BLANK,
    line(say(t('Marks')), 'accent'),
    ...pairs(MARKS, room),
    BLANK,
    line(say(t('Words')), 'accent'),
    ...words,
  ];
}

/** Names in a column of their own, and what they mean beside them. */
function pairs(all: [Line, Text][], room: number): Line[] {
  const indent = Math.max(...all.map(([name]) => lineWidth(name))) + 2;
  return all.flatMap(([name, text]) =>
    wrap(say(text), room - indent).map((part, index) => [
      ...fitLine(index === 0 ? name : BLANK, indent),
      span(part),
    ]),
  );
}

/** Some of these changes are calls, so there are commands to show. */
export const hasCalls = (changes: Change[]): boolean =>
  changes.some((change) => requestsOf(change).length > 0);

/** The calls of some changes as lines for the AWS CLI. A shell can run all of it as it stands, if nothing is indented. */
export function commandLines(
  changes: Change[],
  { cli, powershell }: Pick<ScreenContext, 'cli' | 'powershell'>,
  room: number,
): Line[] {
  const broken = powershell ? wrapPowershellLine : wrapShellLine;
  return changes.flatMap((change) => [
    ...remark(say(change.summary), room),
    ...requestsOf(change).flatMap((call) =>
      cli(call)
        .flatMap((command) => broken(command, room))
        .map((part) => line(part)),
    ),
    ...policyLines(change).flatMap((text) => hardWrap(text, room).map((part) => line(part))),
    ...(requestsOf(change).length > 0
      ? []
      : remark(say(t('No call: only you can do this.')), room)),
    BLANK,
  ]);
}

const remark = (text: string, room: number): Line[] =>
  wrap(text, room - 2).map((part) => line(`# ${part}`, 'strong'));

/** All planned changes, step by step. What nobody has looked at yet may have changes, too. */
export function everyChangeLines(rows: Row[], room: number): Line[] {
  const open = rows.filter(({ changes, state }) => changes.length > 0 || state === 'unread');
  if (open.length === 0) return paragraph(say(t('Nothing is left to change.')), room);
  return open.flatMap((row, index) => {
    const [title = BLANK] = aboutLines(row, room - 2);
    return [
      ...headingAt(open, index, rows).flatMap((text) => paragraph(text, room, 'accent')),
      [span(`${markOf(row).mark} `, markOf(row).tone), ...title],
      ...(row.state === 'unread'
        ? paragraph(say(stateWords(row.state)), room - 2, 'quiet')
        : changesLines(row.changes, room - 2)
      ).map((spans): Line => [{ text: '  ' }, ...spans]),
      BLANK,
    ];
  });
}
