import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { ROOT } from '../../support/program/bundle.ts';

const RULES = `${ROOT}node_modules/@aws-sdk/client-s3/dist-es/endpoint/bdd.js`;
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

const choices = (name: string, values: unknown[]) => values.map((value) => ({ [name]: value }));
const cases = [
  choices('Bucket', [
    undefined,
    'a-trail-of-123456789012',
    'with.dots.in.it',
    'Capitals_of_2010',
    'a',
    'n'.repeat(63),
    'arnold-and-arn',
  ]),
  choices('Region', [
    undefined,
    'us-east-1',
    'ap-northeast-2',
    'aws-global',
    'cn-north-1',
    'us-gov-west-1',
  ]),
  choices('Endpoint', [undefined, 'http://127.0.0.1:5000', 'https://s3.example/path']),
  ...['UseFIPS', 'UseDualStack', 'ForcePathStyle', 'UseGlobalEndpoint'].map((name) =>
    choices(name, [false, true]),
  ),
].reduce<object[]>(
  (all, one) => all.flatMap((before) => one.map((choice) => ({ ...before, ...choice }))),
  [{ Accelerate: false, DisableMultiRegionAccessPoints: false }],
);

it('the rules of the bundle find the endpoints of S3 that all rules find', async () => {
  const { trimmedRules } = await import(`${ROOT}scripts/trim-endpoint-rules.mjs`);
  const code = readFileSync(RULES, 'utf8');
  const trimmed = await trimmedRules(code);
  expect(trimmed.length).toBeLessThan(code.length / 2);
  const [all, kept] = await Promise.all([resolverBy(code), resolverBy(trimmed)]);
  expect(cases.map(kept)).toEqual(cases.map(all));
  expect(kept({ Bucket: 'a-trail', Region: 'ap-northeast-2' })).toMatchObject({
    url: { hostname: 'a-trail.s3.ap-northeast-2.amazonaws.com' },
  });
});
