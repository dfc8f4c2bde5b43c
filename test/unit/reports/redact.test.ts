import { expect, test } from 'vitest';
import type { Reads, Writes } from '../../../src/aws/declarations.ts';
import { services } from '../../../src/aws/operations.ts';
import { Secret } from '../../../src/engine/secret.ts';
import type { Request } from '../../../src/engine/step.ts';
import { redactInput, withoutPersonalData } from '../../../src/reports/redact.ts';
import { SENSITIVE_INPUTS } from '../../../src/reports/sensitive-inputs.ts';
import { placeholder } from '../../../src/text/placeholder.ts';
import { schemaOf, shapeOf } from '../../support/aws/sdk-schemas.ts';
import { request } from '../../support/reports/sample-rows.ts';

type Shape = ReturnType<typeof shapeOf>;

/** AWS's model does not mark these as sensitive. */
const UNMARKED = [
  ...['EnableMFADevice', 'ResyncMFADevice'].flatMap((operation) =>
    [1, 2].map((n) => `iam:${operation}.AuthenticationCode${n}`),
  ),
  'ce:CreateAnomalySubscription.AnomalySubscription.Subscribers.Address',
  'sns:Subscribe.Endpoint',
];

/** Paths of the members that the SDK marks as sensitive. `outer`: structures around this one, which may repeat it. */
function sensitivePaths(shape: Shape, path: string, outer: unknown[] = []): string[] {
  if (shape.getMergedTraits().sensitive) return [path];
  if (shape.isListSchema()) return sensitivePaths(shape.getValueSchema(), path, outer);
  if (shape.isMapSchema()) {
    const inside = sensitivePaths(shape.getValueSchema(), path, outer);
    if (inside.length > 0) throw new Error(`redact.ts does not look into maps, as of ${path}`);
    return [];
  }
  if (!shape.isStructSchema() || outer.includes(shape.getSchema())) return [];
  return [...shape.structIterator()].flatMap(([name, member]) =>
    sensitivePaths(member, `${path}.${name}`, [...outer, shape.getSchema()]),
  );
}

test('the listed members are just those that the SDK marks as sensitive, the MFA codes and mail addresses', async () => {
  const paths: string[] = [];
  for (const [service, load] of Object.entries(services)) {
    const { reads, writes }: { reads: Reads; writes: Writes } = await load();
    for (const [operation, declaration] of Object.entries({ ...reads, ...writes })) {
      const input = shapeOf(schemaOf(declaration)[4]());
      paths.push(...sensitivePaths(input, `${service}:${operation}`));
    }
  }
  expect(Object.keys(SENSITIVE_INPUTS).sort()).toEqual([...paths, ...UNMARKED].sort());
});

/** An input with this text at the end of a path. Each structure on the way is in a list too, as some of them are. */
function inputWith(path: string, text: string): Request {
  const [operation = '', ...names] = path.split(/[:.]/).slice(1);
  const input = names.reduceRight<unknown>((inner, name) => ({ [name]: [inner] }), text);
  return { ...request(operation, input as object), service: path.split(':')[0] } as Request;
}

test.each(Object.entries(SENSITIVE_INPUTS))(
  '%s is %s: a credential is masked everywhere, what is personal in files that are kept',
  (path, sensitivity) => {
    const shown = JSON.stringify(redactInput(inputWith(path, 'plain text')));
    expect(shown.includes('plain text')).toBe(sensitivity !== 'credential');
    const kept = JSON.stringify(redactInput(withoutPersonalData(inputWith(path, 'plain text'))));
    expect(kept.includes('plain text')).toBe(sensitivity === 'private');
  },
);

test('a topic in place of an address stays: nobody is called so', () => {
  const arn = 'arn:aws:sns:us-east-1:111122223333:alerts';
  const { service, operation, input } = withoutPersonalData(
    inputWith('ce:CreateAnomalySubscription.AnomalySubscription.Subscribers.Address', arn),
  );
  expect(JSON.stringify([service, operation, input])).toContain(arn);
});

test('a credential’s name masks nothing in another operation', () => {
  const input = { Name: 'trail', Password: 'not one here' };
  expect(redactInput(request('CreateGroup', input))).toEqual(input);
});

test('a secret is masked at any depth of any input', () => {
  const input = { Deep: [{ Value: new Secret('hunter2') }, null, 7] };
  expect(redactInput(request('CreateGroup', input))).toEqual({
    Deep: [{ Value: '[secret]' }, null, 7],
  });
});

test('only a whole placeholder is shown in place of a code', () => {
  const code = placeholder('first code');
  const input = { AuthenticationCode1: code, AuthenticationCode2: `a${code}` };
  expect(redactInput(request('EnableMFADevice', input))).toEqual({
    AuthenticationCode1: '<first code>',
    AuthenticationCode2: '[secret]',
  });
});
