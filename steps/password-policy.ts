import type { Input } from '../src/aws/operations.ts';
import { type ApiCall, type Question, step } from '../src/engine/step.ts';
import { type Text, t } from '../src/text/text.ts';

/** CIS AWS Foundations 7.0.0, 2.8: at least 14 characters. */
const MIN_LENGTH = 14;
/** CIS AWS Foundations 7.0.0, 2.9. AWS accepts no more. */
const REUSE_PREVENTION = 24;
/** The length that AWS requires if no policy is set. IAM User Guide, "Default password policy". */
const DEFAULT_MIN_LENGTH = 8;
const DEFAULT_CLASSES = 3;

/** Days. What CIS asked for in its older versions, and what auditors who still ask for it mean. */
const ROTATION_DAYS = 90;

const CHARACTER_CLASSES = [
  'Symbols',
  'Numbers',
  'UppercaseCharacters',
  'LowercaseCharacters',
] as const;
type Policy = Input<'iam', 'UpdateAccountPasswordPolicy'>;

export default step({
  id: 'password-policy',
  title: t('Password policy'),
  why: t('People who sign in with a password need one that cannot be guessed.'),
  cost: 'free',
  notFor: ['project'],
  controls: ['password-policy'],

  async observe(look) {
    const found = await look.find('iam', 'GetAccountPasswordPolicy', {});
    return { policy: found?.PasswordPolicy ?? null };
  },

  evidence: ({ policy }) => ({ policy: policy && { ...policy } }),

  status({ policy }) {
    if (!policy) return t('AWS default: {n} characters', { n: DEFAULT_MIN_LENGTH });
    const n = policy.MinimumPasswordLength ?? 6;
    return policy.HardExpiry
      ? t('{n} characters or more; an expired password locks the user out', { n })
      : t('{n} characters or more', { n });
  },

  mayAsk: { length: 'number' },

  questions: ({ policy }) => ({
    length: {
      kind: 'number',
      message: t('Minimum password length? The CIS benchmark asks for {n} or more.', {
        n: MIN_LENGTH,
      }),
      min: MIN_LENGTH,
      max: 128,
      initial: Math.max(MIN_LENGTH, policy?.MinimumPasswordLength ?? 0),
    } satisfies Question,
  }),

  plan({ policy }, { length }) {
    const current = policy ?? {};
    const changes: ApiCall[] = [];
    const wanted = stricterOf(current, length);
    const rows = differences(current, wanted);
    // Set a first policy even if it equals AWS's default: the default may change.
    if (!policy || rows.length > 0) {
      changes.push({
        kind: 'call',
        summary: policy ? t('Tighten the password policy') : t('Set a password policy'),
        diff: rows,
        undo: policy
          ? t('IAM console > Account settings > Password policy > Edit')
          : t('IAM console > Account settings > Password policy > Edit > IAM default'),
        service: 'iam',
        operation: 'UpdateAccountPasswordPolicy',
        input: wanted,
      });
    }
    if (current.HardExpiry) {
      changes.push({
        kind: 'call',
        offerId: 'hard-expiry',
        summary: t('Let people with an expired password choose a new one'),
        diff: [
          [
            t('expired password'),
            t('only an administrator can reset it'),
            t('the user can reset it'),
          ],
        ],
        undo: t('IAM console > Account settings > Password policy > Edit'),
        service: 'iam',
        operation: 'UpdateAccountPasswordPolicy',
        input: { ...wanted, HardExpiry: false },
      });
    }
    return changes.length === 0 && mayRotate(current) ? [offerRotation(wanted)] : changes;
  },
});

/**
 * A period that is there stays, even a longer one: the owner has chosen it. Somebody whose password expires must be able
 * to change it.
 */
const mayRotate = ({ MaxPasswordAge, HardExpiry, AllowUsersToChangePassword }: Policy): boolean =>
  !MaxPasswordAge && !HardExpiry && AllowUsersToChangePassword !== false;

/** NIST SP 800-63B, "Passwords": no periodic change without a sign of compromise. CIS 7.0 has no such control any more. */
const offerRotation = (wanted: Policy): ApiCall => ({
  kind: 'call',
  offerId: 'rotation',
  summary: t(
    'Let passwords expire after {days} days. NIST advises against it, and CIS no longer asks for it: only if you are obliged to.',
    { days: ROTATION_DAYS },
  ),
  diff: [
    [t('passwords'), t('never expire'), t('expire after {days} days', { days: ROTATION_DAYS })],
    [t('older passwords'), t('valid'), t('replaced at the next sign-in')],
  ],
  undo: t('IAM console > Account settings > Password policy > Edit'),
  service: 'iam',
  operation: 'UpdateAccountPasswordPolicy',
  input: { ...wanted, MaxPasswordAge: ROTATION_DAYS },
});

/** Takes the stricter value of each field. AWS resets omitted fields, so current values are sent again. */
function stricterOf(current: Policy, length: number): Policy {
  const { MaxPasswordAge, HardExpiry } = current;
  return {
    MinimumPasswordLength: Math.max(length, current.MinimumPasswordLength ?? 0),
    RequireSymbols: true,
    RequireNumbers: true,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    PasswordReusePrevention: Math.max(REUSE_PREVENTION, current.PasswordReusePrevention ?? 0),
    AllowUsersToChangePassword: current.AllowUsersToChangePassword ?? true,
    // AWS returns 0 for "never" but refuses it as input.
    ...(MaxPasswordAge ? { MaxPasswordAge } : {}),
    ...(HardExpiry ? { HardExpiry } : {}),
  };
}

/** How many kinds of characters a password must have. AWS's default asks for any three: IAM User Guide. */
const requiredClasses = (policy: Policy): number =>
  Object.keys(policy).length === 0
    ? DEFAULT_CLASSES
    : CHARACTER_CLASSES.filter((name) => policy[`Require${name}`]).length;

function differences(current: Policy, wanted: Policy): [Text, Text, Text][] {
  const rows: [Text, Text, Text][] = [];
  const minLength = (policy: Policy) =>
    t('{n}', { n: policy.MinimumPasswordLength ?? DEFAULT_MIN_LENGTH });
  if (current.MinimumPasswordLength !== wanted.MinimumPasswordLength) {
    rows.push([t('minimum length'), minLength(current), minLength(wanted)]);
  }
  const classes = requiredClasses(current);
  if (classes < CHARACTER_CLASSES.length) {
    const all = CHARACTER_CLASSES.length;
    rows.push([
      t('kinds of characters'),
      t('{n} of {all}', { n: classes, all }),
      t('all {all}', { all }),
    ]);
  }
  if (current.PasswordReusePrevention !== wanted.PasswordReusePrevention) {
    const n = current.PasswordReusePrevention;
    const before = n ? t('last {n} refused', { n }) : t('allowed');
    rows.push([t('reuse'), before, t('last {n} refused', { n: REUSE_PREVENTION })]);
  }
  return rows;
}
