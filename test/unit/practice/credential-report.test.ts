import { describe, expect, test } from 'vitest';
import { connect } from '../../../src/aws/connection.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { credentialReport } from '../../../steps/iam/credential-report.ts';
import { errorOf } from '../../support/aws/local-endpoint.ts';
import { frozenAccount, refusalOf } from '../../support/clients.ts';

const HOUR = 3_600_000;

/** Nobody has ever asked for a report. The test moves the clock. */
function accountWithoutReport() {
  const account = frozenAccount();
  delete account.state.credentialReport;
  return account;
}

const textOf = ({ Content }: { Content?: Uint8Array | undefined }): string =>
  new TextDecoder().decode(Content);

describe('the credential report', () => {
  test('is missing, then made for two seconds, then the same for four hours', async () => {
    const { iam, time } = accountWithoutReport();
    expect(await refusalOf(iam.getCredentialReport({}))).toBe('ReportNotPresent 410');
    expect((await iam.generateCredentialReport({})).State).toBe('STARTED');
    expect((await iam.generateCredentialReport({})).State).toBe('INPROGRESS');
    expect(await refusalOf(iam.getCredentialReport({}))).toBe('ReportInProgress 404');
    time.ms += 2000;
    expect((await iam.generateCredentialReport({})).State).toBe('COMPLETE');
    const first = await iam.getCredentialReport({});
    expect(first.GeneratedTime?.toISOString()).toBe('2026-11-22T12:00:12.000Z');
    await iam.createUser({ UserName: 'too-late' });
    time.ms += 4 * HOUR - 3000;
    expect(textOf(await iam.getCredentialReport({}))).toBe(textOf(first));
    time.ms += 1000;
    expect(await refusalOf(iam.getCredentialReport({}))).toBe('ReportExpired 410');
    expect((await iam.generateCredentialReport({})).State).toBe('STARTED');
    time.ms += 2000;
    expect(textOf(await iam.getCredentialReport({}))).toContain('too-late');
  });

  // As recorded by others: radkawar/stackd, credential_report.json.
  test('has the columns in the order of AWS, root first, and no newline at its end', async () => {
    const { iam, state } = frozenAccount();
    state.root.keys = [];
    await iam.createUser({ UserName: 'b,' });
    await iam.createUser({ UserName: 'A' });
    const lines = textOf(await iam.getCredentialReport({})).split('\n');
    expect(lines[0]).toBe(
      'user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated',
    );
    expect(lines[1]).toBe(
      '<root_account>,arn:aws:iam::111122223333:root,2026-11-20T12:00:10Z,true,no_information,2026-11-20T12:00:10Z,not_supported,false,false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A',
    );
    expect(lines[2]).toMatch(
      /^A,arn:aws:iam::111122223333:user\/A,2026-11-22T12:00:10Z,false,N\/A/,
    );
    expect(lines[3]).toMatch(/^"b,","arn:aws:iam::111122223333:user\/b,",/);
    expect(lines).toHaveLength(4);
  });
});

describe('the reader of the report', () => {
  test('has AWS make a report, waits for it, and reads it', async () => {
    const { practice, time } = accountWithoutReport();
    const waits: number[] = [];
    const { reads } = connect(
      { ...practiceConfig(practice) },
      {
        sleep: async (ms) => {
          waits.push(ms);
          time.ms += ms;
        },
      },
    );
    const report = await credentialReport(reads());
    expect(report.rows.map(({ user, isRoot }) => [user, isRoot])).toEqual([
      ['<root_account>', true],
    ]);
    expect(new Date(report.made).toISOString()).toBe('2026-11-22T12:00:12.000Z');
    expect(waits).toEqual([500, 1000, 1500]);
  });

  test('gives up after a minute, and says that it works later', async () => {
    const { practice } = accountWithoutReport();
    const waits: number[] = [];
    const { reads } = connect(practiceConfig(practice), {
      sleep: async (ms) => void waits.push(ms),
    });
    const error = await errorOf(credentialReport(reads()));
    expect(error).toBeInstanceOf(Blocked);
    expect(error).toMatchObject({ notYet: true });
    expect(waits.reduce((sum, ms) => sum + ms)).toBe(60_000);
  });

  test('reports what is no report as unreadable, never as empty', async () => {
    const { practice, state } = frozenAccount();
    state.credentialReport = { asked: state.created, content: 'user,arn\njun,' };
    state.credentialReport.asked = new Date(practice.now().getTime() - HOUR).toISOString();
    const { reads } = connect(practiceConfig(practice), { sleep: async () => undefined });
    expect(await errorOf(credentialReport(reads()))).toBeInstanceOf(Blocked);
  });
});

type Practice = ReturnType<typeof frozenAccount>['practice'];

const practiceConfig = ({ credentials, install }: Practice) => ({
  credentials: async () => credentials,
  region: 'us-east-1',
  install,
});
