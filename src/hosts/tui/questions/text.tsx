import { FieldQuestion } from './field.tsx';
import type { QuestionProps } from './question-layout.ts';

export function TextQuestion(asked: QuestionProps<'text'>) {
  return <FieldQuestion {...asked} size={64} read={(text) => text} />;
}
