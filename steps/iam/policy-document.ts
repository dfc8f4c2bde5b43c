import { Blocked } from '../../src/engine/errors.ts';
import { t } from '../../src/text/text.ts';

/**
 * The effect of a policy document on all actions on all resources. A conditional Deny, without MFA for instance, does
 * not count: it leaves a way. `encoded`: JSON, percent-encoded (RFC 3986) as IAM returns it.
 */
export function effectOnEverything(
  encoded: string | undefined,
): 'allowed' | 'allowed on conditions' | 'denied' | 'nothing' {
  const matching = statements(encoded).filter(
    ({ Action, Resource }) =>
      asArray(Action).some((action) => action === '*' || action === '*:*') &&
      asArray(Resource).includes('*'),
  );
  const unconditional = matching.filter(({ Condition }) => !Condition);
  if (unconditional.some(({ Effect }) => Effect === 'Deny')) return 'denied';
  if (unconditional.some(({ Effect }) => Effect === 'Allow')) return 'allowed';
  return matching.some(({ Effect }) => Effect === 'Allow') ? 'allowed on conditions' : 'nothing';
}

/** Principals that a role's trust policy admits: accounts, users, identity providers. Services are left out. */
export function trustedPrincipals(encoded: string | undefined): string[] {
  return statements(encoded)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal = {} }) =>
      typeof Principal === 'string'
        ? [Principal]
        : [...asArray(Principal.AWS), ...asArray(Principal.Federated)],
    );
}

interface Statement {
  Effect?: string;
  Action?: string | string[];
  Resource?: string | string[];
  Condition?: object;
  Principal?: string | { AWS?: string | string[]; Federated?: string | string[] };
}

/** @throws Blocked if the text is no policy. AWS stores valid policies only, so the answer was damaged on the way. */
export function parsePolicy<P extends { Statement?: unknown }>(parse: () => P): P {
  try {
    return parse();
  } catch {
    throw new Blocked(t('A policy arrived damaged.'), [
      t('Check the internet connection, and leave the proxy or VPN if there is one.'),
      t('Run Rootlock again: it goes on where it stopped.'),
    ]);
  }
}

function statements(encoded = '{}'): Statement[] {
  const { Statement } = parsePolicy<{ Statement?: Statement | Statement[] }>(() =>
    JSON.parse(decodeURIComponent(encoded)),
  );
  return asArray(Statement);
}

/** AWS writes a single value in place of a list of one. */
export const asArray = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
