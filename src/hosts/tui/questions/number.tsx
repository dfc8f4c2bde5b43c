import { t } from '../../../engine/text.ts';
import type { Asked } from './asked.ts';
import { FieldQuestion } from './field.tsx';

export function NumberQuestion(asked: Asked<'number'>) {
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
