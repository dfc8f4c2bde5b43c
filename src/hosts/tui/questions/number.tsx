import { t } from '../../../text/text.ts';
import { FieldQuestion } from './field.tsx';
import type { QuestionProps } from './question-layout.ts';

export function NumberQuestion(asked: QuestionProps<'number'>) {
  const { min, max } = asked.question;
  return (
    <FieldQuestion
      {...asked}
      digits
      size={String(max).length + 2}
      read={(text) => (text === '' ? Number.NaN : Number(text))}
      note={t('from {min} to {max}', { min, max })}
    />
  );
}
