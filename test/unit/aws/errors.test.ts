import { describe, expect, it } from 'vitest';
import { asBlocked } from '../../../src/aws/errors.ts';
import { Blocked } from '../../../src/engine/errors.ts';
import { say } from '../../../src/text/text.ts';

describe('a connection that fails', () => {
  const request = { service: 'iam', operation: 'GetAccountSummary', input: {} } as const;

  it.each([
    'EAI_AGAIN',
    'EAI_FAIL',
    'ENOTFOUND',
    'HPE_INVALID_CONSTANT',
    'ERR_STREAM_PREMATURE_CLOSE',
  ])('with %s is the network’s', (code) => {
    const meant = asBlocked(Object.assign(new Error('no'), { code }), request) as Blocked;
    expect(meant).toBeInstanceOf(Blocked);
    expect(say(meant.text)).toContain(`AWS cannot be reached from here (${code})`);
  });

  it('with a wrong version of TLS is somebody’s between here and AWS', () => {
    const code = 'ERR_SSL_WRONG_VERSION_NUMBER';
    const meant = asBlocked(Object.assign(new Error('no'), { code }), request) as Blocked;
    expect(say(meant.text)).toContain('breaks the encryption');
  });

  it('with a mistake of this program is our bug, and stays what it is', () => {
    const bug = Object.assign(new Error('no'), { code: 'ERR_INVALID_ARG_TYPE' });
    expect(asBlocked(bug, request)).toBe(bug);
  });
});
