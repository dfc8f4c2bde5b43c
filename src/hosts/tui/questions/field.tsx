import { problemWith } from '../../../engine/questions.ts';
import type { Answer, Question } from '../../../engine/step.ts';
import { say, type Text, t } from '../../../text/text.ts';
import { edit, offered, textOf } from '../edit.ts';
import { Frame } from '../frame.tsx';
import { type InputEvent, isKey } from '../input-events.ts';
import { paragraph } from '../lines.ts';
import { useSyncState } from '../screen-context.ts';
import { fieldLine, maskedLine } from './field-line.ts';
import { asking, complaintLines, messageLines, type QuestionProps } from './question-layout.ts';

interface Props<K extends 'number' | 'text' | 'secret'> extends QuestionProps<K> {
  /** Converts the text in the field to an answer. */
  read(text: string): Answer<K>;
  /** A number: letters stay keys. */
  digits?: boolean;
  /** What Enter takes. By default the question's `initial`. */
  offer?: string;
  /** Show a mark for each letter. */
  masked?: boolean;
  /** Columns for the text. */
  size: number;
  note?: Text;
}

/** One line of text. A problem is shown after Enter, and from then on at each edit. */
export function FieldQuestion<K extends 'number' | 'text' | 'secret'>(props: Props<K>) {
  const { view, question, answer, read, digits = false, masked = false, size, note } = props;
  const { initial = '' } = question;
  const [field, setField] = useSyncState(offered(props.offer ?? String(initial)));
  const [tried, setTried] = useSyncState(false);
  const value = () => read(textOf(field()).trim());
  const wrong = () => problemWith(question as Question, value());

  function onInput(input: InputEvent): boolean {
    if (isKey(input, 'enter')) {
      if (wrong()) setTried(true);
      else answer(value());
      return true;
    }
    if (digits && 'text' in input && !/^[\d.,+-]$/.test(input.text)) return false;
    const edited = edit(field(), input);
    if (edited) setField(edited);
    return edited !== undefined;
  }

  const fresh = field().fresh ? t('Enter to accept, or type another') : undefined;
  return (
    <Frame
      view={view}
      typing={!digits}
      hints={[['Enter', t('confirm')]]}
      onInput={onInput}
      body={(width, height) => {
        const message = messageLines(question.message, width);
        const draw = masked ? maskedLine : fieldLine;
        const { shown, column } = draw(field(), Math.min(size, width - 4));
        const notes = [note, fresh].filter((text) => text !== undefined).map(say);
        const asked = [
          ...message,
          shown,
          ...(notes.length > 0 ? paragraph(notes.join(' · '), width, 'quiet') : []),
          ...complaintLines(tried() ? wrong() : undefined, width),
        ];
        return {
          ...asking(view, asked, width, height),
          cursor: { x: column, y: message.length },
        };
      }}
    />
  );
}
