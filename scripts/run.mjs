// `node scripts/run.mjs FILE` runs a program in TypeScript. Node 20 cannot run one without a build.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const [, , file = ''] = process.argv;
const outfile = `node_modules/.cache/rootlock/${file.replaceAll('/', '-')}.mjs`;
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: [file],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  logLevel: 'error',
});
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
// Each client gets its endpoint from the program: endpoints in the environment must not override it.
process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
await import(`../${outfile}`);
