import type { Statement } from '../../../steps/iam/policy-document.ts';
import {
  effectsOf,
  isAboutAction,
  may,
  type PolicyRequest,
} from '../../../steps/iam/policy-evaluation.ts';
import { conditionKeys, resultOn } from '../../../steps/iam/simulation.ts';
import { t } from '../../text/text.ts';
import { attempt, type Known } from '../known.ts';
import type { PageLook } from '../page.ts';
import { type Deciding, decidingOf } from './deciding.ts';
import type { Question, SignedIn } from './question.ts';
import { inputOf, MFA } from './simulator-input.ts';
import { statementsIn } from './subjects.ts';
import { isNamed, WITHOUT_BOUNDARY } from './what-if.ts';

/** AWS's answer for one action on one resource. */
export interface Answer {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny';
  /** Condition keys that AWS was not told, and that the answer hangs on. */
  open: string[];
  /** All that AWS was not told, also what changes nothing. */
  missing: string[];
  matched: Deciding[];
  /** Does the permissions boundary allow it? Absent if there is none. */
  boundary?: boolean;
  /** Do the organization's policies (SCPs) allow it? Absent if AWS does not say. */
  organization?: boolean;
}

export interface Outcome {
  key: string;
  action: string;
  resource: string;
  by: Partial<Record<SignedIn, Known<Answer>>>;
  /** Would their policies allow it if there were no boundary? Absent if a policy could not be read. */
  isGranted?: boolean;
}

/** Asks AWS's simulator: one call for each way of signing in. */
export async function simulate(look: PageLook, question: Question): Promise<Outcome[]> {
  const { actions, resources, ways } = question;
  const statements = statementsAsked(question);
  const { identity } = statements;
  const answers = await Promise.all(
    ways.map((way) =>
      attempt(look.read('iam', 'SimulatePrincipalPolicy', inputOf(look, question, way))),
    ),
  );
  return actions.flatMap((action) => {
    const harmless = harmlessKeys(statements, action);
    return resources.map((resource) => ({
      key: resources.length > 1 ? `${action} ${resource}` : action,
      action,
      resource,
      ...(identity && { isGranted: isGranted(identity, { action, resource }) }),
      by: Object.fromEntries(
        ways.map((way, n) => {
          const answer = answers[n];
          if (!answer || 'unknown' in answer) return [way, answer];
          const result = answer.is.EvaluationResults?.find(
            ({ EvalActionName = '' }) => EvalActionName.toLowerCase() === action.toLowerCase(),
          );
          return [way, answerOf(question, resultOn(result, resource), way, harmless)];
        }),
      ),
    }));
  });
}

function answerOf(
  question: Question,
  { decision, missing, boundary, organization, ...result }: ReturnType<typeof resultOn>,
  way: SignedIn,
  harmless: Harmless,
): Known<Answer> {
  if (decision === undefined) return { unknown: t("AWS's policy simulator does not say.") };
  // A key says nothing of MFA: AWS knows all that there is to know.
  const untold = missing.filter((key) => way !== 'key' || key.toLowerCase() !== MFA.toLowerCase());
  const matched = result.matched.map((one) => decidingOf(question, one));
  const isSettled = matched.some((one) => isSure(one, untold));
  const isOpen = (key: string) =>
    decision === 'explicitDeny'
      ? !isSettled
      : !harmless[decision].has(key.toLowerCase()) ||
        (decision === 'allowed' && !isSettled && matched.some((one) => hangsOn(one, key)));
  return {
    is: {
      decision,
      open: untold.filter(isOpen),
      missing: untold,
      matched,
      ...(boundary !== undefined && { boundary }),
      ...(organization !== undefined && { organization }),
    },
  };
}

const statementOf = ({ policy, statement }: Deciding) =>
  statement === undefined ? undefined : statementsIn(policy?.text)?.[statement];

const hangsOn = (one: Deciding, key: string): boolean =>
  conditionKeys(statementOf(one) ?? {}).includes(key.toLowerCase());

/** Does it hold, whatever the keys that AWS was not told would say? A negated condition holds for a key that is missing. */
const isSure = (one: Deciding, untold: string[]): boolean =>
  statementOf(one) !== undefined && !one.isBoundary && !untold.some((key) => hangsOn(one, key));

/**
 * Keys in lower case that change nothing: those of statements about other actions; if something is allowed, those of further Allows; if
 * nothing allows it, those of Denies. What the boundary's Allows hang on, may change it.
 */
type Harmless = Record<'allowed' | 'implicitDeny', Set<string>>;

/** What their policies and their boundary say, with what is supposed. `undefined`: one could not be read. */
function statementsAsked({ subject, attach, boundary, without }: Question) {
  const rest = (subject.policies ?? []).filter(
    (policy) => !without.some((name) => isNamed(policy, name)),
  );
  const limit = boundary ?? (without.includes(WITHOUT_BOUNDARY) ? undefined : subject.boundary);
  const identity = [...rest, ...(attach ? [attach] : [])].map(({ text }) => statementsIn(text));
  const limits = limit ? [statementsIn(limit.text)] : [];
  return subject.policies
    ? { identity: whole(identity), limits: whole(limits) }
    : { identity: undefined, limits: undefined };
}

const whole = (all: (Statement[] | undefined)[]): Statement[] | undefined =>
  all.includes(undefined) ? undefined : all.flatMap((one) => one ?? []);

/** If a policy could not be read, no key is known to be harmless. */
function harmlessKeys(
  { identity, limits }: ReturnType<typeof statementsAsked>,
  action: string,
): Harmless {
  if (!identity || !limits) return { allowed: new Set(), implicitDeny: new Set() };
  const keys = (all: Statement[], effect: 'Allow' | 'Deny') =>
    new Set(
      effectsOf(all, effect)
        .filter((one) => isAboutAction(one, action))
        .flatMap(conditionKeys),
    );
  const all = [...identity, ...limits];
  const used = all.flatMap(conditionKeys);
  const limiting = keys(limits, 'Allow');
  const without = (some: Set<string>) =>
    new Set(used.filter((key) => !some.has(key) && !limiting.has(key)));
  return {
    allowed: without(keys(all, 'Deny')),
    implicitDeny: without(keys(identity, 'Allow')),
  };
}

/** AWS names no statement where none allows it, and so does not say whether the boundary alone is in the way. */
const isGranted = (identity: Statement[], request: PolicyRequest): boolean =>
  [true, false].some((mfa) => may({ identity }, request, { mfa }).answer !== 'no');
