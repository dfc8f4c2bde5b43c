import type { Row } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { overview } from '../../summary.ts';
import type { Hint } from '../footer.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import type { Body } from '../layout.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
import { around, wideList } from '../list.ts';
import { useSyncState } from '../screen-context.ts';
import { detailsLines } from '../step-details.ts';
import { complaintLines, messageLines, type QuestionProps } from './question-layout.ts';

/** The menu: every step, with the default one selected. It shows details of the selected step. */
export function NextQuestion({ view, question, answer }: QuestionProps<'select'>) {
  const { rows } = view;
  const others = question.choices.filter(({ value }) => !rows.some(({ id }) => id === value));
  const values = [...rows.map(({ id }) => id), ...others.map(({ value }) => value)];
  const [at, setAt] = useSyncState(Math.max(0, values.indexOf(question.initial ?? '')));
  const [closer, setCloser] = useSyncState(false);
  const [refused, setRefused] = useSyncState(false);
  const row = rows[at()];

  function moveTo(index: number): void {
    setAt(Math.max(0, Math.min(values.length - 1, index)));
    setCloser(true);
    setRefused(false);
  }

  const choice = () => question.choices.find(({ value }) => value === values[at()]);

  function onInput(input: InputEvent): boolean {
    const value = values[at()] ?? '';
    if (isKey(input, 'enter')) {
      if (choice()) answer(value);
      else {
        setRefused(true);
        setCloser(true);
      }
    } else if (isKey(input, 'up')) {
      moveTo(at() - 1);
    } else if (isKey(input, 'down')) {
      moveTo(at() + 1);
    } else if (isKey(input, 'escape') || letterOf(input) === 'b') {
      setCloser(false);
    } else {
      return false;
    }
    return true;
  }

  const other = ({ label }: (typeof others)[number], index: number): Line => {
    const here = at() === rows.length + index;
    return [span(here ? ' > ' : '   ', 'strong'), span(say(label), here ? 'strong' : undefined)];
  };

  function whole(width: number, height: number): Body {
    const asked = messageLines(question.message, width);
    const room = height - asked.length;
    const listIn = (lines: number) => wideList(rows, at(), width, lines - others.length);
    const shortest = listIn(0).lines.length + others.length;
    // Only unusual notes may take lines from the list when it is folded.
    const unusual = fitting(unusualOf(view, width), room - Math.min(shortest, LISTED));
    const said = fitting(saidOf(view, width), room - unusual.length - shortest);
    const below = [...asked, ...unusual, ...said];
    const left = Math.max(3, height - below.length);
    const { lines, current = lines.length + at() - rows.length } = listIn(left);
    return { scroll: around([...lines, ...others.map(other)], current, left), pinned: below };
  }

  function close(width: number): Body {
    const details = row
      ? detailsLines(row, row.changes, width)
      : ending(choice()?.label ?? t(''), width);
    return { scroll: details, pinned: refused() && row ? whyNot(row, width) : [] };
  }

  const hints: Hint[] = [
    ...(choice() ? [enter(row)] : []),
    ['↑↓', t('look closer')],
    ...(closer() ? [theList] : []),
    ['d', t('every change')],
  ];
  return (
    <Frame
      key={closer() ? at() : 'all'}
      view={view}
      at={closer() ? at() : -1}
      whole={!closer()}
      hints={hints}
      onInput={onInput}
      body={closer() ? close : whole}
    />
  );
}

const theList: Hint = ['Esc', t('the list')];
const enter = (row: Row | undefined): Hint => [
  'Enter',
  row ? t('start {step}', { step: row.title }) : t('confirm'),
];

const ending = (label: Text, width: number): Line[] => [
  ...paragraph(say(label), width, 'strong'),
  ...paragraph(
    say(t('This ends the run. What is done stays done; run Rootlock again to go on.')),
    width,
  ),
];

const whyNot = (row: Row, width: number): Line[] => [
  BLANK,
  ...complaintLines(reasonOf(row), width),
];

function reasonOf({ state, message }: Row): Text {
  if (state === 'secure' || state === 'attested') return t('Nothing is left to do here.');
  if (state === 'skipped') return t('You left this out with --skip.');
  const why = t('This cannot start yet.');
  return message ? t('{why} {message}', { why, message }) : why;
}

/** The number of steps that always stay in sight. */
const LISTED = 6;

/** The first of these paragraphs that fit as a whole. */
function fitting(paragraphs: Line[][], room: number): Line[] {
  let left = room;
  return paragraphs.flatMap((lines) => {
    if (lines.length > left) return [];
    left -= lines.length;
    return lines;
  });
}

const unusualOf = ({ account }: QuestionProps<'select'>['view'], width: number): Line[][] =>
  (account?.notices ?? []).map((text) => paragraph(`! ${say(text)}`, width, 'care', 2));

const saidOf = ({ rows, writes }: QuestionProps<'select'>['view'], width: number): Line[][] =>
  overview(rows, writes).map((text) => paragraph(text, width, 'quiet'));
