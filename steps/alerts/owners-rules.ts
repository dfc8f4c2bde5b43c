import type { Look } from '../../src/engine/step.ts';
import { unlessDenied } from '../shared/enabled-regions.ts';
import type { Alert } from './alerts.ts';
import type { RegionRules } from './read-rules.ts';
import { samplesOf } from './samples.ts';
import { type Places, regionsOf } from './wanted-rules.ts';

/**
 * Ids of the alerts that the owner's own rules send already: in each region where its events arrive, every sample of them matches
 * a rule that reaches somebody. EventBridge itself compares.
 */
export async function coveredByOwner(
  look: Look,
  alerts: readonly Alert[],
  rules: RegionRules[],
  places: Places,
): Promise<string[]> {
  const covered = await Promise.all(
    alerts.map(async (alert) => {
      const regions = regionsOf(alert, places);
      const patterns = regions.map((region) => ({
        region,
        heard: rules.find((one) => one.region === region)?.heard ?? [],
      }));
      // Nobody asks AWS if one region has no such rule.
      if (regions.length === 0 || patterns.some(({ heard }) => heard.length === 0)) return [];
      for (const { region, heard } of patterns) {
        for (const sample of samplesOf(alert, look.account, region)) {
          if (!(await matchesOne(look, region, heard, JSON.stringify(sample)))) return [];
        }
      }
      return [alert.id];
    }),
  );
  return covered.flat();
}

async function matchesOne(
  look: Look,
  region: string,
  patterns: string[],
  Event: string,
): Promise<boolean> {
  for (const EventPattern of patterns) {
    const tested = await unlessDenied(
      look.read('events', 'TestEventPattern', { EventPattern, Event }, region),
    );
    if (tested?.Result) return true;
  }
  return false;
}
