// The SDK's rules for the endpoint of a call to S3, or to S3 Control, are a tree of conditions. Most of it is about buckets that Rootlock
// never has to do with, and about settings that it never makes. What only these reach is cut off here.

/** Parts of conditions that never hold: transfer acceleration, directory buckets, Object Lambda, Outposts, and ARNs in place of names. */
export const NEVER_OF_S3 = [
  '"Accelerate"',
  '"UseS3ExpressControlEndpoint"',
  '"UseObjectLambdaEndpoint"',
  '"--x-s3"',
  '"--xa-s3"',
  '"--op-s3"',
  '"aws.parseArn"',
  '"arn:"',
];

/** Of all that S3 Control has, Rootlock asks for what belongs to the account. */
export const NEVER_OF_S3_CONTROL = [
  '"AccessPointName"',
  '"Bucket"',
  '"OutpostId"',
  '"ResourceArn"',
  '"UseS3ExpressControlEndpoint"',
  '"aws.parseArn"',
  '"snow"',
];

const IMPORT = 'import { BinaryDecisionDiagram } from "@smithy/core/endpoints";';
/** References from here on are to results: see `decideEndpoint` of @smithy/core, which reads all this. */
const RESULT = 100_000_000;

/** `code` of a client's endpoint/bdd.js, with the same answers wherever none of the conditions with these parts holds. */
export async function trimmedRules(code, never) {
  const parts = code.replace(IMPORT, 'const BinaryDecisionDiagram = { from: (...all) => all };');
  if (parts === code) return code;
  const { bdd } = await import(`data:text/javascript,${encodeURIComponent(parts)}`);
  const [nodes, root, conditions, results] = bdd;
  const texts = conditions.map((condition) => JSON.stringify(condition));
  const missing = never.filter((part) => !texts.some((text) => text.includes(part)));
  if (missing.length > 0) throw new Error(`No rule speaks of ${missing.join(', ')}`);
  const isNever = texts.map((text) => never.some((part) => text.includes(part)));

  const keptConditions = [];
  const keptResults = [];
  const keptNodes = [];
  /** The new number of a thing that is kept. */
  const numberOf = (kept, one) => {
    if (!kept.includes(one)) kept.push(one);
    return kept.indexOf(one);
  };
  const nodeAt = (ref) => nodes.subarray(3 * (Math.abs(ref) - 1), 3 * Math.abs(ref));
  const written = new Map();
  /** The new reference for one of the old. A negative one swaps what follows if the condition holds, and if it does not. */
  const kept = (ref) => {
    if (ref === 1 || ref === -1) return ref;
    if (ref >= RESULT) return RESULT + numberOf(keptResults, results[ref - RESULT]);
    const [condition, high, low] = nodeAt(ref);
    if (isNever[condition]) return kept(ref > 0 ? low : high);
    const at = Math.abs(ref);
    if (!written.has(at)) {
      written.set(at, keptNodes.push(undefined));
      const number = numberOf(keptConditions, conditions[condition]);
      keptNodes[written.get(at) - 1] = [number, kept(high), kept(low)];
    }
    return Math.sign(ref) * written.get(at);
  };
  // The first node stands for "no match", as it did.
  keptNodes.push([-1, 1, -1]);
  const first = kept(root);
  const all = [keptNodes.flat(), first, keptConditions, keptResults].map((part) =>
    JSON.stringify(part),
  );
  const [list, ...others] = all;
  return `${IMPORT}
    export const bdd = BinaryDecisionDiagram.from(new Int32Array(${list}), ${others.join()});`;
}
