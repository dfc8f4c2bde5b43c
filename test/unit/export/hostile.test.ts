import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stackOf, withoutCommands } from '../../../src/export/cloudformation.ts';
import { call, Inventory, type Thing } from '../../../src/export/inventory.ts';
import { scriptFile } from '../../../src/export/script.ts';
import { terraformFile } from '../../../src/export/terraform.ts';
import { cliCommand } from '../../../src/reports/cli-command.ts';
import { t } from '../../../src/text/text.ts';
import { newAccount } from '../../support/accounts/new-account.ts';
import { accountOf } from '../../support/export/inventory-of.ts';
import { argumentsOf, parsedCall } from '../../support/reports/shell.ts';

const account = accountOf(newAccount());
const NAMES = [
  `it's "quoted" \\ and \`id\``,
  'two\nlines\u2028\u001b[31m',
  `\${aws_iam_user.root.arn} %{ if true }`,
  `$\${kept} $$\${twice} %%{x}`,
  '$(touch /tmp/pwned); rm -rf "$HOME" #',
  '<monitor>',
  '한글 이름 👩‍💻',
  '$%%{a}',
  '',
];

const thing = (name: string): Thing => ({
  terraform: [
    { type: 'aws_iam_group', name, importId: name, body: { name, tags: { [name]: name } } },
  ],
  stack: [{ type: 'AWS::IAM::Group', name, identifier: { GroupName: name }, properties: { name } }],
  commands: [call('iam', 'CreateGroup', { GroupName: name })],
});

/** What Terraform makes of a string of a JSON file, as the specification of HCL's templates has it. */
function rendered(template: string): string {
  let text = '';
  for (let at = 0; at < template.length; ) {
    const rest = template.slice(at);
    const escaped = /^(\$\$|%%)\{/.exec(rest);
    const quoted = /^\$\{"((?:[^"\\]|\\.)*)"\}/.exec(rest);
    if (escaped) {
      text += `${rest[0]}{`;
      at += 3;
    } else if (quoted) {
      text += quoted[1];
      at += quoted[0].length;
    } else {
      expect(rest).not.toMatch(/^[$%]\{/);
      text += rest[0];
      at++;
    }
  }
  return text;
}

describe('hostile names', () => {
  it('are text and nothing else to Terraform', () => {
    const check = (name: string) => {
      const file = JSON.parse(terraformFile([thing(name)], account, []));
      const [[label, body] = []] = Object.entries<{ name: string; tags: object }>(
        file.resource.aws_iam_group,
      );
      expect(label).toMatch(/^[A-Za-z_][\w-]*$/);
      expect(file.import).toEqual([{ to: `aws_iam_group.${label}`, id: expect.anything() }]);
      expect(rendered(file.import[0].id)).toBe(name);
      expect(rendered(body?.name ?? '')).toBe(name);
      expect(
        Object.entries(body?.tags ?? {})
          .flat()
          .map(rendered),
      ).toEqual([name, name]);
    };
    for (const name of NAMES) check(name);
    const marks = fc.string({ unit: fc.constantFrom('$', '%', '{', '}', '"', 'a') });
    fc.assert(fc.property(marks, check), { numRuns: 1000 });
  });

  it('keep their own labels and logical ids, though they look alike', () => {
    const things = ['a b', 'a-b', 'a_b', 'A B', 'a  b'].map(thing);
    const file = JSON.parse(terraformFile(things, account, []));
    expect(Object.keys(file.resource.aws_iam_group)).toHaveLength(5);
    const inventory = new Inventory();
    for (const one of things) inventory.add(one);
    const { template } = stackOf(inventory, 'us-east-1', 'us-east-1', []);
    expect(Object.keys(JSON.parse(template).Resources)).toHaveLength(5);
  });

  it('reach the AWS CLI as they are, and run nothing', () => {
    for (const name of NAMES.filter((one) => one !== '')) {
      const script = scriptFile([thing(name)], account, [t('{name}', { name })], (request) =>
        cliCommand(request, { region: 'us-east-1' }),
      );
      const plain = scriptFile([thing('plain')], account, [t('plain')], () => 'aws');
      const lines = script.split('\n');
      expect(lines).toHaveLength(plain.split('\n').length);
      const calls = lines.flatMap((line) => (line.startsWith('run ') ? [line.slice(4)] : []));
      const [found] = argumentsOf(calls).map(parsedCall);
      const members = found?.members ?? {};
      const json = String(members['cli-input-json'] ?? '{}');
      expect(members['group-name'] ?? JSON.parse(json).GroupName).toBe(name);
    }
  });

  it.each(['{{resolve:secretsmanager:root}}', { Ref: 'AWS::AccountId' }, { 'Fn::Sub': 'x' }])(
    'are left out of a stack if CloudFormation would take them for a command: %j',
    (hostile) => {
      const inventory = new Inventory();
      inventory.add({
        stack: [
          { type: 'AWS::IAM::Group', name: 'x', identifier: {}, properties: { hostile } },
          { type: 'AWS::IAM::Group', name: 'y', identifier: {}, properties: { name: 'y' } },
        ],
        commands: [],
      });
      withoutCommands(inventory);
      expect(inventory.things[0]?.stack?.map(({ name }) => name)).toEqual(['y']);
      expect(inventory.left).toMatchObject([{ what: { with: { name: 'x' } } }]);
    },
  );
});
