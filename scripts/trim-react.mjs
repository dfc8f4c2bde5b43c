// React's reconciler is one function of 12000 lines, which gets what it draws on as a parameter. Here it becomes a module that
// imports that from Ink, so that esbuild drops what Ink has no use for.
import { transformSync } from 'esbuild';

const [HEAD, TAIL] = ['module.exports = function ($$$config) {', '  return exports;\n};'];

/** What Ink says that it does not support, or does not speak of. */
const UNSUPPORTED = ['Hydration', 'Persistence', 'Resources', 'Singletons', 'TestSelectors'];

/** What Ink calls. */
const CALLED = [
  'createContainer',
  'updateContainer',
  'updateContainerSync',
  'flushSyncWork',
  'discreteUpdates',
];

/** Fields that React alone reads, and in this file alone. They get names of a letter or two. */
const FIELDS =
  /^(memoizedState|memoizedProps|pendingProps|stateNode|sibling|alternate|updateQueue|subtreeFlags|containerInfo|(child|pending|suspended|pinged|base)Lanes|baseState|elementType|deletions|callbackNode|callbackPriority)$/;

/** `code` of react-reconciler.production.js, as a module. It is returned as it was if it does not look like that any more. */
export function reconcilerModule(code) {
  const [start, end] = [code.indexOf(HEAD), code.indexOf(TAIL)];
  const isKnown = CALLED.every((name) => code.includes(`exports.${name} = `));
  if (start < 0 || end < 0 || !isKnown) return code;
  const supports = new RegExp(`(?<![.\\w])supports(${UNSUPPORTED.join('|')})\\b(?!\\s*=)`, 'g');
  const body = code
    .slice(start + HEAD.length, end)
    .replace(supports, 'false')
    .replace(/^ {2}exports\.(\w+) =/gm, '  var exported_$1 =');
  const module = `
    import { hostConfig as $$$config } from '../../ink/build/reconciler.js';
    ${body}
    export default { ${CALLED.map((name) => `${name}: exported_${name}`)} };`;
  return transformSync(module, { mangleProps: FIELDS }).code;
}
