import { Blocked } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import type { InteractiveChange, Look, Request } from '../../src/engine/step.ts';
import { masked } from '../../src/text/masked.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { t } from '../../src/text/text.ts';

/** Who owns the account, as far as AWS knows. */
export interface AccountOwner {
  name: string;
  phone: string;
  /** `UNKNOWN` if AWS does not say, as in partitions where nobody can prove a phone. */
  verification: 'PENDING' | 'VERIFIED' | 'UNVERIFIED' | 'NOT_SUPPORTED' | 'UNKNOWN';
}

/** Reads the contact information of the own account. `null` if there is none. */
export async function readAccountOwner(look: Look): Promise<AccountOwner | null> {
  const found = await look.find('account', 'GetContactInformation', {});
  if (!found?.ContactInformation) return null;
  const { FullName = '', PhoneNumber = '' } = found.ContactInformation;
  return {
    name: String(FullName),
    phone: String(PhoneNumber),
    verification: found.VerificationStatus ?? 'UNKNOWN',
  };
}

/** AWS can prove the phone, and has not yet. Whoever has lost root's password or MFA needs it. */
export const isUnproven = (owner: AccountOwner | null): boolean =>
  owner?.verification === 'UNVERIFIED' || owner?.verification === 'PENDING';

const SEND = {
  service: 'account',
  operation: 'SendPhoneNumberVerification',
  input: {},
} satisfies Request;

const verify = (Otp: string | Secret) =>
  ({ service: 'account', operation: 'VerifyPhoneNumber', input: { Otp } }) satisfies Request;

/** AWS makes a code invalid after some tries. */
const TRIES = 3;

export const provePhone = ({ phone }: AccountOwner): InteractiveChange => ({
  kind: 'exchange',
  summary: t('Prove the phone of the account: AWS sends an SMS with a code to {phone}', {
    phone: masked(phone),
  }),
  calls: [SEND, verify(placeholder('the code of the SMS'))],
  async run(send, ask) {
    await send(SEND);
    for (let tries = 1; ; tries++) {
      const code = await ask('code', {
        kind: 'text',
        message:
          tries === 1
            ? t('Code of the SMS?')
            : t('AWS does not take this code. Code of the newest SMS?'),
        example: '123456',
        notPersisted: true,
        validate: (text) =>
          /^[\da-z]{6}$/i.test(text) ? undefined : t('The code has six characters.'),
      });
      try {
        await send(verify(new Secret(code)));
        return;
      } catch (error) {
        const isWrong = error instanceof Blocked && error.code === 'ValidationException';
        if (!isWrong || tries === TRIES) throw error;
      }
    }
  },
});
