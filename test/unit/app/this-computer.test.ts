import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { thisComputer } from '../../../src/app/this-computer.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { folderAt } from '../../../src/state/folder.ts';
import { newHome } from '../../support/auth/home.ts';
import { startAnswering } from '../../support/aws/local-endpoint.ts';
import { startStub } from '../../support/aws/stub-aws.ts';

const EXAMPLE = 'AKIAIOSFODNN7EXAMPLE';
const KEY = 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = nothing\n';
const SESSION = 'login_session = arn:aws:iam::123456789012:user/jun\n';

/** This computer with a home of its own, where the AWS CLI's config file is this one. */
function computerWith(config = '', variables: NodeJS.ProcessEnv = {}) {
  const home = newHome({ config });
  const terminal = { env: { ...process.env, ...variables } } as Terminal;
  const none = new Set<string>();
  return thisComputer({
    terminal,
    folder: folderAt(`${home}/state`),
    tracked: { known: new Set([EXAMPLE]), dead: new Set([EXAMPLE]), inactive: none },
    source: { rootCredentials: { profiles: none, keys: none }, network: () => ({}) },
  });
}

it('CloudShell is not the owner’s computer', () => {
  expect(computerWith('', { AWS_EXECUTION_ENV: 'CloudShell' })).toBeUndefined();
  expect(computerWith()).toBeDefined();
});

it('a profile with a key is not signed in by the browser, and its name is taken', async () => {
  const computer = computerWith(`[profile a]\n${SESSION}[profile b]\n${SESSION}${KEY}`);
  expect(await computer?.profiles()).toEqual({
    signedIn: [{ name: 'a', arn: 'arn:aws:iam::123456789012:user/jun' }],
    taken: ['a', 'b'],
  });
});

it('AWS says whose credentials a profile has', async () => {
  const { url, asked } = await startStub();
  const computer = computerWith(`[profile a]\n${KEY}endpoint_url = ${url}\n`);
  expect(await computer?.whoIs('a')).toBe('arn:aws:iam::123456789012:root');
  expect(asked).toEqual(['GetCallerIdentity']);
});

it('a profile whose session is gone is nobody’s, and one that AWS cannot be asked about is unknown', async () => {
  const url = await startAnswering(200, '<html>hotel</html>');
  const config = `[profile gone]\n${SESSION}[profile proxy]\n${KEY}endpoint_url = ${url}\n`;
  const computer = computerWith(config);
  expect(await computer?.whoIs('gone')).toBeUndefined();
  await expect(computer?.whoIs('proxy')).rejects.toThrow(Blocked);
});

it('a key that this run has deleted is taken out of the files, and is gone for the next look', async () => {
  const computer = computerWith(`[profile a]\n${KEY}region = x\n`);
  const look = async () => (await computer?.leftoverKeys('us-east-1', () => false)) ?? [];
  const [key] = await look();
  expect(key).toMatchObject({ id: EXAMPLE, isDeleted: true, profile: 'a' });
  if (key?.edit) await computer?.editFile(key.edit);
  expect(readFileSync(key?.file ?? '', 'utf8')).toBe('[profile a]\nregion = x\n');
  expect(await look()).toEqual([]);
});
