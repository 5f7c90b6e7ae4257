import assert from 'node:assert/strict';
import { starterFiles } from '../../../client/src/starter.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

describe('the project to start from', () => {
  const [settings, main] = starterFiles('garden');

  it('is named like its folder', () => {
    assert.deepEqual(JSON.parse(settings!.text), { name: 'garden', title: 'garden' });
  });

  it('has the one finding that its text tells of', () => {
    const project = projectOf(new Map([[main!.path, main!.text]]));
    const found = project.findingsIn(uriOf(main!.path)).map(({ rule, message }) => `${rule}: ${message}`);
    assert.deepEqual(found, ['product.owner: WEBAPP (Web Application) has no owner. Every product has an owner.']);
    assert.match(main!.text, /It has no owner yet/);
  });
});
