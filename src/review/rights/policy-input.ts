import { type Text, t } from '../../text/text.ts';
import { statementsIn } from './subjects.ts';

/** A policy that is typed as JSON, and not named. */
export const isPolicy = (text: string): boolean => text.trimStart().startsWith('{');

/** IAM API reference, SimulatePrincipalPolicy: tab, line feed, carriage return, and what ISO 8859-1 can print. */
const TAKEN = /^[\t\n\r\u0020-\u00ff]*$/;

/** Why AWS would refuse this policy. A name is found out later. */
export function problemWithPolicy(text: string): Text | undefined {
  if (!isPolicy(text)) return undefined;
  if (!TAKEN.test(text))
    return t('AWS takes no such letters in a policy: leave out all but ASCII.');
  const all = statementsIn(text);
  const isComplete = all?.every(({ Effect }) => Effect === 'Allow' || Effect === 'Deny');
  return isComplete && all?.length ? undefined : t('This JSON is no policy.');
}
