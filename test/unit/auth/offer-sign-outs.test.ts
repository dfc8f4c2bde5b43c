import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cacheFileOf } from '../../../src/auth/browser/login-cache.ts';
import { offerSignOuts, type SignOutParts } from '../../../src/auth/offer-sign-outs.ts';
import { Blocked, Leave } from '../../../src/engine/errors.ts';
import type { Host } from '../../../src/engine/step.ts';
import { ownersFiles } from '../../../src/state/owners-files.ts';
import { say, t } from '../../../src/text/text.ts';
import { newHome } from '../../support/auth/home.ts';

/** The sentences about what is left of root's session, after this answer. */
async function left(answer: unknown, parts: Partial<SignOutParts> = {}): Promise<string> {
  const ask = async () => {
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const texts = await offerSignOuts(['rootlock-root'], {
    host: { emit: () => undefined, ask } as unknown as Host,
    env: process.env,
    files: ownersFiles,
    signOutCommand: (profile) => `rootlock sign-out --profile ${profile}`,
    ...parts,
  });
  return texts.map(say).join();
}

describe('the root user’s session', () => {
  const config = '[profile rootlock-root]\nlogin_session = arn:aws:iam::123456789012:root\n';

  /** Its file in the cache. */
  function signedIn(): string {
    newHome({ config });
    const file = cacheFileOf('arn:aws:iam::123456789012:root', process.env);
    ownersFiles.write(file, '{}');
    return file;
  }

  it.each([
    ['does not want to sign out now', false],
    ['leaves the question', new Leave('back')],
  ])('stays and is named with how to sign out if the owner %s', async (_, answer) => {
    const file = signedIn();
    expect(await left(answer)).toContain('rootlock sign-out --profile rootlock-root');
    expect(existsSync(file)).toBe(true);
  });

  it('is named with how to sign out if the disk refuses, and if nobody can answer', async () => {
    const file = signedIn();
    const remove = () => {
      throw new Blocked(t('No.'));
    };
    const files = { ...ownersFiles, remove };
    expect(await left(true, { files })).toContain('rootlock sign-out --profile rootlock-root');
    expect(await left(true, { host: undefined })).toContain('rootlock sign-out');
    expect(existsSync(file)).toBe(true);
  });

  it('is gone if the owner agrees', async () => {
    const file = signedIn();
    expect(await left(true)).toBe('');
    expect(existsSync(file)).toBe(false);
  });
});
