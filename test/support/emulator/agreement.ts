import { stripVTControlCharacters } from 'node:util';
import { expect } from 'vitest';
import { signingRegion } from '../../../src/aws/regions.ts';
import type { Report } from '../../../src/reports/json-report.ts';
import type { ReceiptEntry } from '../../../src/reports/receipt.ts';
import type { Seen } from './server.ts';

type Changes = Report['steps'][number]['changes'];

/** A call as it was planned or sent. */
interface Called {
  call: string;
  region: string;
  input: unknown;
}

/** What a run will send that takes no offer, as long as no gate opens. What two steps plan, the first of them makes. */
export const changesOf = ({ steps }: Report): Changes =>
  steps
    .flatMap(({ changes }) => changes)
    .filter(({ calls, offer, gated }) => calls.length > 0 && offer === undefined && !gated)
    .filter(({ calls }, index, all) => all.findIndex((one) => isSame(one.calls, calls)) === index);

const isSame = (a: object, b: object): boolean => JSON.stringify(a) === JSON.stringify(b);

export const planned = (changes: Changes): Called[] =>
  changes
    .flatMap(({ calls }) => calls)
    .map(({ service, operation, region, input }) => ({
      call: `${service} ${operation}`,
      // A region is where the run is at home; some services are signed for one region of the partition.
      region: signingRegion(service as 'iam', region),
      input: withoutSecrets(input),
    }));

/**
 * What a verbose run in sentences says as it begins each change, with the calls that it then says it has sent: they are those of
 * the plan, in its order. Changes that belong together are announced once, in a sentence that the owner has read and agreed to.
 */
export function expectAnnounced(changes: Changes, said: string): void {
  const lines = stripVTControlCharacters(said)
    .split(/\r?\n/)
    .map((line) => line.trim());
  const announced: { text: string; calls: string[] }[] = [];
  for (const line of lines) {
    const [, text] = /^Now: (.*)$/.exec(line) ?? [];
    const [, call] = /Sent: (\S+ \S+),/.exec(line) ?? [];
    if (text !== undefined) announced.push({ text, calls: [] });
    if (call !== undefined) announced.at(-1)?.calls.push(call);
  }
  const rest = [...changes];
  for (const { text, calls } of announced) {
    const begun: Changes = [];
    const callsOf = () =>
      begun.flatMap((change) => change.calls.map((one) => `${one.service} ${one.operation}`));
    do begun.push(...rest.splice(0, 1));
    while (rest.length > 0 && callsOf().length < calls.length);
    expect(callsOf(), text).toEqual(calls);
    if (begun.length !== 1 || `${begun[0]?.summary}.` !== text) expect(lines).toContain(text);
  }
  expect(rest).toEqual([]);
}

export const sent = (writes: Seen[]): Called[] =>
  writes.map(({ service, operation, region, input }) => ({
    call: `${service} ${operation}`,
    region,
    input: withoutSecrets(withoutToken(input)),
  }));

type Tokens = Seen['input'] & { clientToken?: unknown; ClientToken?: unknown };

/** The SDK makes up a token for each call that may then be sent again. */
const withoutToken = ({ clientToken: _, ClientToken: __, ...input }: Tokens) => input;

/** A plan does not know passwords and codes yet, and shows none. As JSON, in which a plan is printed. */
const withoutSecrets = (input: unknown): unknown =>
  JSON.parse(
    JSON.stringify(input, (name, value) =>
      /^(Password|AuthenticationCode\d)$/.test(name) ? '(unknown)' : value,
    ),
  );

/** The lines for the AWS CLI, with what nobody knows beforehand and what nobody may read made alike. */
export const lines = (calls: Pick<ReceiptEntry, 'service' | 'operation' | 'region' | 'cli'>[]) =>
  calls.map(({ service, operation, region, cli }) => ({
    call: `${service} ${operation}`,
    region,
    cli: cli
      .replace(/'(<[a-z ]+>|\[secret\])'/g, '(unknown)')
      // The receipt masks what a person is called.
      .replace(
        /--(name|title|email-address|phone-number|notification-endpoint) ('[^']*'|\S+)/g,
        '--$1 (personal)',
      )
      .replace(/[\w.+…-]+@[\w.-]+/g, '(address)'),
  }));
