import type { Request } from '../../src/aws/operations.ts';
import type { Account, Exchange, Send } from '../../src/engine/contract.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import { type Text, t } from '../../src/engine/text.ts';
import { OURS } from './arns.ts';
import type { Room } from './mfa-devices.ts';
import { checkForm, codeChecker, digits } from './totp.ts';

const undo = (name: string): Text =>
  t('IAM console, Users, {name}, Security credentials, Remove', { name });

/** An authenticator app: AWS makes the key, shows it once, and takes two codes as proof that the phone has it. */
export function enrolApp(account: Account, user: string, room: Room): Exchange {
  const remove: Request = {
    service: 'iam',
    operation: 'DeleteVirtualMFADevice',
    input: { SerialNumber: room.serial },
  };
  const create = {
    service: 'iam',
    operation: 'CreateVirtualMFADevice',
    input: { VirtualMFADeviceName: room.name, Tags: [OURS] },
  } satisfies Request;
  // Many people have more than one account: the entry in the app names both.
  const place = account.practice ? 'PRACTICE' : (account.alias ?? account.id);
  const label = `AWS:${user}@${place}`;
  return {
    kind: 'exchange',
    summary: t('Enrol an authenticator app for {user}', { user }),
    undo: undo(user),
    calls: [...(room.leftover ? [remove] : []), create, enable(user, room.serial)],
    async run(send, ask, clock) {
      if (room.leftover) await send(remove);
      const { VirtualMFADevice: made } = await send(create);
      const seed = new Secret(new TextDecoder().decode(made?.Base32StringSeed));
      const check = codeChecker(seed, { aws: clock, computer: Date.now });
      const first = room.leftover
        ? t('Delete the older entry {label} in the app: its key is gone. Then add this one.', {
            label,
          })
        : t('Add this key to your authenticator app, then type two codes, one after the other.');
      await handIn(send, user, room.serial, first, (message) =>
        ask('codes', { kind: 'codes', message, label, seed, clock, check }),
      );
    },
  };
}

/** A hardware token that AWS knows by its serial number. Only AWS can tell whether its codes are right. */
export function enrolToken(user: string, serial: string): Exchange {
  return {
    kind: 'exchange',
    summary: t('Enrol the hardware token {serial} for {user}', { serial, user }),
    undo: undo(user),
    calls: [enable(user, serial)],
    run: (send, ask, clock) =>
      handIn(
        send,
        user,
        serial,
        t('Type two codes of the token, one after the other.'),
        (message) =>
          ask('codes', { kind: 'codes', message, label: serial, clock, check: checkForm }),
      ),
  };
}

const enable = (
  UserName: string,
  SerialNumber: string,
  AuthenticationCode1: string | Secret = '<first code>',
  AuthenticationCode2: string | Secret = '<second code>',
) =>
  ({
    service: 'iam',
    operation: 'EnableMFADevice',
    input: { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 },
  }) satisfies Request;

/** Asks for codes until AWS takes them. The key stays good after a refusal: only new codes are needed. */
async function handIn(
  send: Send,
  user: string,
  serial: string,
  first: Text,
  ask: (message: Text) => Promise<[string, string]>,
): Promise<void> {
  for (let message = first; ; ) {
    const [one, two] = await ask(message);
    const codes = [new Secret(digits(one)), new Secret(digits(two))] as const;
    try {
      await send(enable(user, serial, ...codes));
      return;
    } catch (error) {
      if (!(error instanceof Blocked)) throw error;
      // The first try got through and its reply was lost: the look that follows tells whose device it is.
      if (error.code === 'EntityAlreadyExists') return;
      if (error.code === 'LimitExceeded') throw tooMany(user, error);
      if (error.code !== 'InvalidAuthenticationCode') throw error;
      message = t('AWS refused these two codes. Two new ones, please, one after the other.');
    }
  }
}

const tooMany = (user: string, { code = '', status }: Blocked): Blocked =>
  new Blocked(
    t('{user} has eight MFA devices, as many as AWS takes.', { user }),
    [t('Remove one that is lost: IAM console, Users, {user}, Security credentials.', { user })],
    { code, ...(status && { status }) },
  );
