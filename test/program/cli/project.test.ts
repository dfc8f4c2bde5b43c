import { describe, expect, it } from 'vitest';
import { emptyFolder, run, stateFiles } from '../../support/program/program.ts';
import { reportOf } from '../../support/program/report.ts';

const LEFT_OUT =
  /Left out, since it does not apply to a project: Root user MFA, .*Root access keys\./;

describe('a project in practice', () => {
  it('says in three sentences what it is, names what is left out, and a dry run sends no write', async () => {
    const home = emptyFolder();
    const look = await run(['--practice=project', '--dry-run', '--plain'], { home });
    expect([look.code, look.err]).toEqual([2, '']);
    for (const words of [
      'This is a project of the new AWS sign-up',
      'Rootlock leaves out what cannot be done in a project, and secures what can.',
      'Turn on MFA for your Builder ID',
      'on the FREE plan until ',
    ]) {
      expect(look.out).toContain(words);
    }
    expect(look.out).toMatch(LEFT_OUT);
    expect(look.out).not.toMatch(/^Root user MFA/m);
    expect(Object.keys(stateFiles(home))).toEqual(['practice/account.json']);
  });

  it('ends secure with the steps that apply, and names the others', async () => {
    const home = emptyFolder();
    const walked = await run(['--practice=project', '--yes'], { home });
    expect([walked.code, walked.err]).toEqual([0, '']);
    expect(walked.out).toMatch(LEFT_OUT);
    // The list is short: its end does not speak of the whole account.
    expect(walked.out).toContain('What Rootlock can secure in this project is secure.');
    expect(walked.out).not.toContain('locked down');
    const report = reportOf(await run(['status', '--practice', '--json'], { home }));
    expect(report).toMatchObject({
      secure: true,
      account: {
        kind: 'role',
        accountKind: { membership: 'project', activation: 'active', plan: { type: 'free' } },
      },
    });
    expect(report.notApplicable).toContain('root-mfa');
    expect(report.steps.map(({ id }) => id)).not.toContain('root-mfa');
  });

  it('is not called secure if --only names nothing that applies', async () => {
    const only = ['status', '--practice=project', '--only', 'root-mfa', '--json'];
    const { code, out, err } = await run(only);
    expect([code, out]).toEqual([64, '']);
    expect(err).toContain('In a project, there is nothing to do about root-mfa');
    expect(err).toContain('--practice=fresh');
  });

  it('says which region to name in another one', async () => {
    const elsewhere = ['status', '--practice=project', '--region', 'us-east-1'];
    const { code, out } = await run(elsewhere);
    expect(code).toBe(3);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /CloudTrail: blocked.*explicit deny in a service control policy.*name it with --region/,
    );
  });

  it('is told in Korean', async () => {
    const { out } = await run(['status', '--practice=project', '--lang', 'ko']);
    expect(out).toContain('새로운 AWS 가입 방식으로 만든 프로젝트입니다');
    expect(out).toContain('프로젝트에는 해당하지 않아 뺀 단계: 루트 사용자 MFA');
  });
});
