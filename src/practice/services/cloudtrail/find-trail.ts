import type { PracticeState, Trail } from '../../fresh-account.ts';
import { type CallContext, Refusal } from '../operation-table.ts';

export const no = (code: string, message: string) => new Refusal(code, 400, message);

export const arnOf = ({ id }: PracticeState, { region, organization, name }: Trail): string =>
  `arn:aws:cloudtrail:${region}:${organization ?? id}:trail/${name}`;

/** A trail of all regions has a shadow in each of them. */
export const shadows = ({ everywhere, region }: Trail, here: string): boolean =>
  everywhere || region === here;

/** By its ARN, or by a name that is known in this region. */
export function trailOf(given: string | undefined, { state, region }: CallContext): Trail {
  if (given === undefined) throw no('TrailNotProvidedException', 'A trail name is needed.');
  if (given.startsWith('arn:') && !/^arn:[^:]+:cloudtrail:[^:]+:\d{12}:trail\/./.test(given)) {
    throw no('CloudTrailARNInvalidException', `${given} is not the ARN of a trail.`);
  }
  const trail = state.trails.find((other) =>
    given.startsWith('arn:')
      ? arnOf(state, other) === given
      : other.name === given && shadows(other, region),
  );
  if (!trail) throw no('TrailNotFoundException', `Unknown trail: ${given}`);
  return trail;
}

/** The same, to change it: at home, and by those whose it is. */
export function ownTrail(given: string | undefined, call: CallContext): Trail {
  const trail = trailOf(given, call);
  if (trail.organization && trail.organization !== call.state.id) {
    throw no(
      'NotOrganizationMasterAccountException',
      'Only the management account changes the trail of its organization.',
    );
  }
  if (trail.region === call.region) return trail;
  throw no(
    'InvalidHomeRegionException',
    `The trail can be changed in its home region ${trail.region} only.`,
  );
}
