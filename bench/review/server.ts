import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as after } from 'node:timers/promises';
import { REGIONS_BY_DEFAULT } from '../../src/practice/state/regions.ts';
import {
  ACCOUNT,
  type Answer,
  type Answers,
  type Asked,
  elements,
  HOME,
  jsonAnswer,
  queryAnswer,
} from './answers.ts';
import { machinesAnswers, networkAnswers } from './ec2-answers.ts';
import { peopleAnswers } from './people-answers.ts';
import { trailAnswers } from './trail-answers.ts';

/** Milliseconds from each request to its response. */
const LATENCY = 250;

const OF_ALL: Answers = {
  GetCallerIdentity: ({ operation }) =>
    queryAnswer(
      operation,
      elements({ Arn: `arn:aws:iam::${ACCOUNT}:user/kim`, UserId: 'AIDAKIM', Account: ACCOUNT }),
    ),
  '/listRegions': () =>
    jsonAnswer({
      Regions: REGIONS_BY_DEFAULT.map((RegionName) => ({
        RegionName,
        RegionOptStatus: 'ENABLED_BY_DEFAULT',
      })),
    }),
};

const OF_PAGE: Record<string, Answers> = {
  people: peopleAnswers,
  network: networkAnswers,
  machines: machinesAnswers,
  trail: trailAnswers,
};

const DENIED: Answer = {
  body: '<ErrorResponse><Error><Code>AccessDenied</Code><Message>no</Message></Error></ErrorResponse>',
  status: 403,
};

/** Tells each answer's operation and time on a line of its own. The first line is the address. */
const page = process.argv.at(-1) ?? '';
const answers = { ...OF_ALL, ...OF_PAGE[page] };

const server = createServer(async (request, response) => {
  const { url = '/', headers } = request;
  const came = performance.now();
  const fields = new URLSearchParams((await buffer(request)).toString());
  const [, region = HOME] =
    /Credential=[^/]+\/\d+\/([\w-]+)\//.exec(headers.authorization ?? '') ?? [];
  const asked: Asked = {
    operation: fields.get('Action') ?? url.replace(/\?.*/, ''),
    region,
    fields,
  };
  const isJson = /json/.test(headers['content-type'] ?? '');
  const answer =
    answers[asked.operation]?.(asked) ??
    (isJson ? jsonAnswer({ __type: 'AccessDeniedException', message: 'no' }, 400) : DENIED);
  await after(Math.max(0, LATENCY - (performance.now() - came)));
  const { body, type = 'text/xml', status = 200 } = answer;
  response.writeHead(status, {
    'content-type': type,
    'x-amzn-requestid': 'r',
    'x-amz-request-id': 'r',
    date: new Date().toUTCString(),
  });
  response.end(body);
  console.log(`${asked.operation} ${Date.now()}`);
});
server.listen(0, '127.0.0.1', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
