// React's reconciler is one function of 12000 lines, which gets what it draws on as a parameter. Here it becomes a module that
// imports that from Ink, so that esbuild drops what Ink has no use for.
import { transformSync } from 'esbuild';

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

/** What React and its reconciler share. */
const INTERNALS = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';

const functions = (names) =>
  new RegExp(`^ {2}function (${names})\\(.*?\\) \\{\\n.*?^ {2}\\}`, 'gms');

/** For transitions of a browser's views, and for the stack of an error in which components stand, which nobody reads here. */
const EMPTY = functions(
  '\\w*ViewTransitions?(?!Name|Class)\\w*|describeNativeComponentFrame|getComponentNameFromType',
);

/** For components that nobody draws here: places for what still loads, or is hidden. */
const HIDDEN = [
  'update(Activity|Suspense|SuspenseList|DehydratedSuspense|Offscreen)Component',
  'recursivelyTraverse(DisappearLayout|ReappearLayout|ReconnectPassive|AtomicPassive)Effects',
  'hideOrUnhide\\w+',
  'attachSuspenseRetryListeners',
  're(tryDehydratedSuspenseBoundary|solveRetryWakeable|playSuspendedUnitOfWork|solveLazy)',
  '(trackUsed|use)Thenable',
];

/** For hooks that nobody calls here: of forms and their transitions, and of React's own compiler. */
const HOOKS = [
  '(mount|update|rerender|dispatch|run)ActionState\\w*',
  'startTransition|dispatchOptimisticSetState|updateOptimisticImpl|useMemoCache',
];

const ABSENT = functions([...HIDDEN, ...HOOKS].join('|'));

/** Fields that React alone reads, and in this file alone. They get names of a letter or two. */
const FIELDS =
  /^(memoizedState|memoizedProps|pendingProps|stateNode|sibling|alternate|updateQueue|subtreeFlags|containerInfo|(child|pending|suspended|pinged|base)Lanes|baseState|elementType|deletions|callbackNode|callbackPriority)$/;

/** @throws if the text has nothing to replace: then a newer version of the package is not as it was */
export function replaced(text, what, by) {
  const changed = text.replace(what, by);
  if (changed === text)
    throw new Error(`There is no ${what} in a package: see scripts/trim-react.mjs`);
  return changed;
}

/** `code` of react-reconciler.production.js, as a module. */
export function reconcilerModule(code) {
  const body = [
    [/^[\s\S]*?module\.exports = function \(\$\$\$config\) \{/, ''],
    [/ {2}return exports;\n\};\n[\s\S]*/, ''],
    ...UNSUPPORTED.map((name) => [
      new RegExp(`(?<!\\.)\\bsupports${name}\\b(?!\\s*=)`, 'g'),
      'false',
    ]),
    [/\bisHydrating\b(?! =)/g, 'false'],
    [/(?<!\.)\bsupportsMutation\b(?!\s*=)/g, 'true'],
    [EMPTY, "function $1() { return ''; }"],
    [ABSENT, 'function $1() { throw Error("Rootlock draws nothing that needs it"); }'],
    [/^ {2}exports\.(\w+) =/gm, '  var exported_$1 ='],
    ['var React = require("react"),', `var React = { ${INTERNALS}: internals },`],
  ].reduce((text, [what, by]) => replaced(text, what, by), code);
  const module = `
    import { hostConfig as $$$config } from '../../ink/build/reconciler.js';
    import { ${INTERNALS} as internals } from 'react';
    ${body}
    export default { ${CALLED.map((name) => `${name}: exported_${name}`)} };`;
  return transformSync(module, { mangleProps: FIELDS }).code;
}

const NO_DEV = ["process.env['DEV'] === 'true'", 'false'];

/** A file of Ink that calls the reconciler. */
export const reconcilerUser = (code) =>
  replaced(code, /'\.\.?\/reconciler\.js'/, "'react-reconciler'");

/** What Ink does after a change of the terminal's size: it draws the frame of the old size again. */
const OLD_FRAME =
  /(?<=resized = [\s\S]*?) {8}this\.calculateLayout\(\);\n.*\n {8}this\.onRender\(\);\n/;

/**
 * Ink's main file, without React's developer tools, another package, which DEV=true would load. After a change of size, it draws
 * nothing itself: without Ink's layout, lines of the old width would break in a narrower terminal. The frame of the new size follows.
 */
export const inkWithoutTools = (code) =>
  replaced(replaced(reconcilerUser(code), ...NO_DEV), OLD_FRAME, '');

/** What Ink draws on, for the reconciler to import. */
export const hostConfigModule = (code) =>
  [
    NO_DEV,
    NO_DEV,
    ["import createReconciler from 'react-reconciler';", ''],
    ['const hostConfig =', 'export const hostConfig ='],
    ['export default createReconciler(hostConfig);', ''],
  ].reduce((text, [what, by]) => replaced(text, what, by), code);

/** `code` of react.production.js, as a module, of which esbuild drops what neither Ink nor Rootlock calls. */
export function reactModule(code) {
  const names = [];
  const body = replaced(code, /^exports\.(\w+) =/gm, (_, name) => {
    names.push(`exported_${name} as ${name}`);
    return `const exported_${name} =`;
  });
  return `${body}
    export { ${names} };
    export default { createElement: exported_createElement };`;
}
