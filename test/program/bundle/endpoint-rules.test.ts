import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/program/bundle.ts';

const rulesOf = (client: string) =>
  `${ROOT}node_modules/@aws-sdk/${client}/dist-es/endpoint/bdd.js`;
const RULES = rulesOf('client-s3');
const RESOLVE = `
  export { bdd } from 'rules';
  import { awsEndpointFunctions } from '@aws-sdk/core/client';
  import { customEndpointFunctions, decideEndpoint } from '@smithy/core/endpoints';
  customEndpointFunctions.aws = awsEndpointFunctions;
  export { decideEndpoint };`;

/** Resolves the endpoint of a call by these rules, or gives the error's message. */
async function resolverBy(rules: string): Promise<(endpointParams: object) => unknown> {
  const { outputFiles } = await build({
    stdin: { contents: RESOLVE, resolveDir: ROOT },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    plugins: [
      {
        name: 'rules',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^rules$/ }, () => ({ path: RULES, namespace: 'rules' }));
          onLoad({ filter: /./, namespace: 'rules' }, () => ({
            contents: rules,
            resolveDir: ROOT,
          }));
        },
      },
    ],
  });
  const { bdd, decideEndpoint } = await import(
    `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`
  );
  return (endpointParams) => {
    try {
      return decideEndpoint(bdd, { endpointParams });
    } catch (error) {
      return String(error);
    }
  };
}

const choices = (name: string, values: unknown[]): Record<string, unknown>[] =>
  values.map((value) => ({ [name]: value }));
const all = (choices: object[][], always: object = {}): object[] =>
  choices.reduce<object[]>(
    (cases, one) => cases.flatMap((before) => one.map((choice) => ({ ...before, ...choice }))),
    [always],
  );
const REGIONS = choices('Region', [
  undefined,
  'us-east-1',
  'ap-northeast-2',
  'aws-global',
  'cn-north-1',
  'us-gov-west-1',
]);
const ENDPOINTS = choices('Endpoint', [
  undefined,
  'http://127.0.0.1:5000',
  'https://s3.example/path',
]);
const flags = (...names: string[]) => names.map((name) => choices(name, [false, true]));

const OF_BUCKETS = [
  choices('Bucket', [
    undefined,
    'a-trail-of-123456789012',
    'with.dots.in.it',
    'Capitals_of_2010',
    'a',
    'n'.repeat(63),
    'arnold-and-arn',
  ]),
  REGIONS,
  ENDPOINTS,
  ...flags('UseFIPS', 'UseDualStack', 'ForcePathStyle', 'UseGlobalEndpoint'),
];

/** The resolver by what is left of a client's rules, once it was found to resolve these cases as by all rules. */
async function trimmedResolver(client: string, never: string, cases: object[]) {
  const { trimmedRules, ...lists } = await import(`${ROOT}scripts/trim-endpoint-rules.mjs`);
  const code = readFileSync(rulesOf(client), 'utf8');
  const trimmed = await trimmedRules(code, lists[never]);
  expect(trimmed.length).toBeLessThan(code.length / 2);
  const [byAll, byKept] = await Promise.all([resolverBy(code), resolverBy(trimmed)]);
  expect(cases.map(byKept)).toEqual(cases.map(byAll));
  return byKept;
}

it('the rules of the bundle find the endpoints of S3 that all rules find', async () => {
  const cases = all(OF_BUCKETS, { Accelerate: false, DisableMultiRegionAccessPoints: false });
  const kept = await trimmedResolver('client-s3', 'NEVER_OF_S3', cases);
  expect(kept({ Bucket: 'a-trail', Region: 'ap-northeast-2' })).toMatchObject({
    url: { hostname: 'a-trail.s3.ap-northeast-2.amazonaws.com' },
  });
});

it('the rules of the bundle find the endpoints of S3 Control that all rules find', async () => {
  const accounts = choices('AccountId', [undefined, '111122223333', 'not an id']);
  // The account's id in front of an address is no host.
  const endpoints = ENDPOINTS.filter(({ Endpoint = '' }) => !String(Endpoint).includes('127'));
  const cases = all([accounts, REGIONS, endpoints, ...flags('UseFIPS', 'UseDualStack')], {
    RequiresAccountId: true,
  });
  const kept = await trimmedResolver('client-s3-control', 'NEVER_OF_S3_CONTROL', cases);
  expect(
    kept({ AccountId: '111122223333', Region: 'ap-northeast-2', RequiresAccountId: true }),
  ).toMatchObject({
    url: { hostname: '111122223333.s3-control.ap-northeast-2.amazonaws.com' },
  });
});
