import { asArray, type Statement } from './policy-document.ts';
import { allOf, type Verdict, verdict } from './verdict.ts';

const MFA = 'aws:multifactorauthpresent';

/**
 * Does the condition hold for somebody who signed in so? All but MFA is left open: where they are, what time it is, what
 * tags they have. `because`: the condition keys that leave it open.
 */
export function conditionHolds(
  condition: Statement['Condition'] = {},
  { mfa }: { mfa: boolean },
): Verdict {
  return allOf(
    Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) =>
        key.toLowerCase() === MFA
          ? aboutMfa(operator, asArray(wanted).map(String), mfa)
          : verdict('unknown', key),
      ),
    ),
  );
}

/**
 * Without MFA the key is missing (an access key), or `false` (a console session): what differs between the two is left
 * open. With MFA it is `true`.
 */
function aboutMfa(operator: string, wanted: string[], mfa: boolean): Verdict {
  const [, plain = '', ifExists] = /^(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const values = wanted.map((value) => value.toLowerCase());
  const given = mfa ? [true] : [false, undefined];
  const answers = given.map((value) => {
    if (plain === 'Null') return values.includes(String(value === undefined));
    if (plain !== 'Bool') return undefined;
    return value === undefined ? ifExists !== undefined : values.includes(String(value));
  });
  const [first] = answers;
  if (first === undefined || answers.some((one) => one !== first)) {
    return verdict('unknown', 'aws:MultiFactorAuthPresent');
  }
  return verdict(first ? 'yes' : 'no');
}
