import { signingRegion } from '../../../src/aws/regions.ts';
import type { Report } from '../../../src/reports/json-report.ts';
import type { Entry } from '../../../src/reports/receipt.ts';
import type { Seen } from './server.ts';

type Changes = Report['steps'][number]['changes'];

/** A call as it was planned, sent or told of. `said`: every value of it, by its place where its form has places. */
interface Told {
  call: string;
  region: string;
  said: string[];
}

/** What a run will send that takes no offer. */
export const changesOf = ({ steps }: Report): Changes =>
  steps
    .flatMap(({ changes }) => changes)
    .filter(({ calls, offer }) => calls.length > 0 && offer === undefined);

export const planned = (changes: Changes): Told[] =>
  changes
    .flatMap(({ calls }) => calls)
    .map(({ service, operation, region, input }) => ({
      call: `${service} ${operation}`,
      // A region is where the run is at home; some services are signed for one region of the partition.
      region: signingRegion(service as 'iam', region),
      said: sorted(service === 's3' ? leaves(input).map(([, value]) => value) : places(input)),
    }));

export const sent = (writes: Seen[]): Told[] =>
  writes.map(({ service, operation, region, input }) => ({
    call: `${service} ${operation}`,
    region: region ?? '',
    said: sorted(service === 's3' ? valuesOfS3(input as never) : places(input)),
  }));

/** The lines for the AWS CLI, with what nobody knows beforehand and what nobody may read made alike. */
export const lines = (calls: Pick<Entry, 'service' | 'operation' | 'region' | 'cli'>[]) =>
  calls.map(({ service, operation, region, cli }) => ({
    call: `${service} ${operation}`,
    region,
    cli: cli.replace(/'(<[a-z ]+>|\[secret\])'/g, '(unknown)'),
  }));

/** Each value with the place that it stands at, as IAM writes it: `Tags.member.1.Key`. */
function leaves(value: unknown, at: string[] = []): [place: string, value: string][] {
  if (Array.isArray(value)) {
    return value.flatMap((one, n) => leaves(one, [...at, 'member', String(n + 1)]));
  }
  if (value === null || typeof value !== 'object') return [[at.join('.'), String(value)]];
  return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...at, name]));
}

const places = (input: unknown): string[] =>
  leaves(input).map(([place, value]) =>
    // Passwords and codes: shown by nobody, and not known beforehand.
    /(^|\.)(Password|AuthenticationCode\d)$/.test(place) ? place : `${place}=${value}`,
  );

/** S3 has the bucket's name in the path, some settings in headers, and the rest in XML or in a policy. */
const valuesOfS3 = ({ path, headers, body }: { path: string; headers: object; body: string }) => [
  path.replaceAll('/', ''),
  ...Object.values(headers),
  ...(body.startsWith('<')
    ? [...body.matchAll(/>([^<]+)</g)].map(([, text = '']) => text)
    : [body]),
];

const sorted = (all: string[]): string[] => all.filter((one) => one !== '').sort();
