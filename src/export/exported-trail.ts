import { readTrails } from '../../steps/trail/read-trails.ts';
import { bestTrail, type Trail } from '../../steps/trail/trails.ts';
import type { Output } from '../aws/operations.ts';
import type { Look } from '../engine/step.ts';

/** The trail that counts, as the steps see it and as AWS describes it. */
export interface ExportedTrail {
  trail: Trail;
  described: NonNullable<Output<'cloudtrail', 'DescribeTrails'>['trailList']>[number];
}

/** `undefined` if there is none. */
export async function exportedTrail(look: Look): Promise<ExportedTrail | undefined> {
  const { trails } = await readTrails(look);
  const trail = bestTrail(trails, look.account);
  if (!trail) return undefined;
  const all = { includeShadowTrails: true };
  const { trailList = [] } = await look.read('cloudtrail', 'DescribeTrails', all);
  const isIt = ({ TrailARN }: ExportedTrail['described']) => TrailARN === trail.arn;
  const found = trailList.find(isIt);
  if (found) return { trail, described: found };
  const one = { trailNameList: [trail.arn], includeShadowTrails: false };
  const elsewhere = await look.read('cloudtrail', 'DescribeTrails', one, trail.home);
  return { trail, described: elsewhere.trailList?.find(isIt) ?? {} };
}
