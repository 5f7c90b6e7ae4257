import { commandTests } from './command-tests.ts';
import { projectTests } from './project-tests.ts';
import { quickFixTests } from './quick-fix-tests.ts';
import { readingTests } from './reading-tests.ts';

describe('a project in the editor', () => {
  projectTests();
  readingTests();
  quickFixTests();
  commandTests();
});
