import type { Request } from '../../src/aws/operations.ts';
import { Blocked, Leave } from '../../src/engine/errors.ts';
import type { KeyPlace, NewKey } from '../../src/engine/key-place.ts';
import { Secret } from '../../src/engine/secret.ts';
import type { InteractiveChange, Send } from '../../src/engine/step.ts';
import { placeholder } from '../../src/text/placeholder.ts';
import { type Text, t } from '../../src/text/text.ts';

type Ask = Parameters<InteractiveChange['run']>[1];

interface Wanted {
  user: string;
  /** The profile that gets the key. Absent: it is shown once. */
  profile: string | undefined;
}

/**
 * Makes a key and hands its secret over. AWS shows a secret once, so a key whose secret reaches nobody is deleted at once: it would
 * stay valid for ever.
 */
export function createKey({ user: UserName, profile }: Wanted): InteractiveChange {
  const list = {
    service: 'iam',
    operation: 'ListAccessKeys',
    input: { UserName },
  } satisfies Request;
  const create = {
    service: 'iam',
    operation: 'CreateAccessKey',
    input: { UserName },
  } satisfies Request;
  const remove = (AccessKeyId: string) =>
    ({
      service: 'iam',
      operation: 'DeleteAccessKey',
      input: { UserName, AccessKeyId },
    }) satisfies Request;

  const idsNow = async (send: Send): Promise<string[]> =>
    ((await send(list)).AccessKeyMetadata ?? []).map(({ AccessKeyId = '' }) => AccessKeyId);

  /** Deletes the key of a lost reply. Of two new ones, nobody can tell which it is: the other one may be somebody else's. */
  async function removeUnseen(send: Send, before: string[]): Promise<void> {
    const made = (await idsNow(send)).filter((id) => !before.includes(id));
    const [only, ...others] = made;
    if (others.length > 0)
      throw new Blocked(t('There are two new keys of {name}.', { name: UserName }));
    if (only) await send(remove(only));
  }

  return {
    kind: 'exchange',
    summary:
      profile === undefined
        ? t('Create an access key for {name}, and show its secret once', { name: UserName })
        : t('Create an access key for {name}, and write it into the profile {profile}', {
            name: UserName,
            profile,
          }),
    undo: t('IAM console > Users > {name} > Security credentials > Access keys > Delete', {
      name: UserName,
    }),
    // The deletion is sent only if the secret reaches nobody.
    calls: [list, remove(placeholder('a key whose secret is lost')), create],
    async run(send, ask, _clock, keyPlace) {
      if (!keyPlace) throw new Error('nothing here keeps a new key');
      const held = profile === undefined ? undefined : await askForFile(ask, keyPlace, profile);
      const before = await idsNow(send);
      const key = await send(create)
        .then(({ AccessKey }) => keyIn(AccessKey))
        .catch(async (error: unknown) => {
          if (!(error instanceof Blocked) || isRefusal(error)) throw error;
          await removeUnseen(send, before).catch(notRemoved(UserName));
          throw secretLost(UserName, error);
        });
      try {
        if (profile !== undefined) keyPlace.write(profile, key, held);
        else await ask('secret', secretQuestion(key));
      } catch (error) {
        await send(remove(key.id)).catch(unlessGone).catch(notRemoved(UserName, key.id));
        throw error;
      }
      keyPlace.handedOver(key);
    },
  };
}

/** @returns what the profile holds until then */
async function askForFile(
  ask: Ask,
  keyPlace: KeyPlace,
  profile: string,
): Promise<string | undefined> {
  const { file } = keyPlace;
  const held = keyPlace.keyIn(profile);
  const isOpen = keyPlace.isOpenToOthers();
  const agreed = await ask('write', {
    kind: 'confirm',
    message: writeMessage({ file, profile, held, isOpen }),
    initial: true,
    ...((held !== undefined || isOpen) && { danger: true as const }),
  });
  if (!agreed) throw new Leave('back');
  return held;
}

function writeMessage({
  file,
  profile,
  held,
  isOpen,
}: {
  file: string;
  profile: string;
  held: string | undefined;
  isOpen: boolean;
}): Text {
  const change = held
    ? t('{file}, profile {profile}: the new key takes the place of {held}.', {
        file,
        profile,
        held,
      })
    : held === ''
      ? t('{file}: the profile {profile} is there, and gets the new key.', { file, profile })
      : t('{file} gets a new profile, {profile}, with the key and its secret.', { file, profile });
  return isOpen
    ? t('{change} Others on this computer may read the file. Write it?', { change })
    : t('{change} Nothing else in the file changes. Write it?', { change });
}

const secretQuestion = ({ id, secret }: NewKey) => ({
  kind: 'password' as const,
  isGiven: true as const,
  message: t('The secret of the access key {id}. AWS shows it this once.', { id }),
  generate: () => secret,
});

/** @throws Blocked if the reply is damaged */
function keyIn(
  answer: { AccessKeyId?: string | undefined; SecretAccessKey?: string | undefined } | undefined,
): NewKey {
  const { AccessKeyId: id, SecretAccessKey: secret } = answer ?? {};
  if (!id || !secret) throw new Blocked(t('The reply of AWS arrived damaged.'), [RUN_AGAIN]);
  return { id, secret: new Secret(secret) };
}

/** AWS has answered that it made none. */
const isRefusal = ({ status = 0, lost, code }: Blocked): boolean =>
  !lost && code !== 'Unreadable' && status >= 400 && status < 500;

const RUN_AGAIN = t('Run Rootlock again: it creates another one.');

const secretLost = (user: string, { code = '' }: Blocked): Blocked =>
  new Blocked(
    t(
      'The reply of AWS got lost, and with it the secret of a new key of {user}. No such key is left.',
      {
        user,
      },
    ),
    [RUN_AGAIN],
    { code },
  );

/** Another run has deleted it meanwhile. */
function unlessGone(error: unknown): void {
  if (!(error instanceof Blocked) || error.code !== 'NoSuchEntity') throw error;
}

/** The key is still there, and works. */
const notRemoved =
  (user: string, id?: string) =>
  (error: unknown): never => {
    if (!(error instanceof Blocked)) throw error;
    throw new Blocked(
      id === undefined
        ? t('A new key of {user} may work whose secret nobody has.', { user })
        : t('The new key {id} of {user} works, and nobody has its secret.', { id, user }),
      [t('Run Rootlock again: it asks about that key, and deletes it.'), ...error.fix],
    );
  };
