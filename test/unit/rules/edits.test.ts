import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Project } from '../../../server/src/engine/project.ts';
import { readDocument } from '../../../server/src/language/index.ts';
import { projectOf, uriOf } from '../helpers/expect.ts';

/** A file's new text, put in place. Returns how many entries were judged again. */
function edit(project: Project, file: string, text: string): number {
  const before = project.judged;
  project.replace(uriOf(file), readDocument(uriOf(file), text));
  project.settle();
  return project.judged - before;
}

/** The rules that fire in a file, waived ones in brackets. */
function fired(project: Project, file: string): string[] {
  return project.findingsIn(uriOf(file)).map(({ rule, waived }) => (waived ? `(${rule})` : rule));
}

describe('an edit in one file', () => {
  const PRODUCTS = `
    software CHART "Chart Viewer" { owner ANNA  repository chart }
    software FILM "Film Viewer" { owner ANNA  repository film }
    person ANNA`.replaceAll('  repository', '\n    repository');

  it('of what a repository requires is seen at the products of all who share it', () => {
    const shared =
      'repository chart { requires pixels }\nrepository film { requires none }\nrepository pixels { requires none }';
    const project = projectOf(
      new Map([
        ['a.ptree', PRODUCTS],
        ['b.ptree', shared],
      ]),
    );
    assert.deepEqual(fired(project, 'a.ptree'), []);

    edit(project, 'b.ptree', shared.replace('film { requires none }', 'film { requires pixels }'));
    assert.deepEqual(fired(project, 'a.ptree'), ['not-releasable', 'not-releasable']);

    edit(project, 'b.ptree', shared.replace('film { requires none }', 'film'));
    assert.deepEqual(fired(project, 'a.ptree'), ['requires-unknown']);
  });

  it('of a repository’s description concerns nobody else', () => {
    const repositories = 'repository chart { requires none }\nrepository film { requires none }';
    const project = projectOf(
      new Map([
        ['a.ptree', PRODUCTS],
        ['b.ptree', repositories],
      ]),
    );
    assert.equal(edit(project, 'b.ptree', repositories.replace('requires', '"""Draws."""\n requires')), 1);
  });

  it('of a waiver reaches what is wrong with another file’s text', () => {
    const nested = 'product BED "Bed" in SITE {\n  owner ANNA\n  wbs 1.1\n  wbs 1.2\n}\nperson ANNA';
    const site = 'package SITE "Site" { manager ANNA }';
    const project = projectOf(
      new Map([
        ['a.ptree', nested],
        ['b.ptree', site],
      ]),
    );
    assert.deepEqual(fired(project, 'a.ptree'), ['repeated-attribute']);

    edit(project, 'b.ptree', site.replace('}', '\n  waive repeated-attribute "two budgets"\n}'));
    assert.deepEqual(fired(project, 'a.ptree'), ['(repeated-attribute)']);
    assert.deepEqual(fired(project, 'b.ptree'), []);

    edit(project, 'a.ptree', nested.replace('  wbs 1.2\n', ''));
    assert.deepEqual(fired(project, 'b.ptree'), ['waiver-unused']);
  });
});

describe('after any edits', () => {
  const repositories = ['r0', 'r1', 'r2', 'r3', 'r4', 'r5'];
  const subset = (keys: string[]) => fc.subarray(keys, { maxLength: 3 });
  const repository = fc.record({ key: fc.constantFrom(...repositories), requires: fc.option(subset(repositories)) });
  const product = fc.record({
    key: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
    kind: fc.constantFrom('software', 'environment', 'service', 'package'),
    repositories: subset(repositories),
    parent: fc.constantFrom('', 'in A', 'in B', 'in X'),
    manager: fc.constantFrom('', 'manager ANNA', 'manager BO'),
    more: fc.constantFrom('', '', 'obsolete', 'waive not-releasable "known"', 'satisfies REQ', 'uses C', 'hosts D'),
  });
  const file = fc
    .array(fc.oneof(repository, product), { maxLength: 6 })
    .map(entries =>
      entries
        .map(entry =>
          'kind' in entry
            ? [
                `${entry.kind} ${entry.key} "Product" ${entry.parent} {`,
                ...(entry.repositories.length > 0 ? [`repository ${entry.repositories.join(', ')}`] : []),
                entry.manager,
                entry.more,
                '}',
              ].join('\n')
            : `repository ${entry.key} { ${entry.requires ? `requires ${entry.requires.join(', ') || 'none'}` : ''} }`,
        )
        .join('\n'),
    );
  const edits = fc.array(fc.record({ file: fc.constantFrom('a', 'b', 'c'), text: file }), { maxLength: 8 });

  it('of products and repositories the findings are those of a project read afresh', () => {
    const registry = 'person ANNA\nperson BO\nrequirement REQ';
    fc.assert(
      fc.property(edits, list => {
        const files = new Map([['registry', registry]]);
        const project = projectOf(files);
        for (const { file, text } of list) {
          edit(project, file, text);
          files.set(file, text);
        }
        const fresh = projectOf(files);
        for (const file of files.keys()) {
          assert.deepEqual(project.findingsIn(uriOf(file)), fresh.findingsIn(uriOf(file)));
        }
      }),
      { numRuns: 300 },
    );
  });
});
