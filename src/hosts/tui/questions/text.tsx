import type { Asked } from './asked.ts';
import { FieldQuestion } from './field.tsx';

export function TextQuestion(asked: Asked<'text'>) {
  return <FieldQuestion {...asked} size={40} read={(text) => text} />;
}
