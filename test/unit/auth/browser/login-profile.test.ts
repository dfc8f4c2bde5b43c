import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutMadeProfile, withSession } from '../../../../src/auth/browser/login-profile.ts';
import { profiles } from '../../../../src/auth/profiles.ts';
import { newHome } from '../../../support/auth/home.ts';

const ARN = 'arn:aws:iam::123456789012:root';
const OTHER = 'arn:aws:iam::123456789012:user/kim';

describe('a profile that gets a session', () => {
  it('is made in an empty file, with a region and a note of who made it', () => {
    expect(withSession('', 'acme', ARN, 'eu-west-1')).toBe(
      `[profile acme]\n# made by: rootlock sign-in\nlogin_session = ${ARN}\nregion = eu-west-1\n`,
    );
    expect(withSession('', 'default', ARN, 'eu-west-1')).toMatch(/^\[default\]\n/);
  });

  it.each([
    ['a file without a last line end', '[default]\nregion = us-east-1'],
    ['comments and other sections', '# mine\n[default]\nregion=x\n\n[sso-session a]\n  b = c\n'],
    ['bytes that are no UTF-8', '# \u00e9\u00ff\n[default]\n'],
    ['a profile whose name begins alike', '[profile acme-2]\nregion = eu-west-3\n'],
    ['a section of another kind with its name', '[acme]\nregion = x\n[services acme]\n'],
  ])('is appended to %s, which stays as it is', (_, text) => {
    const after = withSession(text, 'acme', ARN, 'eu-west-1');
    expect(after.startsWith(text)).toBe(true);
    expect(after.slice(text.length)).toMatch(/^\n{1,2}\[profile acme\]\n/);
  });

  it('keeps its own region, comments, order and line ends', () => {
    const text =
      '[profile acme] ; mine\r\nregion = eu-west-3\r\n# note\r\ns3 =\r\n  region = x\r\n\r\n[default]\r\n';
    expect(withSession(text, 'acme', ARN, 'us-east-1')).toBe(
      text.replace('; mine\r\n', `; mine\r\nlogin_session = ${ARN}\r\n`),
    );
  });

  it('gets a region if it has none of its own', () => {
    const text = '[profile acme]\ns3 =\n  region = x\n';
    expect(withSession(text, 'acme', ARN, 'us-east-1')).toBe(
      `[profile acme]\nlogin_session = ${ARN}\nregion = us-east-1\ns3 =\n  region = x\n`,
    );
  });

  it.each([
    ['[profile acme]', 'acme'],
    ['[profile "acme"]', 'acme'],
    ["[ profile 'acme' ]", 'acme'],
    ['[default]', 'default'],
    ['[profile default]', 'default'],
  ])('is found behind the header %s, also without a line end', (header, name) => {
    expect(withSession(header, name, ARN, 'us-east-1')).toBe(
      `${header}\nlogin_session = ${ARN}\nregion = us-east-1\n`,
    );
  });

  const session = `login_session = ${ARN}\n`;
  it.each([
    [
      'the long header where that stands last too',
      '[default]\nregion = a\n[profile default]\nregion = b\n',
      `[default]\nregion = a\n[profile default]\n${session}region = b\n`,
    ],
    [
      'both where the short header stands last, which is what the AWS CLI reads',
      '[profile default]\nregion = b\n[default]\nregion = a\n',
      `[profile default]\n${session}region = b\n[default]\n${session}region = a\n`,
    ],
  ])('of the default profile with two headers stands below %s', async (_, text, after) => {
    const config = withSession(text, 'default', ARN, 'us-east-1');
    expect(config).toBe(after);
    // A second sign-in adds nothing.
    expect(withSession(config, 'default', ARN, 'us-east-1')).toBe(after);
    newHome({ config });
    const found = (await profiles()).find(({ name }) => name === 'default');
    expect(found).toMatchObject({ session: ARN, region: 'b' });
  });

  it('may have a name in Korean, in the file or in the credentials file alone', () => {
    const bytes = Buffer.from('[profile 회사]\n').toString('latin1');
    const region = 'region = us-east-1\n';
    const after = `${bytes}login_session = ${ARN}\n${region}`;
    expect(withSession(`${bytes}${region}`, '회사', ARN, 'us-east-1')).toBe(after);
    expect(withSession('', '회사', ARN, 'us-east-1').startsWith(bytes)).toBe(true);
  });

  it('gets it where the SDK reads it if it stands in the file twice', () => {
    const twice = `[profile acme]\nregion = x\n[profile acme]\nlogin_session = ${OTHER}\n`;
    expect(withSession(twice, 'acme', ARN, 'us-east-1')).toBe(twice.replace(OTHER, ARN));
  });

  it('has one session at most', () => {
    const once = withSession('[default]\noutput = json\n', 'acme', OTHER, 'us-east-1');
    const twice = withSession(once, 'acme', ARN, 'us-east-1');
    expect(twice).toBe(once.replace(OTHER, ARN));
    expect(withSession(twice, 'acme', ARN, 'us-east-1')).toBe(twice);
  });
});

describe('a profile that Rootlock has made', () => {
  it('goes again, and nothing else of the file with it', () => {
    const line = fc.constantFrom(
      '[default]',
      '[profile b]',
      '[acme]',
      'region = x',
      '# note',
      '  nested = 1',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const text = lines.map((one) => `${one}\n`).join('');
        const made = withSession(text, 'acme', ARN, 'us-east-1');
        expect(withoutMadeProfile(made, 'acme')).toBe(text);
      }),
    );
  });

  it('goes from the middle of a file', () => {
    const made = withSession('', 'acme', ARN, 'us-east-1');
    expect(withoutMadeProfile(`[default]\n\n${made}\n[profile b]\n`, 'acme')).toBe(
      '[default]\n\n[profile b]\n',
    );
  });

  it.each(['output = json', '# note', 's3 =\n  max = 1'])(
    'stays if the owner has put into it: %j',
    (line) => {
      const made = `${withSession('', 'acme', ARN, 'us-east-1')}${line}\n`;
      expect(withoutMadeProfile(made, 'acme')).toBe(made);
    },
  );

  it('is told apart from one that the owner has made', () => {
    const own = withSession('[profile acme]\n', 'acme', ARN, 'us-east-1');
    expect(withoutMadeProfile(own, 'acme')).toBe(own);
  });
});
