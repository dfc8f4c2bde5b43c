import { createHash, createPublicKey, randomBytes, verify } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

const CLIENTS = ['same-device', 'cross-device'].map((name) => `arn:aws:signin:::devtools/${name}`);

/** Seconds that the proof of a call may be off. */
const IAT_TOLERANCE = 60;

/** What is asked of the stand-in for AWS's sign-in service. A test may change it while it runs. */
export interface Behaviour {
  /** Who signs in. */
  arn: string;
  /** The id of each new access key. Absent: another one each time. */
  accessKeyId?: string;
  /** Seconds that an access key lasts. */
  expiresIn: number;
  /** The browser comes back with this error. */
  refuses?: string | undefined;
  /** The token call is refused with this error. The status is 400, and the type AWS's usual one, if they are absent. */
  fails?: { error?: string; type?: string; status?: number; message?: string } | undefined;
  /** The token call gives this instead. */
  says?: { status: number; body: string; type?: string } | undefined;
  /** Seconds by which the clock of the service is ahead. */
  clockAhead: number;
  /** Renewals are answered once as many wait. */
  together: number;
  /** A rotated refresh token is still taken, as AWS does for a while. */
  takesRotated: boolean;
}

/** Everything that nobody but the two ends may ever read. */
export interface Told {
  codes: string[];
  verifiers: string[];
  tokens: string[];
}

interface Grant {
  clientId: string;
  redirectUri: string;
  challenge: string;
}

/**
 * Stands in for AWS's sign-in service on 127.0.0.1, until the test is over. It is as strict as AWS: client ids, `SHA-256`, redirects,
 * codes of a single use, proofs of the key (signature, method, address, time, no repetition), the same key at a renewal, rotation.
 */
export async function startSignInService(changes: Partial<Behaviour> = {}) {
  const behaviour: Behaviour = {
    arn: 'arn:aws:iam::123456789012:root',
    expiresIn: 900,
    clockAhead: 0,
    together: 1,
    takesRotated: false,
    ...changes,
  };
  const told: Told = { codes: [], verifiers: [], tokens: [] };
  const grants = new Map<string, Grant>();
  const sessions = new Map<string, { clientId: string; key: string; rotated: boolean }>();
  const proofs = new Set<string>();
  /** The grant types of the token calls that were taken. */
  const granted: string[] = [];
  /** Why a call was refused. */
  const refused: string[] = [];
  const now = () => Date.now() / 1000 + behaviour.clockAhead;
  let url = '';

  const fresh = (kind: string): string => {
    const token = `${kind}-${randomBytes(24).toString('base64url')}`;
    told.tokens.push(token);
    return token;
  };

  function authorize(query: URLSearchParams): [number, Record<string, string>, string] {
    const wanted: [string, (value: string) => boolean][] = [
      ['response_type', (value) => value === 'code'],
      ['client_id', (value) => CLIENTS.includes(value)],
      ['code_challenge_method', (value) => value === 'SHA-256'],
      ['code_challenge', (value) => /^[\w-]{43}$/.test(value)],
      ['scope', (value) => value === 'openid'],
      ['state', (value) => value.length > 20],
      ['redirect_uri', (value) => isRedirect(value, query.get('client_id') ?? '')],
    ];
    const wrong = wanted.find(([name, test]) => !test(query.get(name) ?? ''));
    if (wrong) return [400, {}, `wrong ${wrong[0]}`];
    const redirectUri = query.get('redirect_uri') ?? '';
    const state = query.get('state') ?? '';
    const code = randomBytes(24).toString('base64url');
    told.codes.push(code);
    grants.set(code, {
      clientId: query.get('client_id') ?? '',
      redirectUri,
      challenge: query.get('code_challenge') ?? '',
    });
    const result = behaviour.refuses ? { error: behaviour.refuses } : { code };
    return [302, { location: `${redirectUri}?${new URLSearchParams({ state, ...result })}` }, ''];
  }

  const isRedirect = (uri: string, client: string): boolean =>
    client.endsWith('same-device')
      ? /^http:\/\/127\.0\.0\.1:\d+\/oauth\/callback$/.test(uri)
      : uri === `${url}/v1/sessions/confirmation`;

  /** The thumbprint of the key that the proof is signed with, or why it counts for nothing. */
  function keyOf(proof: string): { key: string } | string {
    const [header = '', payload = '', signature = ''] = proof.split('.');
    const decoded = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString() || '{}');
    const { typ, alg, jwk = {} } = decoded(header);
    const { jti, htm, htu, iat } = decoded(payload);
    if (typ !== 'dpop+jwt' || alg !== 'ES256' || jwk.d) return 'header of the proof';
    const key = createPublicKey({ key: jwk, format: 'jwk' });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${header}.${payload}`),
      { key, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    if (!isSigned) return 'signature of the proof';
    if (htm !== 'POST' || htu !== `${url}/v1/token`) return 'method or address of the proof';
    if (!Number.isInteger(iat) || Math.abs(iat - now()) > IAT_TOLERANCE) return 'time of the proof';
    if (!jti || proofs.has(jti)) return 'repeated proof';
    proofs.add(jti);
    return { key: `${jwk.x}.${jwk.y}` };
  }

  function token(input: Record<string, string>, proof: string): object | string {
    const proven = keyOf(proof);
    if (typeof proven === 'string') return proven;
    const {
      clientId = '',
      grantType = '',
      code = '',
      codeVerifier = '',
      refreshToken = '',
    } = input;
    if (grantType === 'authorization_code') {
      told.verifiers.push(codeVerifier);
      const grant = grants.get(code);
      grants.delete(code);
      if (!grant) return 'AUTHCODE_EXPIRED';
      if (grant.clientId !== clientId) return 'client of the code';
      if (grant.redirectUri !== input.redirectUri) return 'redirect of the code';
      if (!/^[\w.~-]{43,128}$/.test(codeVerifier)) return 'form of the verifier';
      const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
      if (grant.challenge !== challenge) return 'verifier';
      return session(clientId, proven.key, true);
    }
    if (grantType !== 'refresh_token') return 'grantType';
    const before = sessions.get(refreshToken);
    if (!before || before.clientId !== clientId) return 'TOKEN_EXPIRED';
    if (before.key !== proven.key) return 'key of the session';
    if (before.rotated && !behaviour.takesRotated) return 'TOKEN_EXPIRED';
    before.rotated = true;
    return session(clientId, proven.key, false);
  }

  function session(clientId: string, key: string, isFirst: boolean): object {
    const refreshToken = fresh('refresh');
    sessions.set(refreshToken, { clientId, key, rotated: false });
    const claims = Buffer.from(JSON.stringify({ sub: behaviour.arn })).toString('base64url');
    const idToken = `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.${claims}.${fresh('sig')}`;
    return {
      accessToken: {
        accessKeyId: behaviour.accessKeyId ?? `ASIA${randomBytes(8).toString('hex').toUpperCase()}`,
        secretAccessKey: fresh('secret'),
        sessionToken: fresh('session'),
      },
      tokenType: 'aws_sigv4',
      expiresIn: behaviour.expiresIn,
      refreshToken,
      ...(isFirst && { idToken }),
    };
  }

  let waiting: (() => void)[] = [];

  async function untilTogether(): Promise<void> {
    if (waiting.length + 1 < behaviour.together) {
      return new Promise((resolve) => waiting.push(resolve));
    }
    for (const answer of waiting) answer();
    waiting = [];
  }

  async function answerToken(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const headers = {
      'x-amzn-requestid': 'c6104cbe-af31-11e0-8154-cbc7ccf896c7',
      'content-type': 'application/json',
      date: new Date(now() * 1000).toUTCString(),
    };
    const refuse = (status: number, error: string, type: string, message = 'No.') => {
      refused.push(error);
      response
        .writeHead(status, { ...headers, 'x-amzn-errortype': type })
        .end(JSON.stringify({ error, message }));
    };
    const { says, fails } = behaviour;
    if (says) {
      response.writeHead(says.status, { 'content-type': says.type ?? 'text/html' }).end(says.body);
      return;
    }
    if (fails) {
      const { error = '', status = 400, message } = fails;
      const type =
        fails.type ?? (status < 500 ? 'AccessDeniedException' : 'InternalServerException');
      return refuse(status, error, type, message);
    }
    const input = JSON.parse(Buffer.concat(chunks).toString());
    if (input.grantType === 'refresh_token') await untilTogether();
    const result = token(input, String(request.headers.dpop ?? ''));
    if (typeof result === 'string') {
      const isCode = /^[A-Z_]+$/.test(result);
      if (isCode) return refuse(400, result, 'AccessDeniedException');
      return refuse(400, 'INVALID_REQUEST', 'ValidationException', result);
    }
    granted.push(input.grantType);
    response.writeHead(200, headers).end(JSON.stringify(result));
  }

  const server = createServer(async (request, response) => {
    const at = new URL(request.url ?? '', url);
    if (request.method === 'GET' && at.pathname === '/v1/authorize') {
      const [status, headers, text] = authorize(at.searchParams);
      if (text) refused.push(text);
      response.writeHead(status, headers).end(text);
    } else if (request.method === 'GET' && at.pathname === '/v1/sessions/confirmation') {
      const state = at.searchParams.get('state');
      const code = at.searchParams.get('code');
      response.end(Buffer.from(`state=${state}&code=${code}`).toString('base64'));
    } else if (request.method === 'POST' && at.pathname === '/v1/token') {
      await answerToken(request, response);
    } else {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, behaviour, told, granted, refused };
}

/** A person with a browser: opens the address, is signed in there, and follows where AWS sends them. Gives the last page. */
export async function browse(address: string): Promise<string> {
  const response = await fetch(address);
  return response.text();
}
