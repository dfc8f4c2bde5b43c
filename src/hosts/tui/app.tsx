import { useInput, usePaste } from 'ink';
import { type ComponentType, useInsertionEffect } from 'react';
import type { Kind } from '../../engine/step.ts';
import { Filling } from './filling.tsx';
import { type InputEvent, inputEvents } from './input-events.ts';
import { CodesQuestion } from './questions/codes.tsx';
import { CommandQuestion } from './questions/command.tsx';
import { ConfirmQuestion } from './questions/confirm.tsx';
import { NextQuestion } from './questions/next.tsx';
import { NoteQuestion } from './questions/note.tsx';
import { NumberQuestion } from './questions/number.tsx';
import { PasswordQuestion } from './questions/password.tsx';
import type { QuestionProps } from './questions/question-layout.ts';
import { SecretQuestion } from './questions/secret.tsx';
import { SelectQuestion } from './questions/select.tsx';
import { TextQuestion } from './questions/text.tsx';
import { VisitQuestion } from './questions/visit.tsx';
import type { ViewState } from './reduce.ts';
import { type ScreenContext, ScreenContextProvider } from './screen-context.ts';
import { Working } from './working.tsx';

const KINDS: { [K in Kind]: ComponentType<QuestionProps<K>> } = {
  confirm: ConfirmQuestion,
  number: NumberQuestion,
  select: SelectQuestion,
  text: TextQuestion,
  secret: SecretQuestion,
  command: CommandQuestion,
  password: PasswordQuestion,
  codes: CodesQuestion,
  visit: VisitQuestion,
  note: NoteQuestion,
};

/** The number of the question in a frame, 0 for none. `composed` was given to Ink, `drawn` is on the screen. */
export interface RenderState {
  composed: number;
  drawn: number;
}

interface Props {
  view: ViewState;
  screen: ScreenContext;
  frames: RenderState;
}

export function App({ view, screen, frames }: Props) {
  const { open } = view;
  const n = open?.n ?? 0;

  function take(input: InputEvent): void {
    if ('key' in input && input.key === 'interrupt') screen.interrupt();
    // Keys that were typed before a question was drawn do not answer it.
    else if (frames.drawn === n) screen.onInput.current(input);
  }
  useInput((input, key) => inputEvents(input, key).forEach(take));
  usePaste((text) => take({ paste: text }));
  // Runs before the frame is written. `drawn` follows when it is written.
  useInsertionEffect(() => {
    frames.composed = n;
  });

  return (
    <ScreenContextProvider value={screen}>
      {open ? (
        <AnyQuestion key={n} view={view} open={open} screen={screen} />
      ) : view.menu && !screen.verbose ? (
        <Filling view={view} menu={view.menu} />
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
}: Omit<Props, 'frames'> & Required<Pick<ViewState, 'open'>>) {
  const { n, question } = open;
  const Component = (
    question.role === 'menu' ? NextQuestion : KINDS[question.kind]
  ) as ComponentType<QuestionProps<Kind>>;
  return <Component view={view} question={question} answer={(value) => screen.answer(n, value)} />;
}
