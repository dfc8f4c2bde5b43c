import { conditionHolds } from './policy-conditions.ts';
import { asArray, type Statement } from './policy-document.ts';
import { type Answer, allOf, anyOf, type Verdict, verdict } from './verdict.ts';

/** One call that AWS is asked to allow. `resource`: a whole ARN, or `*` for an action that has no resources. */
export interface PolicyRequest {
  action: string;
  resource: string;
}

/** Requests for these actions on one resource. */
export const on = (resource: string, ...actions: string[]): PolicyRequest[] =>
  actions.map((action) => ({ action, resource }));

/** How somebody has signed in, and what the policy variables stand for that are known, in lower case. */
export interface SignedIn {
  mfa: boolean;
  variables?: Record<string, string>;
}

/** What the policies say that hang on somebody. Policies of an organization are not among them. */
export interface Rights {
  /** Own and by groups, inline and managed. */
  identity: Statement[];
  /** Limits what `identity` gives. */
  boundary?: Statement[] | undefined;
}

/** May somebody with these rights do it? `because`: the action that is denied, or what the answer hangs on. */
export function may(rights: Rights, request: PolicyRequest, how: SignedIn): Verdict {
  const { identity, boundary } = rights;
  return allOf([identity, ...(boundary ? [boundary] : [])].map((it) => said(it, request, how)));
}

/** Does a Deny stop it, whoever allows it? */
export function isDenied(rights: Rights, request: PolicyRequest, how: SignedIn): Verdict {
  const all = [...rights.identity, ...(rights.boundary ?? [])];
  return anyOf(effectsOf(all, 'Deny').map((one) => applies(one, request, how)));
}

/** A Deny wins over each Allow. What nobody allows is denied. */
function said(statements: Statement[], request: PolicyRequest, how: SignedIn): Verdict {
  const [denied, allowed] = (['Deny', 'Allow'] as const).map((effect) =>
    anyOf(effectsOf(statements, effect).map((one) => applies(one, request, how))),
  ) as [Verdict, Verdict];
  if (denied.answer === 'yes' || allowed.answer === 'no') return verdict('no', request.action);
  return denied.answer === 'unknown' ? denied : allowed;
}

export const effectsOf = (statements: Statement[], effect: 'Allow' | 'Deny'): Statement[] =>
  statements.filter(({ Effect }) => Effect === effect);

/** Is this statement about the request? */
function applies(statement: Statement, request: PolicyRequest, how: SignedIn): Verdict {
  const action = isAboutAction(statement, request.action);
  if (!action) return verdict('no');
  const resource = isAboutResource(statement, request.resource, how.variables ?? {});
  if (resource.answer === 'no') return resource;
  return allOf([resource, conditionHolds(statement.Condition, how)]);
}

/** Statements are shared by everybody in a group, and some of AWS's own name a thousand actions. */
const known = new WeakMap<Statement, Map<string, boolean>>();

/** Actions know no case. */
export function isAboutAction(statement: Statement, action: string): boolean {
  const answers = known.get(statement) ?? new Map<string, boolean>();
  known.set(statement, answers);
  const before = answers.get(action);
  if (before !== undefined) return before;
  const { Action, NotAction } = statement;
  const asked = action.toLowerCase();
  const isIn = (patterns: string[]) => patterns.some((one) => isLike(one.toLowerCase(), asked));
  const answer = NotAction ? !isIn(asArray(NotAction)) : isIn(asArray(Action));
  answers.set(action, answer);
  return answer;
}

/** A trust policy names no resource: it is about its role. */
function isAboutResource(
  { Resource, NotResource }: Statement,
  resource: string,
  variables: Record<string, string>,
): Verdict {
  const among = (patterns: string[]) =>
    anyOf(patterns.map((one) => verdict(matches(one, resource, variables), one)));
  if (NotResource) {
    const named = among(asArray(NotResource));
    if (named.answer === 'unknown') return named;
    return verdict(named.answer === 'yes' ? 'no' : 'yes');
  }
  if (!Resource) return verdict('yes');
  const named = among(asArray(Resource));
  return named.answer === 'unknown' ? named : verdict(named.answer);
}

const VARIABLE = /\$\{([^}]*)\}/g;

/** Does the pattern name the resource? An ARN cut short, and a variable that is not known, leave it open. */
function matches(pattern: string, resource: string, variables: Record<string, string>): Answer {
  let vague = false;
  const filled = pattern.replace(VARIABLE, (_, name: string) => {
    const value = '*?$'.includes(name) ? name : variables[name.toLowerCase()];
    vague ||= value === undefined;
    return value ?? '*';
  });
  if (!vague && isLike(filled, resource)) return 'yes';
  // AWS fills up an ARN that lacks fields. IAM User Guide, "Resource".
  const isCutShort = filled.startsWith('arn:') && filled.split(':').length < 6;
  const widest = isCutShort ? `${filled}*` : filled;
  // Nobody says whether `arn:aws:*` is about an action that has no ARN.
  const isOfAll = resource === '*' && /^arn:([\w*-]+:)*\*$/.test(filled);
  return isOfAll || ((vague || isCutShort) && isLike(widest, resource)) ? 'unknown' : 'no';
}

/**
 * The wildcards of policies: `*` and `?`. No regular expression: one with many `*` takes time without end, and each would
 * be compiled for a single use.
 */
export function isLike(pattern: string, text: string): boolean {
  let inPattern = 0;
  let inText = 0;
  let star = -1;
  /** Where the text goes on after what the last `*` stands for. */
  let resume = 0;
  while (inText < text.length) {
    const wanted = pattern[inPattern];
    if (wanted === '*') {
      star = inPattern++;
      resume = inText;
    } else if (wanted === '?' || wanted === text[inText]) {
      inPattern++;
      inText++;
    } else if (star >= 0) {
      inPattern = star + 1;
      inText = ++resume;
    } else return false;
  }
  return /^\**$/.test(pattern.slice(inPattern));
}
