/**
 * Characters of a label. With these, the QR code of a 64-letter key is as small as it gets, and fits into 80x24 beside its
 * instructions. The key cannot be shortened.
 */
const MOST = 36;
/** An account's id. */
const LEAST_OF_ACCOUNT = 12;

/**
 * The name of an entry in an authenticator app: the device and the account, because many people have several accounts. A long name
 * loses its middle. The end stays: it numbers the devices of a user, and an app may take an entry of the same name for the same
 * device.
 */
export function authenticatorLabel(device: string, account: string): string {
  const room = MOST - 'AWS:@'.length;
  const shortAccount = withoutMiddle(account, Math.max(LEAST_OF_ACCOUNT, room - device.length));
  return `AWS:${withoutMiddle(device, room - shortAccount.length)}@${shortAccount}`;
}

/** `~` marks the gap: no name in AWS has it. */
function withoutMiddle(text: string, room: number): string {
  if (text.length <= room) return text;
  const end = Math.floor((room - 1) / 2);
  return `${text.slice(0, room - 1 - end)}~${text.slice(-end)}`;
}
