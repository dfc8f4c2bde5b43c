import QRCode from 'qrcode-terminal/vendor/QRCode/index.js';

/** Modules by row and column; `true` is dark. */
export type Matrix = boolean[][];

const AUTOMATIC = -1;
/** The least redundancy: a screen has no scratches, and every row counts. */
const LEVEL_L = 1;

/** The QR code of an authenticator's key. `label` names user and account; short, for a code that fits beside text. */
export function seedMatrix(label: string, seed: string): Matrix {
  const code = new QRCode(AUTOMATIC, LEVEL_L);
  code.addData(`otpauth://totp/${encodeURI(label)}?secret=${seed}`);
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => code.isDark(row, column)),
  );
}
