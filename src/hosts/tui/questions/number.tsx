import { numberText } from '../../../engine/questions.ts';
import { t } from '../../../text/text.ts';
import { FieldQuestion } from './field.tsx';
import type { QuestionProps } from './question-layout.ts';

/** A number in a field. Its range is named, and a wrong one is refused at once. */
export function NumberQuestion(asked: QuestionProps<'number'>) {
  const { question } = asked;
  const { min, max, initial, decimals = 0 } = question;
  return (
    <FieldQuestion
      {...asked}
      strict
      offer={numberText(initial, question)}
      size={String(max).length + decimals + 3}
      read={(text) => (text === '' ? Number.NaN : Number(text))}
      note={t('{min} to {max}', { min, max })}
    />
  );
}
