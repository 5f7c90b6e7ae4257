/** The suites in a real VS Code: those inside its extension host, and the ones that look at its window. */
import { runInExtensionHost } from './extension-host.mjs';
import { counted } from './suites.mjs';

/** @type {import('./suites.mjs').Suite[]} */
export const editorSuites = [
  {
    name: 'trivial',
    run: () => counted(env => runInExtensionHost({ suite: 'trivial', folder: 'test' }, env)),
  },
];
