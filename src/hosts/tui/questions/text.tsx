import { FieldQuestion } from './field.tsx';
import type { Asked } from './question-layout.ts';

export function TextQuestion(asked: Asked<'text'>) {
  return <FieldQuestion {...asked} size={40} read={(text) => text} />;
}
