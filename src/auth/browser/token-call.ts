import * as v from 'valibot';
import { Secret } from '../../engine/secret.ts';
import type { Authorization } from './authorization.ts';
import { type JsonReply, postJson, type Sending } from './post-json.ts';
import type { ProofKey } from './proof-key.ts';
import type { SignInService } from './sign-in-service.ts';
import { explainRefusal, notAws } from './token-refusals.ts';

/** A session of somebody who has signed in, before it is kept anywhere. */
export interface LoginSession {
  /** Whose it is: AWS calls this ARN the `login_session`. */
  arn: string;
  accountId: string;
  clientId: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: Secret;
  sessionToken: Secret;
  /** When the access key ends. The refresh token gets another one, for up to 12 hours. */
  expiresAt: Date;
  refreshToken: Secret;
  idToken: Secret;
  proofKey: Secret;
}

const secret = v.pipe(
  v.string(),
  v.minLength(1),
  v.transform((text) => new Secret(text)),
);
const Tokens = v.object({
  accessToken: v.object({
    accessKeyId: v.pipe(v.string(), v.regex(/^\w{16,128}$/)),
    secretAccessKey: secret,
    sessionToken: secret,
  }),
  expiresIn: v.pipe(v.number(), v.minValue(1), v.maxValue(12 * 3600)),
  refreshToken: secret,
  idToken: v.string(),
});

// Names and paths of IAM are printable ASCII. Other letters might become a line end in the config file.
const IdToken = v.object({
  sub: v.pipe(
    v.string(),
    v.regex(
      /^arn:aws(-[a-z]+)*:(iam|sts)::\d{12}:(root|(user|assumed-role|federated-user)\/[!-~]+)$/,
    ),
  ),
});

/**
 * Exchanges the code for a session. A code works once.
 *
 * @throws Blocked if AWS refuses, or if it is not AWS that answers
 * @throws Node's error, or the proxy agent's, if there is no answer
 */
export async function exchangeCode(
  { url: place, region }: SignInService,
  { clientId, redirectUri, verifier }: Authorization,
  code: Secret,
  key: ProofKey,
  sending: Sending,
): Promise<LoginSession> {
  const url = `${place}/v1/token`;
  const reply = await postJson(
    url,
    {
      clientId,
      grantType: 'authorization_code',
      code: code.reveal(),
      codeVerifier: verifier.reveal(),
      redirectUri,
    },
    { dpop: key.proofFor(url) },
    sending,
  );
  if (reply.status !== 200) throw explainRefusal(reply);
  const { accessToken, expiresIn, refreshToken, idToken } = tokensIn(reply);
  const arn = subjectOf(idToken);
  return {
    arn,
    accountId: arn.split(':')[4] ?? '',
    clientId,
    region,
    ...accessToken,
    expiresAt: new Date(Date.now() + expiresIn * 1000),
    refreshToken,
    idToken: new Secret(idToken),
    proofKey: key.pem,
  };
}

function tokensIn({ status, body }: JsonReply): v.InferOutput<typeof Tokens> {
  const parsed = v.safeParse(Tokens, body);
  if (!parsed.success) throw notAws(status);
  return parsed.output;
}

/** Whose session it is. The token came straight from AWS, over TLS, so its signature says nothing new. */
function subjectOf(idToken: string): string {
  const [, payload = ''] = idToken.split('.');
  const parsed = v.safeParse(
    v.pipe(v.string(), v.parseJson(), IdToken),
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  if (!parsed.success) throw notAws(200);
  return parsed.output.sub;
}
