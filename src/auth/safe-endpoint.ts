import { isThisComputer } from '../text/address.ts';
import { t } from '../text/text.ts';
import { Usage } from '../text/usage.ts';

/**
 * Credentials sign a call but do not encrypt it, so plain HTTP is allowed only to this computer itself.
 *
 * @throws Usage if it is no such address
 */
export function assertSafe(endpoint: string): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new Usage(t('{endpoint} is not an endpoint address: https://…', { endpoint }));
  }
  if (url.protocol === 'http:' && !isThisComputer(url.hostname)) {
    throw new Usage(
      t('{endpoint} is not encrypted. Use https, or an address of this computer.', { endpoint }),
    );
  }
}
