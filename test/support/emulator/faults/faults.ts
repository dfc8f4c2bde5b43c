import type { Protocol } from '../../aws/decode-request.ts';
import { type Answered, type Fault, give, type Struck } from './fault-proxy.ts';

const PAGE = '<!doctype html><title>Welcome</title><p>Room number, please.</p>';

/** An error's status and code in each protocol. */
type Named = Record<Protocol, [status: number, code: string]>;

const THROTTLED: Named = {
  query: [400, 'Throttling'],
  'ec2-query': [503, 'RequestLimitExceeded'],
  json: [400, 'ThrottlingException'],
  'rest-json': [429, 'TooManyRequestsException'],
  'rest-xml': [503, 'SlowDown'],
};
const BROKEN: Named = {
  query: [500, 'ServiceFailure'],
  'ec2-query': [500, 'InternalError'],
  json: [500, 'InternalServiceError'],
  'rest-json': [500, 'InternalServerException'],
  'rest-xml': [500, 'InternalError'],
};
const UNAVAILABLE: Named = {
  query: [503, 'ServiceUnavailable'],
  'ec2-query': [503, 'Unavailable'],
  json: [503, 'ServiceUnavailableException'],
  'rest-json': [503, 'ServiceUnavailable'],
  'rest-xml': [503, 'ServiceUnavailable'],
};
const EXPIRED: Named = {
  query: [403, 'ExpiredToken'],
  'ec2-query': [400, 'RequestExpired'],
  json: [400, 'ExpiredTokenException'],
  'rest-json': [403, 'ExpiredTokenException'],
  'rest-xml': [400, 'ExpiredToken'],
};
const DENIED: Named = {
  query: [403, 'AccessDenied'],
  'ec2-query': [403, 'UnauthorizedOperation'],
  json: [400, 'AccessDeniedException'],
  'rest-json': [403, 'AccessDeniedException'],
  'rest-xml': [403, 'AccessDenied'],
};

const says =
  (named: Named, message: (struck: Struck) => string): Fault['strike'] =>
  async (struck) =>
    give(struck.answer, refusal(struck, named[struck.call.protocol], message(struck)));

const user = 'User: arn:aws:iam::123456789012:root is not authorized to perform:';
const action = ({ call }: Struck) => `${call.service}:${call.operation}`;

const throttled = says(THROTTLED, () => 'Rate exceeded');
const broken = says(BROKEN, () => 'We encountered an internal error. Please try again.');
const unavailable = says(UNAVAILABLE, () => 'Service is unable to handle request.');
const expired = says(EXPIRED, () => 'The security token included in the request is expired');
const denied = says(
  DENIED,
  (struck) => `${user} ${action(struck)} because no identity-based policy allows the action`,
);
const forbidden = says(
  DENIED,
  (struck) => `${user} ${action(struck)} with an explicit deny in a service control policy`,
);

/** A page that a proxy or a hotel's network sends in place of AWS. */
const page =
  (status: number): Fault['strike'] =>
  async ({ answer }) =>
    give(answer, { status, headers: { 'content-type': 'text/html' }, body: Buffer.from(PAGE) });

const reset: Fault['strike'] = async ({ asked }) => void asked.socket.resetAndDestroy();
const lost: Fault['strike'] = async ({ asked, carryOut }) => {
  await carryOut();
  asked.socket.resetAndDestroy();
};
/** No response comes, though AWS carries the call out: the worse of two cases. */
const stalled: Fault['strike'] = async ({ carryOut }) => void (await carryOut());

/** The connection ends in the middle of the body, or of the head if there is no body. */
const cutOff: Fault['strike'] = async ({ asked, answer, carryOut }) => {
  const { status, headers, body } = await carryOut();
  if (body.length === 0) return void asked.socket.end('HTTP/1.1 200 O');
  answer.writeHead(status, { ...headers, 'content-length': body.length });
  answer.write(body.subarray(0, body.length / 2), () => asked.socket.destroy());
};
/** The connection stays open after half of the body. */
const halfAndSilence: Fault['strike'] = async ({ answer, carryOut }) => {
  const { status, headers, body } = await carryOut();
  answer.writeHead(status, { ...headers, 'content-length': body.length + 1 });
  answer.write(body.subarray(0, body.length / 2));
};
/** A proxy loses the body, and keeps the head. */
const emptied: Fault['strike'] = async ({ answer, carryOut }) => {
  const { status, headers } = await carryOut();
  give(answer, { status, headers: { ...headers, 'content-length': '0' }, body: Buffer.of() });
};
/** A proxy loses half of the body, and sets its length accordingly. */
const halved: Fault['strike'] = async ({ answer, carryOut }) => {
  const { status, headers, body } = await carryOut();
  const half = body.subarray(0, body.length / 2);
  give(answer, { status, headers: { ...headers, 'content-length': `${half.length}` }, body: half });
};

/** From here on, this computer's clock is behind AWS's. Ahead, what the emulator has made would lie in its future. */
const clock =
  (seconds: number, setClock: (seconds: number) => Promise<void>): Fault['strike'] =>
  async ({ answer, carryOut }) => {
    await setClock(seconds);
    give(answer, await carryOut());
  };

/** More than the five minutes that AWS tolerates. */
const FIVE_MINUTES = 5 * 60 + 5;
const DAY = 24 * 60 * 60;

/**
 * How a call ends that a fault strikes. `mended`: the SDK tries again, and nobody hears of it. `refused`: it is not carried
 * out. `repeated`: it is carried out, and again at the SDK's next try. `lost`: it is carried out, and no reply comes.
 * `damaged`: it is carried out, and its reply says nothing. `signed out`: nobody is signed in any more.
 */
export const ENDS = ['mended', 'refused', 'repeated', 'lost', 'damaged', 'signed out'] as const;

type Ending = Fault & { end: (typeof ENDS)[number] };

/** Everything that can go wrong between a laptop and AWS, by its name in docs/reliability.md. */
export const faults = (setClock: (seconds: number) => Promise<void>): Record<string, Ending> => ({
  'throttled once': { end: 'mended', lasts: 'once', strike: throttled },
  'throttled for ever': { end: 'refused', lasts: 'operation', strike: throttled },
  '500 for ever': { end: 'refused', lasts: 'operation', strike: broken },
  '503 once': { end: 'mended', lasts: 'once', strike: unavailable },
  'reset before it is carried out': { end: 'mended', lasts: 'once', strike: reset },
  'reset, from then on': { end: 'refused', lasts: 'on', strike: reset },
  'reset after it is carried out': { end: 'repeated', lasts: 'once', strike: lost },
  'reset after it is carried out, at each try': { end: 'lost', lasts: 'call', strike: lost },
  'no answer, though it is carried out': { end: 'lost', lasts: 'call', strike: stalled },
  'a page with 200': { end: 'refused', lasts: 'once', strike: page(200) },
  'a page with 403': { end: 'refused', lasts: 'once', strike: page(403) },
  "a proxy's page with 502": { end: 'refused', lasts: 'operation', strike: page(502) },
  'an answer that breaks off': { end: 'repeated', lasts: 'once', strike: cutOff },
  'half an answer, then silence': { end: 'lost', lasts: 'call', strike: halfAndSilence },
  'an answer that is emptied': { end: 'damaged', lasts: 'once', strike: emptied },
  'half an answer': { end: 'damaged', lasts: 'once', strike: halved },
  'the session has expired': { end: 'signed out', lasts: 'on', strike: expired },
  'access denied': { end: 'refused', lasts: 'operation', strike: denied },
  'denied by the organization': { end: 'refused', lasts: 'operation', strike: forbidden },
  'a clock five minutes behind': {
    end: 'mended',
    lasts: 'once',
    strike: clock(FIVE_MINUTES, setClock),
  },
  'a clock one day behind': { end: 'mended', lasts: 'once', strike: clock(DAY, setClock) },
});

function refusal(
  { call, asked }: Struck,
  [status, code]: [number, string],
  message: string,
): Answered {
  const { protocol } = call;
  const id = crypto.randomUUID();
  const headers = { 'x-amzn-requestid': id, 'x-amz-request-id': id, 'x-amzn-errortype': code };
  if (protocol === 'json' || protocol === 'rest-json') {
    const body = JSON.stringify({ __type: code, message });
    const { 'x-amzn-errortype': _, ...plain } = headers;
    const type = { 'content-type': 'application/x-amz-json-1.1' };
    const named = protocol === 'json' ? plain : headers;
    return { status, headers: { ...named, ...type }, body: Buffer.from(body) };
  }
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  const body = {
    query: `<ErrorResponse>${error}</ErrorResponse>`,
    'ec2-query': `<Response><Errors>${error}</Errors></Response>`,
    'rest-xml': error,
  }[protocol];
  const { 'x-amzn-errortype': _, ...plain } = headers;
  return {
    status,
    headers: { ...plain, 'content-type': 'text/xml' },
    // A response to HEAD has no body.
    body: Buffer.from(asked.method === 'HEAD' ? '' : body),
  };
}
