import type { Output } from '../../src/aws/operations.ts';
import { Blocked } from '../../src/engine/errors.ts';
import type { Look } from '../../src/engine/step.ts';
import { asArray, type Statement } from './policy-document.ts';
import { effectsOf, type PolicyRequest, type Rights } from './policy-evaluation.ts';
import { type Verdict, verdict } from './verdict.ts';

type Result = NonNullable<Output<'iam', 'SimulatePrincipalPolicy'>['EvaluationResults']>[number];

/** Signed in with MFA, and at work where the owner is: what else a policy asks for, nobody knows beforehand. */
const contextOf = (region: string) => [
  {
    ContextKeyName: 'aws:MultiFactorAuthPresent',
    ContextKeyType: 'boolean' as const,
    ContextKeyValues: ['true'],
  },
  {
    ContextKeyName: 'aws:RequestedRegion',
    ContextKeyType: 'string' as const,
    ContextKeyValues: [region],
  },
];

/**
 * What AWS's own policy simulator says of each request, with the policies of the organization too. What hangs on a
 * condition key that AWS was not given is unknown. At most two calls: AWS answers for each action on each resource.
 */
export async function decideByAws(
  look: Look,
  { source, rights }: { source: string; rights: Rights },
  requests: PolicyRequest[],
): Promise<Verdict[]> {
  const harmless = keysOfAllows(rights);
  const simulate = async (some: PolicyRequest[]) => {
    const resources = [...new Set(some.map(({ resource }) => resource))];
    if (resources.length === 0) return [];
    const { EvaluationResults = [] } = await look.read('iam', 'SimulatePrincipalPolicy', {
      PolicySourceArn: source,
      ActionNames: [...new Set(some.map(({ action }) => action))],
      ...(!resources.includes('*') && { ResourceArns: resources }),
      ContextEntries: contextOf(look.account.region),
    });
    return EvaluationResults;
  };
  const [withArn, without] = await Promise.all([
    simulate(requests.filter(({ resource }) => resource !== '*')),
    simulate(requests.filter(({ resource }) => resource === '*')),
  ]);
  return requests.map((request) => {
    const results = request.resource === '*' ? without : withArn;
    const result = results.find(({ EvalActionName }) => EvalActionName === request.action);
    return judged(request, result, harmless);
  });
}

/** As `decideByAws`, where it is no more than a help: if AWS refuses to say, all stays open. */
export async function askAws(...asked: Parameters<typeof decideByAws>): Promise<Verdict[]> {
  try {
    return await decideByAws(...asked);
  } catch (error) {
    if (!(error instanceof Blocked)) throw error;
    return asked[2].map(() => verdict('unknown', 'iam:SimulatePrincipalPolicy'));
  }
}

/**
 * What AWS says of one resource. Of several resources each has its own result, and the top level is the strictest of all: also of
 * those that the action was not asked about.
 */
export function resultOn(result: Result | undefined, resource: string) {
  const specific = result?.ResourceSpecificResults?.find(
    ({ EvalResourceName }) => EvalResourceName === resource,
  );
  return {
    decision: specific ? specific.EvalResourceDecision : result?.EvalDecision,
    missing: [
      ...new Set([
        ...(result?.MissingContextValues ?? []),
        ...(specific?.MissingContextValues ?? []),
      ]),
    ],
    matched: (specific ?? result)?.MatchedStatements ?? [],
    boundary: (specific ?? result)?.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary,
    organization: result?.OrganizationsDecisionDetail?.AllowedByOrganizations,
  };
}

function judged(
  { action, resource }: PolicyRequest,
  result: Result | undefined,
  harmless: Set<string>,
): Verdict {
  const { decision, missing } = resultOn(result, resource);
  if (decision === undefined) return verdict('unknown', action);
  const isAllowed = decision === 'allowed';
  const open = missing.filter((key) => !isAllowed || !harmless.has(key.toLowerCase()));
  if (open.length > 0) return verdict('unknown', ...open);
  return isAllowed ? verdict('yes') : verdict('no', action);
}

/** AWS names each key that it was not given. Where all is allowed, one that more Allows hang on changes nothing. */
function keysOfAllows({ identity, boundary = [] }: Rights): Set<string> {
  const keys = (all: Statement[]) => all.flatMap(conditionKeys);
  const strict = new Set(keys(effectsOf([...identity, ...boundary], 'Deny')));
  return new Set(keys(effectsOf(identity, 'Allow')).filter((key) => !strict.has(key)));
}

/** Of conditions, in lower case, and of what stands for a policy variable in them: `${aws:username}` say. */
export const conditionKeys = ({ Condition = {} }: Statement): string[] =>
  Object.values(Condition).flatMap((keys) =>
    Object.entries(keys).flatMap(([key, values]) => [
      key.toLowerCase(),
      ...asArray(values).flatMap((value) =>
        [...String(value).matchAll(/\$\{([^},]*)/g)].map(([, name = '']) =>
          name.trim().toLowerCase(),
        ),
      ),
    ]),
  );
