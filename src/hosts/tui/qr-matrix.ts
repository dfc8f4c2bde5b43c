import { generate } from 'lean-qr';
import QRCode from 'qrcode-terminal/vendor/QRCode/index.js';

/** Modules by row and column; `true` is dark. */
export type Matrix = boolean[][];

const AUTOMATIC = -1;
/** The lowest error correction level: a screen has no scratches, and rows are scarce. */
const LEVEL_L = 1;
/** The number of characters that fit into 37 modules a side. A code of that size fits into 80x24 beside text. */
const SHORT = 106;

/** The QR code of an authenticator's key. `label` names user and account: a shorter label makes a smaller code. */
export function seedMatrix(label: string, seed: string): Matrix {
  const uri = `otpauth://totp/${encodeURI(label)}?secret=${seed}`;
  return uri.length <= SHORT ? inBytes(uri) : inParts(uri);
}

function inBytes(uri: string): Matrix {
  const code = new QRCode(AUTOMATIC, LEVEL_L);
  code.addData(uri);
  code.make();
  return square(code.getModuleCount(), (row, column) => code.isDark(row, column));
}

/** Encodes the key in alphanumeric mode (capital letters and digits): 17 more characters fit into the same size. */
function inParts(uri: string): Matrix {
  const code = generate(uri);
  return square(code.size, (row, column) => code.get(column, row));
}

const square = (size: number, isDark: (row: number, column: number) => boolean): Matrix =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => isDark(row, column)),
  );
