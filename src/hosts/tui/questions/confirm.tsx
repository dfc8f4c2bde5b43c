import { say, type Text, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey, letterOf } from '../input-events.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
import { changesAt } from '../reduce.ts';
import { useScreenContext, useSyncState } from '../screen-context.ts';
import { makeWords, usePlan } from './plan-preview.ts';
import {
  asking,
  button,
  buttonLines,
  complaintLines,
  messageLines,
  type QuestionProps,
  skipHint,
} from './question-layout.ts';

/**
 * Yes or no: y or n, then Enter. Enter alone takes the default. A danger question has no default, so a letter must come
 * first. The word "yes" counts as y, and not as the keys y, e and s (skip).
 */
export function ConfirmQuestion({ view, question, answer }: QuestionProps<'confirm'>) {
  const { danger, initial, message, role, preview } = question;
  const { drafts } = useScreenContext();
  const id = view.open?.id ?? '';
  const draft = drafts.get(id);
  const first = draft === undefined ? initial : draft === 'yes';
  const [choice, setChoice] = useSyncState(danger ? undefined : first);
  const [typed, setTyped] = useSyncState('');
  const [asked, setAsked] = useSyncState(false);
  const { planFor, agree } = usePlan(view, question);

  function give(value: boolean): void {
    // A setting is there again when the owner comes back to it.
    if (preview) drafts.set(id, value ? 'yes' : 'no');
    agree(value);
    answer(value);
  }

  function onInput(input: InputEvent): boolean {
    const letter = letterOf(input);
    if (letter !== undefined) {
      const words = [typed() + letter, letter];
      const word = words.find((part) => 'yes'.startsWith(part) || 'no'.startsWith(part));
      setTyped(word ?? '');
      if (word) setChoice('yes'.startsWith(word));
      return word !== undefined || role === 'leave';
    }
    const chosen = choice();
    if (isKey(input, 'enter')) {
      if (chosen === undefined) setAsked(true);
      else give(chosen);
    } else if (isKey(input, 'left', 'right', 'tab') && chosen !== undefined) {
      setChoice(!chosen);
    } else {
      return false;
    }
    return true;
  }

  const shown = planFor(choice());
  // The plan says what will be done: no sentence has to ask again.
  const makesPlan = role === 'confirm' && !danger;
  const yes = makesPlan ? makeWords(changesAt(view)) : t('Yes');
  const no = makesPlan ? t('no, go back') : t('No');
  // Shown from the start: "Yes  No" without a mark does not say what to do.
  const advice = t('Press y for yes or n for no, then Enter.');
  const advised = (width: number): Line[] => {
    if (choice() !== undefined) return [];
    return asked() ? complaintLines(advice, width) : paragraph(say(advice), width, 'quiet');
  };
  const enter = preview ? shown.enter : choice() === false ? no : makesPlan ? yes : t('confirm');
  return (
    <Frame
      view={shown.view}
      {...(shown.makes && { shownPlan: shown.makes })}
      hints={
        makesPlan
          ? [['Enter', enter]]
          : [
              ['y/n', t('choose')],
              ['Enter', enter],
            ]
      }
      onInput={onInput}
      body={(width, height, isPartly) => {
        const options =
          makesPlan && choice() ? orSkip(yes) : bothOptions(choice(), yes, no, danger);
        const lines = [
          ...(makesPlan ? [BLANK] : messageLines(message, width)),
          ...(preview ? chosenOf(choice()) : [options]),
          ...(preview
            ? buttonLines(
                isPartly ? t('continue') : shown.enter,
                height,
                skipHint(view, 's'),
                width,
              )
            : []),
          ...advised(width),
        ];
        return asking(shown.view, lines, width, height);
      }}
    />
  );
}

const key = (letter: string, does: Text): Line => [
  span(letter, 'key'),
  span(`  ${say(does)}`, 'quiet'),
];

const orSkip = (yes: Text): Line => [button(yes), span('   '), ...key('s', t('skip'))];

/** The chosen one is a filled button. */
function bothOptions(
  choice: boolean | undefined,
  yes: Text,
  no: Text,
  danger: true | undefined,
): Line {
  const option = (value: boolean, letter: string, does: Text): Line =>
    choice === value
      ? [button(does, danger && value ? 'dangerButton' : 'button')]
      : key(letter, does);
  return [...option(true, 'y', yes), span('   '), ...option(false, 'n', no)];
}

/** The answer is a setting, and what Enter does stands below. */
const chosenOf = (choice: boolean | undefined): Line[] => {
  const option = (value: boolean, text: Text): Line =>
    choice === value ? [span(`❯ ${say(text)}   `, 'accent')] : [span(`  ${say(text)}   `, 'quiet')];
  return [[...option(true, t('Yes')), ...option(false, t('No'))]];
};
