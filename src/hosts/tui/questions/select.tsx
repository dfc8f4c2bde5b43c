import { say, type Text, t } from '../../../text/text.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey } from '../input-events.ts';
import { BLANK, type Line, paragraph, span } from '../lines.ts';
import { around } from '../list.ts';
import { useSyncState } from '../screen-context.ts';
import { usePlan } from './plan-preview.ts';
import {
  asking,
  buttonLines,
  complaintLines,
  messageLines,
  type QuestionProps,
  skipHint,
} from './question-layout.ts';

/** One of several choices, by the arrow keys and Enter. */
export function SelectQuestion({ view, question, answer }: QuestionProps<'select'>) {
  const { choices, initial, role } = question;
  const [at, setAt] = useSyncState(choices.findIndex(({ value }) => value === initial));
  const [complaint, setComplaint] = useSyncState<Text | undefined>(undefined);
  const { planFor, agree } = usePlan(view, question);

  function onInput(input: InputEvent): boolean {
    const chosen = choices[at()];
    if (isKey(input, 'enter')) {
      if (chosen) {
        agree(chosen.value);
        answer(chosen.value);
      } else setComplaint(t('Choose one with the arrow keys first.'));
    } else if (isKey(input, 'up')) setAt(Math.max(0, at() - 1));
    else if (isKey(input, 'down')) setAt(Math.min(choices.length - 1, at() + 1));
    else if (isKey(input, 'home')) setAt(0);
    else if (isKey(input, 'end')) setAt(choices.length - 1);
    else return false;
    return true;
  }

  const chosen = choices[at()];
  const shown = planFor(chosen?.value);
  return (
    <Frame
      view={shown.view}
      {...(shown.makes && { shownPlan: shown.makes })}
      hints={[
        ['↑↓', t('choose')],
        ['Enter', shown.enter],
      ]}
      onInput={onInput}
      body={(width, height, isPartly) => {
        const message = messageLines(question.message, width);
        const options = choices.map(({ label }, index) =>
          option(say(label), index === at(), width),
        );
        const before = options.slice(0, Math.max(0, at())).flat().length;
        const below = [
          ...complaintLines(at() < 0 ? complaint() : undefined, width),
          ...(chosen
            ? buttonLines(
                isPartly ? t('continue') : shown.enter,
                height,
                skipHint(view, 's'),
                width,
              )
            : []),
        ];
        const room = Math.max(3, height - message.length - below.length);
        const listed = options.flat();
        // The reasons to sign in are sentences of their own above the choices.
        const isApart = role === 'sign-in-menu' && listed.length < room;
        const asked = [
          ...message,
          ...(isApart ? [BLANK] : []),
          ...around(listed, before, room),
          ...below,
        ];
        return asking(shown.view, asked, width, height);
      }}
    />
  );
}

const option = (label: string, here: boolean, width: number): Line[] =>
  paragraph(label, width - 2, here ? 'accent' : undefined, 2).map((spans, index) => [
    span(here && index === 0 ? '❯ ' : '  ', 'accent'),
    ...spans,
  ]);
