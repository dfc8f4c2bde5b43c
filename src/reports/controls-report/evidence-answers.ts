import type { ControlId, Evidence, Fact } from '../../engine/step.ts';
import { type Text, t } from '../../text/text.ts';
import type { Answer, LookedStep } from './answer.ts';
import { stepAnswer } from './step-answers.ts';

type Reading = Pick<Answer, 'verdict' | 'value' | 'why' | 'mend'>;

/** Controls that no step makes sure of, although the evidence of one shows them. `undefined`: it does not. */
const BY_EVIDENCE: Partial<
  Record<ControlId, { step: string; read(evidence: Evidence): Reading | undefined }>
> = {
  'contact-details': {
    step: 'contacts',
    read: () => ({
      verdict: 'not-looked-at',
      why: t('Only you know whether they are current. AWS console > Account > Contact information'),
    }),
  },

  'root-hardware-mfa': {
    step: 'root-mfa',
    read({ mfa, password, virtualDevices }) {
      if (password === false) {
        return {
          verdict: 'shown',
          value: t('no root password: nobody can sign in as root'),
        };
      }
      if (mfa === false) {
        return { verdict: 'not-done', value: t('no MFA at all'), mend: ['--only', 'root-mfa'] };
      }
      if (mfa !== true || typeof virtualDevices !== 'number') return undefined;
      return virtualDevices > 0
        ? { verdict: 'not-done', value: t('on, with an authenticator app') }
        : { verdict: 'shown', value: t('on, with a passkey or a hardware TOTP token') };
    },
  },

  'no-full-rights': {
    step: 'admin-group',
    read({ groups, users, roles }) {
      const names = [groups, users, roles].flatMap(namesIn);
      return names.length === 0
        ? undefined
        : { verdict: 'not-done', value: t('administrators: {names}', { names: few(names) }) };
    },
  },

  'log-bucket-access-log': {
    step: 'cloudtrail',
    read({ trail, accessLog }) {
      if (trail === null) {
        return { verdict: 'not-done', value: t('no trail'), mend: ['--only', 'cloudtrail'] };
      }
      if (accessLog === 'off') {
        return { verdict: 'not-done', value: t('off'), mend: ['--only', 'cloudtrail'] };
      }
      if (typeof accessLog !== 'string' || accessLog === 'unknown') {
        return { verdict: 'not-looked-at', why: t('AWS does not say it of this bucket.') };
      }
      return { verdict: 'shown', value: t('goes to {place}', { place: accessLog }) };
    },
  },
};

/** What the evidence of a step says of a control that is not the step's own. */
export function evidenceAnswer(control: ControlId, steps: LookedStep[]): Answer | undefined {
  const reader = BY_EVIDENCE[control];
  const one = steps.find(({ step }) => step.id === reader?.step);
  if (!reader || !one) return undefined;
  const own = stepAnswer(one);
  const { evidence } = one.row ?? {};
  // Of a look that has failed, the evidence is that of an earlier one.
  if (own.verdict === 'not-looked-at' || !evidence) return own;
  const reading = reader.read(evidence);
  if (!reading) return undefined;
  const { looked, step } = one;
  return {
    ...reading,
    source: { step: step.id },
    ...(looked && { looked }),
    evidence,
    findings: [],
  };
}

const namesIn = (fact: Fact | undefined): string[] =>
  Array.isArray(fact) ? fact.filter((name) => typeof name === 'string') : [];

const FEW = 5;

const few = (names: string[]): Text | string =>
  names.length > FEW
    ? t('{names} and {count} more', {
        names: names.slice(0, FEW).join(', '),
        count: names.length - FEW,
      })
    : names.join(', ');
