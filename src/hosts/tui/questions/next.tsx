import type { Row } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import type { Body } from '../layout.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
import { menuBody, menuHints } from '../menu-body.ts';
import { useSyncState } from '../screen-context.ts';
import { detailsLines } from '../step-details.ts';
import { itemsOf } from '../wide-list.ts';
import { complaintLines, type QuestionProps } from './question-layout.ts';

/** The menu: every chapter with the steps that fit, the default step chosen. One key shows the details of a step. */
export function NextQuestion({ view, question, answer }: QuestionProps<'select'>) {
  const { rows } = view;
  const { choices, initial = '' } = question;
  const others = choices.filter(({ value }) => !rows.some(({ id }) => id === value));
  const [chosen, setChosen] = useSyncState(initial);
  /** The chapters that the owner has opened (`true`) or folded. */
  const [toggled, setToggled] = useSyncState<Record<string, boolean>>({});
  const [closer, setCloser] = useSyncState(false);
  const [refused, setRefused] = useSyncState(false);
  /** The steps that nobody had looked at when this was asked. */
  const [unread] = useSyncState(new Set(rows.filter(isUnread).map(({ id }) => id)));
  let fitting: ReadonlySet<string> = new Set();

  const row = () => rows.find(({ id }) => id === chosen());
  const isOpenIn = (chapter: string, fits: ReadonlySet<string>) =>
    row()?.chapter.id === chapter || (toggled()[chapter] ?? fits.has(chapter));
  const isOpen = (chapter: string) => isOpenIn(chapter, fitting);
  /** What nobody had looked at when this was asked may turn out to have nothing to do, or not to start yet. */
  const choice = (value: string) =>
    choices.find(
      (one) =>
        one.value === value &&
        !(unread().has(value) && rows.some((at) => at.id === value && !canStart(at))),
    );

  /** What Enter starts: the step itself, or the first one of a folded chapter that can be started. */
  const target = (): string | undefined => {
    if (choice(chosen())) return chosen();
    return rows.find(({ id, chapter }) => chapter.id === chosen() && choice(id))?.id;
  };

  function choose(value: string): void {
    setChosen(value);
    setRefused(false);
  }

  function move(by: number): void {
    const steps = closer() ? rows.map(({ id }) => id) : itemsOf(rows, isOpen);
    const all = [...steps, ...others.map(({ value }) => value)];
    const at = all.indexOf(chosen()) + by;
    choose(all[Math.max(0, Math.min(all.length - 1, at))] ?? '');
  }

  /** A chapter opens on its first step that can be started. A step opens its details. */
  function open(): void {
    const steps = rows.filter(({ chapter }) => chapter.id === chosen());
    const [first] = steps;
    if (first) {
      setToggled({ ...toggled(), [first.chapter.id]: true });
      choose(target() ?? first.id);
    } else setCloser(true);
  }

  function fold(): void {
    const chapter = row()?.chapter.id;
    if (closer()) setCloser(false);
    else if (chapter) {
      setToggled({ ...toggled(), [chapter]: false });
      choose(chapter);
    }
  }

  function enter(): void {
    const started = target();
    if (started) answer(started);
    else if (row()) {
      setRefused(true);
      setCloser(true);
    } else open();
  }

  function onInput(input: InputEvent): boolean {
    if (isKey(input, 'enter')) enter();
    else if (isKey(input, 'up')) move(-1);
    else if (isKey(input, 'down')) move(1);
    else if (isKey(input, 'home')) move(-Infinity);
    else if (isKey(input, 'end')) move(Infinity);
    else if (isKey(input, 'right')) open();
    else if (isKey(input, 'left')) fold();
    else if (isKey(input, 'escape') || letterOf(input) === 'b') setCloser(false);
    else return false;
    return true;
  }

  function whole(width: number, height: number): Body {
    const at = others.findIndex(({ value }) => value === chosen());
    const menu = menuBody(
      {
        view,
        menu: view.menu ?? question,
        initial,
        chosen: chosen(),
        isOpen: isOpenIn,
        others: others.map(({ label }, index) => otherLine(label, index === at)),
        other: at,
      },
      width,
      height,
    );
    fitting = menu.fitting;
    return menu.body;
  }

  function close(width: number): Body {
    const at = row();
    if (!at) return { scroll: ending(choice(chosen())?.label ?? t(''), width) };
    const details = detailsLines(at, at.changes, width);
    return { scroll: details, pinned: refused() ? whyNot(at, width) : [] };
  }

  const started = rows.find(({ id }) => id === target());
  const isStart = started !== undefined || choice(chosen()) !== undefined;
  const hints = menuHints(started, closer()).slice(isStart ? 0 : 1);
  return (
    <Frame
      key={closer() ? chosen() : 'all'}
      view={view}
      at={closer() ? rows.findIndex(({ id }) => id === chosen()) : -1}
      whole={!closer()}
      hints={hints}
      onInput={onInput}
      body={closer() ? close : whole}
    />
  );
}

const isUnread = ({ state }: Row): boolean => state === 'unread';

/** As far as a row tells. */
const canStart = ({ state, changes }: Row): boolean =>
  ['unread', 'pending', 'blocked'].includes(state) || (state === 'secure' && changes.length > 0);

const otherLine = (label: Text, isHere: boolean): Line => [
  span(isHere ? '❯ ' : '  ', 'accent'),
  span(say(label), isHere ? 'accent' : undefined),
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

/** Why it waits or is blocked, the card says above. */
function reasonOf({ state }: Row): Text {
  if (state === 'secure' || state === 'attested') return t('Nothing is left to do here.');
  if (state === 'skipped') return t('You left this out with --skip.');
  return t('This cannot start yet.');
}
