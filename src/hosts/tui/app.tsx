import { useInput, usePaste } from 'ink';
import { type ComponentType, useInsertionEffect } from 'react';
import type { Kind } from '../../engine/step.ts';
import { type Press, presses } from './key-presses.ts';
import { CodesQuestion } from './questions/codes.tsx';
import { CommandQuestion } from './questions/command.tsx';
import { ConfirmQuestion } from './questions/confirm.tsx';
import { NextQuestion } from './questions/next.tsx';
import { NumberQuestion } from './questions/number.tsx';
import { PasswordQuestion } from './questions/password.tsx';
import type { Asked } from './questions/question-layout.ts';
import { SecretQuestion } from './questions/secret.tsx';
import { SelectQuestion } from './questions/select.tsx';
import { TextQuestion } from './questions/text.tsx';
import { VisitQuestion } from './questions/visit.tsx';
import type { ViewState } from './reduce.ts';
import { type ScreenContext, ScreenContextProvider } from './screen-context.ts';
import { Working } from './working.tsx';

const KINDS: { [K in Kind]: ComponentType<Asked<K>> } = {
  confirm: ConfirmQuestion,
  number: NumberQuestion,
  select: SelectQuestion,
  text: TextQuestion,
  secret: SecretQuestion,
  command: CommandQuestion,
  password: PasswordQuestion,
  codes: CodesQuestion,
  visit: VisitQuestion,
};

/** The number of the question in a frame, 0 for none. `composed` was given to Ink, `drawn` is on the screen. */
export interface Drawn {
  composed: number;
  drawn: number;
}

interface Props {
  view: ViewState;
  screen: ScreenContext;
  frames: Drawn;
  interrupt(): void;
}

export function App({ view, screen, frames, interrupt }: Props) {
  const { open } = view;
  const n = open?.n ?? 0;

  function take(press: Press): void {
    if ('key' in press && press.key === 'interrupt') interrupt();
    // Keys that were typed before a question was drawn do not answer it.
    else if (frames.drawn === n) screen.onPress.current(press);
  }
  useInput((input, key) => presses(input, key).forEach(take));
  usePaste((text) => take({ paste: text }));
  // Runs before the frame is written. `drawn` follows when it is written.
  useInsertionEffect(() => {
    frames.composed = n;
  });

  return (
    <ScreenContextProvider value={screen}>
      {open ? (
        <AnyQuestion key={n} view={view} open={open} screen={screen} />
      ) : (
        <Working view={view} />
      )}
    </ScreenContextProvider>
  );
}

function AnyQuestion({
  view,
  open,
  screen,
}: Omit<Props, 'frames' | 'interrupt'> & Required<Pick<ViewState, 'open'>>) {
  const { n, question } = open;
  const Component = (
    question.role === 'menu' ? NextQuestion : KINDS[question.kind]
  ) as ComponentType<Asked<Kind>>;
  return <Component view={view} question={question} answer={(value) => screen.answer(n, value)} />;
}
