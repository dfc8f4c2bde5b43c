import crypto, { createHash } from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const { randomBytes, randomUUID } = crypto;
const getRandomValues = crypto.webcrypto.getRandomValues.bind(crypto.webcrypto);

/** What random values are made from now. Without it, they are real ones. */
let draw: ((size: number) => Buffer) | undefined;

/** An endless stream of bytes that depends on `seed` alone. */
function streamOf(seed: string): (size: number) => Buffer {
  let drawn = 0;
  return (size) => {
    const blocks = [];
    for (let length = 0; length < size; length += 32) {
      blocks.push(createHash('sha256').update(`${drawn++} ${seed}`).digest());
    }
    return Buffer.concat(blocks, size);
  };
}

/**
 * Makes the random values in `work` depend on `seed`, until it returns. So an account that gets the same call in the same
 * state gives out the same ids, and answers later reads alike.
 */
export function withSeed<T>(seed: string, work: () => T): T {
  const outer = draw;
  draw = streamOf(seed);
  try {
    return work();
  } finally {
    draw = outer;
  }
}

const UUID = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/;

Object.assign(crypto, {
  randomBytes: ((size: number) => draw?.(size) ?? randomBytes(size)) as typeof randomBytes,
  randomUUID: ((options) =>
    draw?.(16).toString('hex').replace(UUID, '$1-$2-$3-$4-$5') ??
    randomUUID(options)) as typeof randomUUID,
});
syncBuiltinESMExports();
crypto.webcrypto.getRandomValues = (array) => {
  if (!draw || !ArrayBuffer.isView(array)) return getRandomValues(array);
  const { buffer, byteOffset, byteLength } = array;
  new Uint8Array(buffer, byteOffset, byteLength).set(draw(byteLength));
  return array;
};
