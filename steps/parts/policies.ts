/** Does this policy document allow everything on everything? `encoded` as IAM gives it: JSON, percent-encoded (RFC 3986). */
export function allowsAll(encoded: string | undefined): 'always' | 'on conditions' | 'no' {
  const all = statements(encoded).filter(
    ({ Effect, Action, Resource }) =>
      Effect === 'Allow' &&
      list(Action).some((action) => action === '*' || action === '*:*') &&
      list(Resource).includes('*'),
  );
  if (all.length === 0) return 'no';
  return all.some(({ Condition }) => !Condition) ? 'always' : 'on conditions';
}

/** Who a role's trust policy lets in: accounts, users, identity providers. Services are left out. */
export function trusted(encoded: string | undefined): string[] {
  return statements(encoded)
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal = {} }) =>
      typeof Principal === 'string'
        ? [Principal]
        : [...list(Principal.AWS), ...list(Principal.Federated)],
    );
}

interface Statement {
  Effect?: string;
  Action?: string | string[];
  Resource?: string | string[];
  Condition?: object;
  Principal?: string | { AWS?: string | string[]; Federated?: string | string[] };
}

function statements(encoded = '{}'): Statement[] {
  const { Statement = [] } = JSON.parse(decodeURIComponent(encoded)) as {
    Statement?: Statement | Statement[];
  };
  return list(Statement);
}

const list = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
