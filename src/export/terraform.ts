import type { Account } from '../engine/step.ts';
import { harmless, say, type Text } from '../text/text.ts';
import { Reference, type TerraformBlock, type Thing } from './inventory.ts';
import { uniqueNames } from './unique-names.ts';

export const TERRAFORM_FILE = 'rootlock.tf.json';

/** Import blocks need Terraform 1.5. The provider has all of these resources since 5.60. */
const TERRAFORM = '>= 1.5';
const PROVIDER = { source: 'hashicorp/aws', version: '>= 5.60' };

/** The configuration, with a block that imports each resource that can be imported. */
export function terraformFile(things: Thing[], account: Account, comments: Text[]): string {
  const labels = new Map<string, (name: string) => string>();
  const resource: Record<string, Record<string, unknown>> = {};
  const imports: { to: string; id: string }[] = [];
  for (const { region = account.region, terraform = [] } of things) {
    for (const { type, name, importId, ...block } of terraform) {
      const labelled = labels.get(type) ?? uniqueNames(label, '_');
      labels.set(type, labelled);
      const unique = labelled(name);
      resource[type] = { ...resource[type], [unique]: bodyOf(block, region, account) };
      if (importId !== undefined) imports.push({ to: `${type}.${unique}`, id: literal(importId) });
    }
  }
  return `${harmless(
    JSON.stringify(
      {
        '//': comments.map(say),
        terraform: { required_version: TERRAFORM, required_providers: { aws: PROVIDER } },
        provider: { aws: providers(things, account) },
        import: imports,
        resource,
      },
      null,
      2,
    ),
  )}\n`;
}

/** Letters, digits, `_` and `-`, and no digit or `-` first. */
const label = (name: string): string =>
  name
    .replace(/[^\w-]+/g, '_')
    .replace(/^(?=[\d-]|$)/, '_')
    .slice(0, 100);

/** Another account than this one is refused. */
function providers(things: Thing[], { id, region }: Account) {
  const others = new Set(things.flatMap((thing) => (thing.terraform ? (thing.region ?? []) : [])));
  others.delete(region);
  const allowed_account_ids = [id];
  return [
    { region, allowed_account_ids },
    ...[...others].sort().map((one) => ({ alias: one, region: one, allowed_account_ids })),
  ];
}

const bodyOf = (
  { body, ignore }: Pick<TerraformBlock, 'body' | 'ignore'>,
  region: string,
  account: Account,
): unknown => ({
  ...(region !== account.region && { provider: `aws.${region}` }),
  ...(literals(body) as object),
  ...(ignore && { lifecycle: { ignore_changes: ignore } }),
});

/**
 * A text in which Terraform finds nothing to replace: it reads each string of the file as a template, and each name of a member too.
 * `$${` stands for `${`. More than one `$` or `%` before the brace would be taken for that, so they are said by a literal of the template.
 */
const literal = (text: string): string =>
  text.replace(/[$%]+(?=\{)/g, (marks) =>
    marks.length === 1 ? `${marks}${marks}` : `\${"${marks}"}`,
  );

function literals(value: unknown): unknown {
  if (typeof value === 'string') return literal(value);
  if (value instanceof Reference) {
    return `\${${value.type}.${label(value.name)}.${value.attribute}}`;
  }
  if (Array.isArray(value)) return value.map(literals);
  if (value === null || typeof value !== 'object') return value;
  const members = Object.entries(value);
  return Object.fromEntries(members.map(([name, member]) => [literal(name), literals(member)]));
}
