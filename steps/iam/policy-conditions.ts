import { asArray, type Statement } from './policy-document.ts';
import { allOf, type Verdict, verdict } from './verdict.ts';

/** By condition key in lower case: the values that it may have, `undefined` if it may be missing. */
const KNOWN: Record<string, (how: { mfa: boolean }) => (boolean | undefined)[]> = {
  // Without MFA the key is missing (an access key), or `false` (a console session): what differs between the two is open.
  'aws:multifactorauthpresent': ({ mfa }) => (mfa ? [true] : [false, undefined]),
  // What somebody asks for themselves: IAM User Guide, "AWS global condition context keys".
  'aws:viaawsservice': () => [false],
};

/**
 * Does the condition hold for somebody who signed in so? All but MFA is left open: where they are, what time it is, what
 * tags they have. `because`: the condition keys that leave it open.
 */
export function conditionHolds(
  condition: Statement['Condition'] = {},
  how: { mfa: boolean },
): Verdict {
  return allOf(
    Object.entries(condition).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, wanted]) => {
        const given = KNOWN[key.toLowerCase()]?.(how);
        return given
          ? aboutBoolean(operator, key, asArray(wanted).map(String), given)
          : verdict('unknown', key);
      }),
    ),
  );
}

function aboutBoolean(
  operator: string,
  key: string,
  wanted: string[],
  given: (boolean | undefined)[],
): Verdict {
  const [, plain = '', ifExists] = /^(\w+?)(IfExists)?$/.exec(operator) ?? [];
  const values = wanted.map((value) => value.toLowerCase());
  const answers = given.map((value) => {
    if (plain === 'Null') return values.includes(String(value === undefined));
    if (plain !== 'Bool') return undefined;
    return value === undefined ? ifExists !== undefined : values.includes(String(value));
  });
  const [first] = answers;
  if (first === undefined || answers.some((one) => one !== first)) return verdict('unknown', key);
  return verdict(first ? 'yes' : 'no');
}
