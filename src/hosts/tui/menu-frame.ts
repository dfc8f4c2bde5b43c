import type { Menu, Welcome } from '../../engine/questions.ts';
import { sentenceLines } from '../../text/sentence-lines.ts';
import { say } from '../../text/text.ts';
import { costSentence } from '../summary.ts';
import { BLANK, type Line, noticeLines, paragraph, span } from './lines.ts';
import type { ViewState } from './reduce.ts';

/** The number of lines of the list that always stay in sight. */
const LISTED = 8;

interface Around {
  notices: Line[];
  /** The welcome and the question. */
  above: Line[];
  below: Line[];
}

/**
 * What stands around the menu's list: what is unusual, the welcome and the question above it, the costs below. `shortest` is
 * the number of lines of the list with only one chapter open. What has no room beside it is left out: first the hint, then the blank
 * lines, then the costs, then the welcome, then one notice after another from the last: the first says what the account is.
 */
export function menuFrame(
  { account, rows }: ViewState,
  { message, welcome }: Menu,
  width: number,
  height: number,
  shortest: number,
): Around {
  const each = account ? noticeLines(account, width) : [];
  const notices = each.flat();
  const question = paragraph(say(message), width, 'strong');
  const greeting = welcome ? greetingLines(welcome, width) : [];
  // A command on a line of its own can be copied.
  const hint = (welcome?.hint ? sentenceLines(welcome.hint, width) : []).flatMap((text) =>
    paragraph(text, width, 'quiet'),
  );
  const cost = costSentence(rows);
  const costs = cost ? paragraph(cost, width, 'quiet') : [];
  const blank = (lines: Line[]) => (lines.length > 0 ? [BLANK] : []);
  const welcomed = [...greeting, ...question];

  const fuller: Around[] = [
    {
      notices,
      above: [...greeting, ...hint, ...blank([...notices, ...greeting]), ...question],
      below: [...blank(costs), ...costs],
    },
    {
      notices,
      above: [...greeting, ...blank([...notices, ...greeting]), ...question],
      below: [...blank(costs), ...costs],
    },
    { notices, above: welcomed, below: costs },
  ];
  const barest: Around = { notices: [], above: question, below: [] };
  const sparser: Around[] = [
    { notices, above: welcomed, below: [] },
    ...each.map((_, dropped) => ({
      ...barest,
      notices: each.slice(0, each.length - dropped).flat(),
    })),
    barest,
  ];
  const room = ({ notices, above, below }: Around) =>
    height - notices.length - above.length - below.length;
  return (
    fuller.find((around) => room(around) >= shortest) ??
    sparser.find((around) => room(around) >= Math.min(shortest, LISTED)) ??
    barest
  );
}

function greetingLines({ greeting, text }: Welcome, width: number): Line[] {
  const bold = say(greeting);
  const [first, ...rest] = paragraph(`${bold} ${say(text)}`, width);
  const [begin] = first ?? [];
  if (!begin?.text.startsWith(bold)) return [...(first ? [first] : []), ...rest];
  return [[span(bold, 'strong'), span(begin.text.slice(bold.length))], ...rest];
}
