import { commandTests } from './command-tests.ts';
import { projectTests } from './project-tests.ts';

describe('a project in the editor', () => {
  projectTests();
  commandTests();
});
