import type { Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import type { Account, InteractiveChange, Send } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { OURS } from '../shared/arns-and-tags.ts';
import type { Room } from './mfa-devices.ts';
import { checkForm, codeChecker, digits } from './totp.ts';

const undo = (name: string): Text =>
  t('IAM console, Users, {name}, Security credentials, Remove', { name });

/** An authenticator app: AWS makes the key, shows it once, and takes two codes as proof that the phone has it. */
export function enrolApp(account: Account, user: string, room: Room): InteractiveChange {
  const remove: Request = {
    service: 'iam',
    operation: 'DeleteVirtualMFADevice',
    input: { SerialNumber: room.serial },
  };
  const enable = handingIn('EnableMFADevice', user, room.serial);
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
    calls: [...(room.leftover ? [remove] : []), create, enable.shown],
    async run(send, ask, clock) {
      if (room.leftover) await send(remove).catch(unlessGone);
      const { VirtualMFADevice: made } = await send(create).catch((error: unknown) => {
        throw error instanceof Blocked && isThere(error) ? keyLost(user, error) : error;
      });
      if (!made?.Base32StringSeed?.length) throw keyLost(user);
      const seed = new Secret(new TextDecoder().decode(made.Base32StringSeed));
      const check = codeChecker(seed, { aws: clock, computer: Date.now });
      const first = room.leftover
        ? t('Delete the older entry {label} in the app: its key is gone. Then add this one.', {
            label,
          })
        : t('Add this key to your authenticator app, then type two codes, one after the other.');
      await enable.run(send, first, (message) =>
        ask('codes', { kind: 'codes', message, label, seed, clock, validate: check }),
      );
    },
  };
}

/** A hardware token that AWS knows by its serial number. Only AWS can tell whether its codes are right. */
export const enrolToken = (user: string, serial: string): InteractiveChange => ({
  ...byCodes('EnableMFADevice', user, serial),
  summary: t('Enrol the hardware token {serial} for {user}', { serial, user }),
  undo: undo(user),
});

/** For a device whose clock has drifted: its codes are refused at sign-in until AWS knows by how much. */
export const resync = (user: string, serial: string): InteractiveChange => ({
  ...byCodes('ResyncMFADevice', user, serial),
  summary: t('Set the clock of {serial} right, if its codes are refused at sign-in', { serial }),
});

type ByCodes = 'EnableMFADevice' | 'ResyncMFADevice';

/** A device that is there already: two of its codes are all that is needed. */
function byCodes(
  operation: ByCodes,
  user: string,
  serial: string,
): Pick<InteractiveChange, 'kind' | 'calls' | 'run'> {
  const call = handingIn(operation, user, serial);
  const first = t('Type two codes of the device, one after the other.');
  return {
    kind: 'exchange',
    calls: [call.shown],
    run: (send, ask, clock) =>
      call.run(send, first, (message) =>
        ask('codes', { kind: 'codes', message, label: serial, clock, validate: checkForm }),
      ),
  };
}

/** The call that takes two codes: as it is shown, and as it is sent. */
function handingIn(operation: ByCodes, UserName: string, SerialNumber: string) {
  const call = (
    AuthenticationCode1: string | Secret,
    AuthenticationCode2: string | Secret,
  ): Request => ({
    service: 'iam',
    operation,
    input: { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 },
  });
  return {
    shown: call(placeholder('first code'), placeholder('second code')),
    /** Asks for codes until AWS takes them. The key stays good after a refusal: only new codes are needed. */
    async run(send: Send, first: Text, ask: (message: Text) => Promise<[string, string]>) {
      for (let message = first; ; ) {
        const [one, two] = await ask(message);
        try {
          await send(call(new Secret(digits(one)), new Secret(digits(two))));
          return;
        } catch (error) {
          if (!(error instanceof Blocked)) throw error;
          if (isThere(error)) return;
          if (error.code === 'LimitExceeded') throw tooMany(UserName, error);
          if (error.code !== 'InvalidAuthenticationCode') throw error;
          message = t('AWS refused these two codes. Two new ones, please, one after the other.');
        }
      }
    },
  };
}

/** Sent more than once: the first got through, and its reply was lost. */
const isThere = ({ code, attempts }: Blocked): boolean =>
  code === 'EntityAlreadyExists' && attempts > 1;

/** Removed before, by a call whose reply was lost. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Blocked) || error.code !== 'NoSuchEntity') throw error;
}

const keyLost = (user: string, { code = '', status }: Partial<Blocked> = {}): Blocked =>
  new Blocked(
    t('AWS made an MFA device for {user}, but the answer with its key was lost on the way.', {
      user,
    }),
    [t('Run Rootlock again: it removes that device and makes a new one.')],
    { code, ...(status && { status }) },
  );

const tooMany = (user: string, { code = '', status }: Blocked): Blocked =>
  new Blocked(
    t('{user} has eight MFA devices, as many as AWS takes.', { user }),
    [t('Remove one that is lost: IAM console, Users, {user}, Security credentials.', { user })],
    { code, ...(status && { status }) },
  );
