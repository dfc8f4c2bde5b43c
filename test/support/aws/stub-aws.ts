import type { RequestListener } from 'node:http';
import { decodeRequest, readRequest } from './decode-request.ts';
import { startServer } from './local-endpoint.ts';

/** The account of the stub, and credentials for it. */
export const ACCOUNT = '123456789012';
export const KEYS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'nothing checks a signature here',
  AWS_REGION: 'us-east-1',
};

export interface Refusal {
  code: string;
  message: string;
}
/** The content of an XML result, or an object in JSON, or a refusal. If `undefined`, GetCallerIdentity says root, and all else is denied. */
export type Answer = string | Refusal | undefined | Promise<never>;

export interface Stub {
  url: string;
  /** Operations in the order of their requests. */
  asked: string[];
}

/**
 * Responds over HTTP as AWS does, on a free port of 127.0.0.1, until the test is over.
 *
 * @param answer gives the answer to an operation. `number` counts the requests from 1
 */
export async function startStub(
  answer: (operation: string, number: number) => Answer = () => undefined,
): Promise<Stub> {
  const asked: string[] = [];
  return { url: await startServer(stubListener(answer, asked)), asked };
}

/** The same for a server of one's own. `asked` gets the operations. */
export function stubListener(
  answer: (operation: string, number: number) => Answer = () => undefined,
  asked: string[] = [],
): RequestListener {
  return async (request, response) => {
    const { operation, protocol } = await decodeRequest(await readRequest(request));
    const given = answer(operation, asked.push(operation));
    const isJson = protocol.endsWith('json');
    const answered = (await given) ?? (operation === 'GetCallerIdentity' ? ROOT : DENIED);
    const refused = typeof answered === 'object';
    response
      .writeHead(refused ? 400 : 200, {
        'x-amzn-requestid': 'c6104cbe-af31-11e0-8154-cbc7ccf896c7',
        'content-type': isJson ? 'application/x-amz-json-1.1' : 'text/xml',
      })
      .end(refused ? refusal(answered, isJson) : whole(operation, answered));
  };
}

const DENIED: Refusal = { code: 'AccessDenied', message: 'You may not.' };
const ROOT = `<Arn>arn:aws:iam::${ACCOUNT}:root</Arn><UserId>${ACCOUNT}</UserId><Account>${ACCOUNT}</Account>`;

const result = (operation: string, inside: string): string =>
  `<${operation}Response><${operation}Result>${inside}</${operation}Result></${operation}Response>`;

const whole = (operation: string, answered: string): string =>
  answered.startsWith('{') ? answered : result(operation, answered);

function refusal({ code, message }: Refusal, isJson: boolean): string {
  if (isJson) return JSON.stringify({ __type: code, message });
  return `<ErrorResponse><Error><Code>${xml(code)}</Code><Message>${xml(message)}</Message></Error></ErrorResponse>`;
}

/** Escapes text for XML, in which control characters have to be numbers. */
export const xml = (text: string): string =>
  text.replace(/[^ -~]|[<&]/gu, (mark) => `&#${mark.codePointAt(0)};`);
