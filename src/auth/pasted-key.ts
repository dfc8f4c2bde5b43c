import type { AwsCredentialIdentity } from '@aws-sdk/types';
import type { Host } from '../engine/step.ts';
import { t } from '../text/text.ts';

/** Asks for an access key that already exists. Rootlock never advises to make one, and never writes it anywhere. */
export async function askForKey(host: Host): Promise<AwsCredentialIdentity> {
  const accessKeyId = await host.ask('sign-in.key-id', {
    kind: 'text',
    role: 'sign-in',
    message: t(
      'Access key ID of your existing root access key. Never create one for this: signing in with the browser needs none.',
    ),
    notPersisted: true,
    example: 'AKIAIOSFODNN7EXAMPLE',
    validate: (id) =>
      /^AKIA[A-Z0-9]{12,}$/.test(id.trim())
        ? undefined
        : t('The access key ID begins with AKIA and has only capital letters and digits.'),
  });
  const secret = await host.ask('sign-in.secret', {
    kind: 'secret',
    role: 'sign-in',
    message: t('Secret access key'),
    notPersisted: true,
    validate: (value) =>
      /^\S{16,}$/.test(value.reveal())
        ? undefined
        : t('That is not a secret access key: it has 40 characters and no spaces.'),
  });
  return { accessKeyId: accessKeyId.trim(), secretAccessKey: secret.reveal() };
}
