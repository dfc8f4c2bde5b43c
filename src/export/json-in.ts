import { Blocked } from '../engine/errors.ts';
import { t } from '../text/text.ts';

/** What a text in an answer says. @throws Blocked if it is no JSON. AWS keeps nothing else, so the answer was damaged on the way */
export function jsonIn(text: string, action: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Blocked(t('The reply of AWS to {action} arrived damaged.', { action }));
  }
}
