// Runs test/live, which Node 20 cannot without a build. See "On a real account" in CONTRIBUTING.md.
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const outfile = 'node_modules/.cache/rootlock/live.mjs';
await build({
  absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
  entryPoints: ['test/live/index.ts'],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
});
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = 'true';
process.env.AWS_EC2_METADATA_DISABLED ??= 'true';
// The endpoint is given to each client: what else is set must not get between.
process.env.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS = 'true';
await import(`../${outfile}`);
