import { conditionHolds } from './policy-conditions.ts';
import { asArray, type Statement } from './policy-document.ts';
import {
  effectsOf,
  isAboutAction,
  isDenied,
  may,
  type Rights,
  type SignedIn,
} from './policy-evaluation.ts';
import { allOf, anyOf, type Verdict, verdict } from './verdict.ts';

/** A user or a role that wants in. */
interface Entrant {
  arn: string;
  rights: Rights;
}

/**
 * May this user or role of the same account assume the role? A trust policy that names them is enough; one that names
 * the account leaves it to their own policies. STS API reference, AssumeRole.
 */
export function mayAssume(
  { arn, rights }: Entrant,
  role: { arn: string; trust: Statement[] },
  how: SignedIn,
): Verdict {
  const asked = { action: 'sts:AssumeRole', resource: role.arn };
  const account = arn.split(':')[4] ?? '';
  const about = (effect: 'Allow' | 'Deny', isMeant: (principal: string) => boolean) =>
    anyOf(
      effectsOf(role.trust, effect)
        .filter((one) => isAboutAction(one, asked.action))
        .map((one) => allOf([names(one, 'AWS', isMeant), conditionHolds(one.Condition, how)])),
    );
  const isItself = (principal: string) => principal === '*' || principal === arn;
  const isItsAccount = (principal: string) =>
    principal === account || principal.endsWith(`:iam::${account}:root`);
  const denied = about('Deny', (principal) => isItself(principal) || isItsAccount(principal));
  const ways = anyOf([
    allOf([
      about('Allow', (principal) => isItself(principal) || isSessionOf(arn, principal)),
      not(isDenied(rights, asked, how)),
    ]),
    allOf([about('Allow', isItsAccount), may(rights, asked, how)]),
  ]);
  return allOf([ways, not(denied)]);
}

/** Whoever takes a role chooses the name of the session: a Deny of one session stops nobody, an Allow lets all in. */
function isSessionOf(arn: string, principal: string): boolean {
  const [, account, name] = /:iam::(\d+):role\/(?:.*\/)?([^/]+)$/.exec(arn) ?? [];
  return name !== undefined && principal.includes(`:sts::${account}:assumed-role/${name}/`);
}

/**
 * Do people come in by a SAML provider, IAM Identity Center's say? They are users of somewhere else, and so is their MFA.
 * An OIDC provider is mostly a build server, and a service is nobody.
 */
export function isForPeople(trust: Statement[]): Verdict {
  const isProvider = (principal: string) => /:saml-provider\//.test(principal);
  const about = (effect: 'Allow' | 'Deny') =>
    anyOf(
      effectsOf(trust, effect)
        .filter((one) => isAboutAction(one, 'sts:AssumeRoleWithSAML'))
        .map((one) =>
          allOf([
            names(one, 'Federated', isProvider),
            conditionHolds(withoutAudience(one.Condition), { mfa: false }),
          ]),
        ),
    );
  return allOf([about('Allow'), not(about('Deny'))]);
}

/** Does a service act as this role? */
export const isForServices = (trust: Statement[]): boolean =>
  effectsOf(trust, 'Allow').some((one) => names(one, 'Service', () => true).answer !== 'no');

/** Whom a statement is about. Whom it is not about, `NotPrincipal`, is left open. */
function names(
  { Principal, NotPrincipal }: Statement,
  kind: 'AWS' | 'Federated' | 'Service',
  isMeant: (principal: string) => boolean,
): Verdict {
  if (NotPrincipal !== undefined) return verdict('unknown', 'NotPrincipal');
  const meant =
    typeof Principal === 'string' ? Principal === '*' : asArray(Principal?.[kind]).some(isMeant);
  return verdict(meant ? 'yes' : 'no');
}

/** Everybody who comes from AWS's own sign-in page brings this along. */
function withoutAudience(condition: Statement['Condition'] = {}): Statement['Condition'] {
  const rest = Object.entries(condition).map(([operator, keys]) => {
    if (!/^String(Equals|Like)/.test(operator)) return [operator, keys];
    const others = Object.entries(keys).filter(
      ([key, wanted]) => key.toLowerCase() !== 'saml:aud' || !isSignInPage(asArray(wanted)),
    );
    return [operator, Object.fromEntries(others)];
  });
  return Object.fromEntries(rest);
}

const isSignInPage = (wanted: unknown[]): boolean =>
  wanted.some((url) => /^https:\/\/[\w.-]*signin\.(aws|amazon)[\w.-]*\/saml$/.test(String(url)));

const not = ({ answer, because }: Verdict): Verdict =>
  answer === 'unknown' ? { answer, because } : verdict(answer === 'yes' ? 'no' : 'yes');
