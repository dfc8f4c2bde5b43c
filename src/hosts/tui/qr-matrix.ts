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
  const code = new QRCode(AUTOMATIC, LEVEL_L);
  const start = `otpauth://totp/${encodeURI(label)}?secret=`;
  if (start.length + seed.length <= SHORT) {
    code.addData(start + seed);
  } else {
    code.addData(start);
    code.dataList.push(alphanumeric(seed));
  }
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (__, column) => code.isDark(row, column)),
  );
}

/** The signs of alphanumeric mode, in the order of their numbers (ISO/IEC 18004, 7.4.4). */
const SIGNS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/**
 * A part of a code in alphanumeric mode, which the encoder has no class for: two signs take 11 bits, not 16. With the key like that,
 * 17 more characters fit into the same size.
 */
const alphanumeric = (text: string) => ({
  mode: 2,
  getLength: () => text.length,
  write(buffer: { put(value: number, bits: number): void }) {
    for (const [first = '', second] of text.match(/..?/g) ?? []) {
      if (second === undefined) buffer.put(SIGNS.indexOf(first), 6);
      else buffer.put(SIGNS.indexOf(first) * SIGNS.length + SIGNS.indexOf(second), 11);
    }
  },
});
