import { Secret } from '../../../engine/secret.ts';
import { t } from '../../../text/text.ts';
import { FieldQuestion } from './field.tsx';
import type { QuestionProps } from './question-layout.ts';

/** A secret that the owner already has. It is pasted or typed, and never shown. */
export function SecretQuestion(asked: QuestionProps<'secret'>) {
  const { validate } = asked.question;
  return (
    <FieldQuestion
      {...asked}
      question={{
        ...asked.question,
        validate: (secret) =>
          secret.reveal() === '' ? t('Paste or type it.') : validate?.(secret),
      }}
      size={64}
      masked
      read={(text) => new Secret(text)}
      note={t('what you type is not shown')}
    />
  );
}
