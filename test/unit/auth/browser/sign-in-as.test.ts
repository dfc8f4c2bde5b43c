import { describe, expect, it } from 'vitest';
import { signInAs } from '../../../../src/auth/browser/sign-in-as.ts';
import { Blocked, SignedOut } from '../../../../src/engine/errors.ts';
import { say, t } from '../../../../src/text/text.ts';
import { errorOf } from '../../../support/aws/local-endpoint.ts';
import {
  type Behaviour,
  browse,
  startSignInService,
} from '../../../support/sign-in/sign-in-service.ts';

const KIM = 'arn:aws:iam::123456789012:user/people/kim';

/** Somebody signs in where kim is asked to. `whoIs`: what AWS says of the session. */
async function attempt(
  changes: Partial<Behaviour> = {},
  whoIs: () => Promise<string> = async () => KIM,
) {
  const aws = await startSignInService({ arn: KIM, ...changes });
  const asked: string[] = [];
  const { url, session, close } = await signInAs({
    user: 'kim',
    accountId: '123456789012',
    service: { url: aws.url, region: 'eu-north-1' },
    sending: {},
    whoIs: ({ accessKeyId }) => {
      asked.push(accessKeyId);
      return whoIs();
    },
    explainError: (error) => error,
    quit: new AbortController().signal,
  });
  return { aws, url, session, close, asked };
}

describe('signing in as a user with Rootlock listening', () => {
  it('gives the session’s key and its region, once AWS has said whose it is', async () => {
    const { url, session, asked, aws } = await attempt();
    await browse(url);
    expect(await session).toEqual({ id: `${asked[0]} eu-north-1` });
    expect(asked[0]).toMatch(/^ASIA/);
    expect(aws.granted).toEqual(['authorization_code']);
  });

  it.each<[string, Partial<Behaviour>, string]>([
    [
      'the root user',
      { arn: 'arn:aws:iam::123456789012:root' },
      'You signed in as arn:aws:iam::123456789012:root, and not as kim.',
    ],
    [
      'another user',
      { arn: 'arn:aws:iam::123456789012:user/zoe' },
      'You signed in as arn:aws:iam::123456789012:user/zoe, and not as kim.',
    ],
    [
      'a role session of that name',
      { arn: 'arn:aws:sts::123456789012:assumed-role/kim/kim' },
      'You signed in as arn:aws:sts::123456789012:assumed-role/kim/kim, and not as kim.',
    ],
    [
      'a user of that name in another account',
      { arn: 'arn:aws:iam::999999999999:user/kim' },
      'You signed in to the account 9999-9999-9999, and not to 1234-5678-9012. Nothing was kept.',
    ],
  ])('refuses %s in one sentence, and asks AWS nothing', async (_, changes, sentence) => {
    const { url, session, asked } = await attempt(changes);
    const refused = errorOf(session);
    await browse(url);
    expect(say(((await refused) as Blocked).text)).toBe(sentence);
    expect(asked).toEqual([]);
  });

  it('refuses a session of which AWS says something else', async () => {
    const { url, session } = await attempt({}, async () => 'arn:aws:iam::123456789012:user/zoe');
    const refused = errorOf(session);
    await browse(url);
    expect(await refused).toBeInstanceOf(Blocked);
  });

  it('never ends the run’s own session', async () => {
    const { url, session } = await attempt({}, async () => {
      throw new SignedOut(t('Expired.'), []);
    });
    const refused = errorOf(session);
    await browse(url);
    expect(await refused).toBeInstanceOf(Blocked);
  });

  it('says why the browser came back without a session', async () => {
    const { url, session } = await attempt({ refuses: 'access_denied' });
    const refused = errorOf(session);
    await browse(url);
    expect(await refused).toBeInstanceOf(Blocked);
  });
});
