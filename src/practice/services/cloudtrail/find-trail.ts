import type { PracticeState, Trail } from '../../state/account-state.ts';
import { badRequest, type CallContext } from '../operation-table.ts';

export const trailArn = ({ id }: PracticeState, { region, organization, name }: Trail): string =>
  `arn:aws:cloudtrail:${region}:${organization ?? id}:trail/${name}`;

/** A multi-region trail has a shadow in each region. */
export const isVisibleIn = (trail: Trail, region: string): boolean =>
  trail.everywhere || trail.region === region;

/** Finds a trail by its ARN, or by a name that is known in this region. */
export function findTrail(given: string | undefined, { state, region }: CallContext): Trail {
  if (given === undefined) throw badRequest('TrailNotProvidedException', 'A trail name is needed.');
  if (given.startsWith('arn:') && !/^arn:[^:]+:cloudtrail:[^:]+:\d{12}:trail\/./.test(given)) {
    throw badRequest('CloudTrailARNInvalidException', `${given} is not the ARN of a trail.`);
  }
  const trail = state.trails.find((other) =>
    given.startsWith('arn:')
      ? trailArn(state, other) === given
      : other.name === given && isVisibleIn(other, region),
  );
  if (!trail) throw badRequest('TrailNotFoundException', `Unknown trail: ${given}`);
  return trail;
}

/** Finds a trail to change it. Only its home region and its owner may. */
export function findTrailToChange(given: string | undefined, call: CallContext): Trail {
  const trail = findTrail(given, call);
  if (trail.organization && trail.organization !== call.state.id) {
    throw badRequest(
      'NotOrganizationMasterAccountException',
      'Only the management account changes the trail of its organization.',
    );
  }
  if (trail.region === call.region) return trail;
  throw badRequest(
    'InvalidHomeRegionException',
    `The trail can be changed in its home region ${trail.region} only.`,
  );
}
