// `node scripts/run.mjs FILE`: runs a program in TypeScript, which Node 20 cannot without a build.
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
// An endpoint is given to each client: what else is set must not get between.
process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
await import(`../${outfile}`);
