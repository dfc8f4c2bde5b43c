import type { Request } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import { Secret } from '../../src/engine/secret.ts';
import type { Account, InteractiveChange, Send } from '../../src/engine/step.ts';
import { isPlaceholder, placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';
import { ROOTLOCK_TAG } from '../shared/arns-and-tags.ts';
import { authenticatorLabel } from './authenticator-label.ts';
import type { VirtualDevice } from './mfa-devices.ts';
import { codeChecks, isSeed, problemWithCodeFormat, withoutSpaces } from './totp.ts';

const howToRemove = (name: string): Text =>
  t('IAM console > Users > {name} > Security credentials > Remove', { name });

/**
 * Enrols an authenticator app. AWS makes the key, shows it once, and takes two codes as proof that the phone has it.
 */
export function enrolApp(account: Account, user: string, device: VirtualDevice): InteractiveChange {
  const remove: Request = {
    service: 'iam',
    operation: 'DeleteVirtualMFADevice',
    input: { SerialNumber: device.serial },
  };
  const enable = codesCall('EnableMFADevice', user, device.serial);
  const create = {
    service: 'iam',
    operation: 'CreateVirtualMFADevice',
    input: { VirtualMFADeviceName: device.name, Tags: [ROOTLOCK_TAG] },
  } satisfies Request;
  const accountName = account.practice ? 'PRACTICE' : (account.alias ?? account.id);
  const label = authenticatorLabel(device.name, accountName);
  return {
    kind: 'exchange',
    summary: t('Set up an authenticator app for {user}', { user }),
    undo: howToRemove(user),
    calls: [...(device.leftover ? [remove] : []), create, enable.preview],
    async run(send, ask, clock) {
      if (device.leftover) await send(remove).catch(ignoreAlreadyGone);
      const { VirtualMFADevice: created } = await send(create).catch((error: unknown) => {
        throw error instanceof Blocked && isAlreadyDone(error) ? seedLost(user, error) : error;
      });
      if (!created?.Base32StringSeed?.length) throw seedLost(user);
      const seed = new Secret(new TextDecoder().decode(created.Base32StringSeed));
      if (!isSeed(seed)) throw seedDamaged(user);
      const checks = codeChecks(seed, { aws: clock, computer: Date.now });
      const firstMessage = device.leftover
        ? t('Delete the old entry {label} in your app: it no longer works. Then add this one.', {
            label,
          })
        : t("Enter the app's code, wait for it to change, enter the new one.");
      await enable.submit(send, firstMessage, (message) =>
        ask('codes', { kind: 'codes', message, label, seed, clock, ...checks }),
      );
    },
  };
}

/** Enrols a hardware token by its serial number. Only AWS can check its codes. */
export const enrolToken = (user: string, serial: string): InteractiveChange => ({
  ...withCodes('EnableMFADevice', user, serial),
  summary: isPlaceholder(serial)
    ? t('Set up a hardware TOTP token for {user}', { user })
    : t('Set up the hardware TOTP token {serial} for {user}', { serial, user }),
  undo: howToRemove(user),
});

/** Tells AWS how far a device's clock has drifted. AWS refuses its codes at sign-in until then. */
export const resync = (user: string, serial: string): InteractiveChange => ({
  ...withCodes('ResyncMFADevice', user, serial),
  summary: t('Resync {serial}, if AWS refuses its codes at sign-in', { serial }),
});

type CodesOperation = 'EnableMFADevice' | 'ResyncMFADevice';

/** For a device that exists already: two of its codes are enough. */
function withCodes(
  operation: CodesOperation,
  user: string,
  serial: string,
): Pick<InteractiveChange, 'kind' | 'calls' | 'run'> {
  const call = codesCall(operation, user, serial);
  const firstMessage = t('Enter a code of the device, wait for it to change, enter the new one.');
  return {
    kind: 'exchange',
    calls: [call.preview],
    run: (send, ask, clock) =>
      call.submit(send, firstMessage, (message) =>
        ask('codes', {
          kind: 'codes',
          message,
          label: serial,
          clock,
          validate: problemWithCodeFormat,
        }),
      ),
  };
}

/** A call that takes two codes: `preview` shows it with placeholders, `submit` sends it. */
function codesCall(operation: CodesOperation, UserName: string, SerialNumber: string) {
  const call = (
    AuthenticationCode1: string | Secret,
    AuthenticationCode2: string | Secret,
  ): Request => ({
    service: 'iam',
    operation,
    input: { UserName, SerialNumber, AuthenticationCode1, AuthenticationCode2 },
  });
  return {
    preview: call(placeholder('first code'), placeholder('second code')),
    /** Asks for codes until AWS accepts them. The key stays valid after a refusal, so new codes are enough. */
    async submit(
      send: Send,
      firstMessage: Text,
      ask: (message: Text) => Promise<[string, string]>,
    ) {
      let wasResent = false;
      for (let message = firstMessage; ; ) {
        const [firstCode, secondCode] = await ask(message);
        try {
          await send(
            call(new Secret(withoutSpaces(firstCode)), new Secret(withoutSpaces(secondCode))),
          );
          return;
        } catch (error) {
          if (!(error instanceof Blocked)) throw error;
          // AWS may refuse the resent codes as used, and say only then that it is done.
          wasResent ||= error.attempts > 1;
          if (error.code === 'EntityAlreadyExists' && wasResent) return;
          if (error.code === 'LimitExceeded') throw tooManyDevices(UserName, error);
          if (error.code !== 'InvalidAuthenticationCode') throw error;
          message = t('AWS refused these two codes. Enter two new ones in a row.');
        }
      }
    },
  };
}

/** The SDK sent the call again: the first attempt succeeded and its reply was lost. */
const isAlreadyDone = ({ code, attempts }: Blocked): boolean =>
  code === 'EntityAlreadyExists' && attempts > 1;

/** An earlier call removed the device and its reply was lost. */
function ignoreAlreadyGone(error: unknown): void {
  if (!(error instanceof Blocked) || error.code !== 'NoSuchEntity') throw error;
}

const MAKE_ANOTHER = t('Run Rootlock again: it removes that device and creates a new one.');

const seedLost = (user: string, { code = '', status }: Partial<Blocked> = {}): Blocked =>
  new Blocked(
    t('AWS created an MFA device for {user}, but the reply with its key got lost.', {
      user,
    }),
    [MAKE_ANOTHER],
    { code, ...(status && { status }) },
  );

const seedDamaged = (user: string): Blocked =>
  new Blocked(
    t('AWS created an MFA device for {user}, but the reply with its key arrived damaged.', {
      user,
    }),
    [MAKE_ANOTHER],
  );

const tooManyDevices = (user: string, { code = '', status }: Blocked): Blocked =>
  new Blocked(
    t('{user} has eight MFA devices, the most that AWS allows.', { user }),
    [
      t('Remove one that you no longer use: IAM console > Users > {user} > Security credentials.', {
        user,
      }),
    ],
    { code, ...(status && { status }) },
  );
