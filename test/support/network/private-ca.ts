import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';

const EC_KEY = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];

export interface PrivateCa {
  /** The file with the authority's own certificate. */
  bundle: string;
  /** A certificate for `names` that the authority has signed, and its key, in PEM. */
  cert: string;
  key: string;
}

/** A certificate authority that no computer trusts by itself, for all tests of a file. Made by openssl. */
export function usePrivateCa(names: string[]): () => PrivateCa {
  let folder = '';
  let made: PrivateCa | undefined;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'rootlock-ca-'));
    const at = (name: string) => join(folder, name);
    const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'pipe' });
    const ca = ['-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=Acme'];
    openssl('req', '-x509', ...EC_KEY, ...ca);
    openssl('req', ...EC_KEY, '-keyout', at('key'), '-out', at('csr'), '-subj', '/CN=endpoint');
    writeFileSync(at('names'), `subjectAltName=${names.map((name) => `DNS:${name}`).join()}`);
    const by = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-days', '2'];
    openssl('x509', '-req', '-in', at('csr'), ...by, '-extfile', at('names'), '-out', at('cert'));
    made = {
      bundle: at('ca.pem'),
      cert: readFileSync(at('cert'), 'utf8'),
      key: readFileSync(at('key'), 'utf8'),
    };
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => {
    if (!made) throw new Error('the authority is there within a test only');
    return made;
  };
}
