import { answerTo, notTried, type Point, seen } from './point.ts';

export const organizationTrail: Point = {
  about: 'May a member account read what the trail of its organization records?',
  expected: 'no: TrailNotFoundException, whatever HasCustomEventSelectors says',
  async try({ id, read }) {
    const { trailList = [] } = await read('cloudtrail', 'DescribeTrails', {
      includeShadowTrails: true,
    });
    const trail = trailList.find(
      ({ IsOrganizationTrail, TrailARN = '' }) =>
        IsOrganizationTrail && TrailARN.split(':')[4] !== id,
    );
    if (!trail) return notTried('this account sees no trail of an organization');
    const { TrailARN, HomeRegion } = trail;
    const answer = await answerTo(
      read('cloudtrail', 'GetEventSelectors', { TrailName: TrailARN }, HomeRegion),
    );
    return seen(
      `${answer}, HasCustomEventSelectors: ${trail.HasCustomEventSelectors}`,
      answer === 'TrailNotFoundException',
    );
  },
};
