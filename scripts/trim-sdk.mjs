// What the program does not need of the AWS SDK: schemas, and work for streams of events, browsers, logs and Lambda functions.
import { NEVER_OF_S3, NEVER_OF_S3_CONTROL, trimmedRules } from './trim-endpoint-rules.mjs';
import { withoutUnnamedMembers } from './trim-schemas.mjs';

const NO_EVENT_STREAMS = `
  export class EventStreamSerde {
    constructor() {
      throw new Error('scripts/trim-sdk.mjs takes streams of events out of the SDK');
    }
  }
  export const eventStreamSerdeProvider = () => undefined;
  export const resolveEventStreamSerdeConfig = (config) => config;`;

const ONE_REGION = `
  import { SignatureV4SignWithCredentials } from './SignatureV4SignWithCredentials';
  export class SignatureV4MultiRegion extends SignatureV4SignWithCredentials {
    static sigv4aDependency = () => 'none';
  }`;

const HTTPS_WHEN_NEEDED = `
  const https = () => process.getBuiltinModule('node:https');
  export const node_https = {
    get Agent() { return https().Agent; },
    get request() { return https().request; },
  };`;

const crc32WhenNeeded = (code) =>
  code
    .replace(/^import .*\n/gm, '')
    .replace(
      /const zlibCrc32 = .*/,
      `const zlibCrc32 = (...of) => process.getBuiltinModule('node:zlib').crc32(...of);`,
    )
    .replace(
      /export const Crc32Node = .*/,
      'export const Crc32Node = buildNativeClass(zlibCrc32);',
    );

/** A slice would keep all of the response in memory. What is put together of two does not, once V8 has made it one text. */
const CUT = "const cut = (x, from, to) => from < to ? x[from] + x.slice(from + 1, to) : '';\n";

export const readInSlices = (code) =>
  CUT +
  code
    .replace(
      /let (\w+) = "";\s+while \((.*)\) \{\s+\1 \+= p\.x\[p\.i\+\+\];\s+\}/g,
      'const $1At = p.i; while ($2) ++p.i; let $1 = cut(p.x, $1At, p.i);',
    )
    .replace('p.x.toLowerCase()', 'p.x.slice(0, p.i + s.length).toLowerCase()');

/** As in `scripts/trim-packages.mjs`. */
export const SDK_CHANGES = [
  // Node's modules that a run seldom needs, and then needs at once.
  { file: /\/node-http-handler\/dist-es\/node-https\.js$/, change: () => HTTPS_WHEN_NEEDED },
  { file: /\/checksum\/crc32\/Crc32Node\.js$/, change: crc32WhenNeeded },
  {
    // Reads names and texts letter by letter, 32 bytes of memory for each. A credential report has a million of them in one text.
    file: /\/xml-builder\/dist-es\/xml-parser\.js$/,
    change: readInSlices,
  },
  {
    // Signs for several regions at once, which takes a package that Rootlock has not.
    file: /\/SignatureV4MultiRegion\.js$/,
    change: () => ONE_REGION,
  },
  {
    // Signs messages of a stream of events.
    file: /@smithy\/signature-v4\/dist-es\/HeaderFormatter\.js$/,
    change: (code) =>
      code.replace(/export class HeaderFormatter \{[\s\S]*/, 'export class HeaderFormatter {}'),
  },
  {
    // A checksum that S3 may be asked for, and Rootlock asks for none.
    file: /\/crc64-nvme\/Crc64NvmeJs\.js$/,
    change: () => 'export class Crc64NvmeJs {}',
  },
  {
    // Bodies that are sent or checked piece by piece: no operation has one that Rootlock calls.
    file: /\/util-stream\/(checksum\/createChecksumStream|createBufferedReadable|getAwsChunkedEncodingStream)\.js$/,
    change: (code) =>
      code.replace(
        /^[\s\S]*export function (\w+)[\s\S]*/,
        'export const $1 = () => { throw Error("scripts/trim-sdk.mjs takes streams out of the SDK"); };',
      ),
  },
  {
    // Signs addresses, messages and texts. Rootlock has requests alone.
    file: /\/signature-v4\/dist-es\/SignatureV4\.js$/,
    change: (code) =>
      code
        .replace(/^ {4}async (presign|signEvent|signMessage|signString)\([\s\S]*?\n {4}\}\n/gm, '')
        .replace(
          /^ {4}async sign\([\s\S]*?\n {4}\}\n/m,
          '    sign(...of) { return this.signRequest(...of); }\n',
        ),
  },
  {
    // Hides secrets in what a logger is told.
    file: /\/smithy-client\/schemaLogFilter\.js$/,
    change: () => 'export const schemaLogFilter = () => undefined;',
  },
  {
    // Describes each call to a logger, which Rootlock has not.
    file: /\/middleware-logger\/loggerMiddleware\.js$/,
    change: (code) =>
      code.replace(/(getLoggerPlugin = )[\s\S]*/, '$1() => ({ applyToStack: () => undefined });'),
  },
  {
    // Hands on the trace of an AWS Lambda function.
    file: /\/middleware-recursion-detection\/getRecursionDetectionPlugin\.js$/,
    change: () =>
      'export const getRecursionDetectionPlugin = () => ({ applyToStack: () => undefined });',
  },
  // Streams and blobs of a browser, and its WebCrypto: Node would load its own for the question.
  {
    file: /\/isStreamingPayload\/isStreamingPayload\.js$/,
    change: (code) => code.replace(/ \|\|\s+\(typeof ReadableStream .*\)/, ''),
  },
  {
    file: /\/util-stream\/stream-collector\.js$/,
    change: (code) =>
      code
        .replace(/^import .* from "\.\/stream-.*\n/gm, '')
        .replace(/ {4}if \(is(.|\n)*?\n {4}\}\n/g, ''),
  },
  {
    file: /\/util-stream\/stream-type-check\.js$/,
    change: () => 'export const isBlob = () => false; export const isReadableStream = isBlob;',
  },
  {
    file: /\/serde\/index\.js$/,
    change: (code) =>
      code
        .replace(/^import \{ (getRandomValues|bindV4) \}.*\n/gm, '')
        .replace(
          /^const _getRandomValues.*\nexport const v4 .*/m,
          "import { randomUUID } from 'node:crypto';\nexport const v4 = () => randomUUID();",
        ),
  },
  {
    file: /@aws-sdk\/client-s3\/dist-es\/endpoint\/bdd\.js$/,
    change: (code) => trimmedRules(code, NEVER_OF_S3),
  },
  {
    file: /@aws-sdk\/client-s3-control\/dist-es\/endpoint\/bdd\.js$/,
    change: (code) => trimmedRules(code, NEVER_OF_S3_CONTROL),
  },
  {
    // For streams of events, which no operation has that Rootlock calls.
    file: /@smithy\/core\/dist-es\/submodules\/event-streams\/index\.js$/,
    change: () => NO_EVENT_STREAMS,
  },
  {
    // For a Node without cryptography, which could not speak TLS either. MD5 stays: Node has none in FIPS mode.
    file: /\/sha(1\/Sha1|256\/Sha256)Js\.js$/,
    change: (code) => code.replace(/export class (\w+) \{[\s\S]*/, 'export class $1 {}'),
  },
  {
    // For streams of a browser. Node's HTTP has others.
    file: /\/util-stream\/(sdk-stream-mixin|getAwsChunkedEncodingStream|checksum\/createChecksumStream)\.browser\.js$/,
    change: (code) =>
      code.replace(
        /(export const \w+ = )[\s\S]*/,
        '$1() => { throw Error("not a stream of Node"); };',
      ),
  },
  // Directory buckets, which have sessions of their own, and buckets whose region is guessed first: Rootlock asks for neither.
  {
    file: /@aws-sdk\/client-s3\/dist-es\/S3Client\.js$/,
    change: (code) =>
      code
        .replace(/^import .* from "\.\/commands\/CreateSessionCommand";\n/m, '')
        .replace(', CreateSessionCommand]', ']')
        .replace(
          /^.*use\(get(RegionRedirectMiddleware|S3Express|S3ExpressHttpSigning)Plugin\(.*\n/gm,
          '',
        ),
  },
  {
    file: /\/S3ExpressIdentityProviderImpl\.js$/,
    change: () => 'export class S3ExpressIdentityProviderImpl {}',
  },
  {
    // Changes of a client's settings by its user: Rootlock has none.
    file: /\/runtimeExtensions\.js$/,
    change: () => 'export const resolveRuntimeExtensions = (config) => config;',
  },
  {
    // The clients read nothing but their version.
    file: /@aws-sdk\/[\w-]+\/package\.json$/,
    loader: 'json',
    change: (code) => JSON.stringify({ version: JSON.parse(code).version }),
  },
  {
    // esbuild takes a computed key, `{ [_hE]: 403 }`, for a side effect, and so keeps the schemas of all operations.
    file: /\/schemas\/schemas_\d+\.js$/,
    change(code, path) {
      const constants = new Map(
        [...code.matchAll(/^const (_\w+) = (".*");$/gm)].map(([, name, text]) => [name, text]),
      );
      const all = code.replace(/\[(_\w+)\]:/g, (key, name) => `${constants.get(name) ?? key}:`);
      const trimmed = (text) =>
        withoutUnnamedMembers(text, (constant) => JSON.parse(constants.get(constant)));
      // What S3 tells of an object besides the object itself is sent back to nobody.
      const written = path.includes('client-ec2')
        ? trimmed(all)
        : all.replace(/^export var GetObjectOutput\$ = [\s\S]*?^\];/m, trimmed);
      // An error without a class of its own has the same code and message, and Rootlock goes by these.
      return path.includes('nested-clients')
        ? written
        : written.replaceAll(/^n0_registry\.registerError\(.*\n/gm, '');
    },
  },
];
