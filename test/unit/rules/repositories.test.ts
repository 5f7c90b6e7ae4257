import assert from 'node:assert/strict';
import { expectFindings, projectOf, uriOf } from '../helpers/expect.ts';

describe('repository-shared', () => {
  const expectShared = (model: string) => expectFindings(model, { only: ['repository-shared'] });

  it('is reported at each of the products', () =>
    expectShared(`
      repository apps
      software CHART "Chart Viewer" { repository apps }
                                                 ^^^^ repository-shared: CHART (Chart Viewer) shares the repository apps with FILM (Film Viewer) and SCANS (Scan Viewer). Give each its own repository, or make one product of them.
      software FILM "Film Viewer" { repository apps }
                                               ^^^^ repository-shared: FILM (Film Viewer) shares the repository apps with CHART (Chart Viewer) and SCANS (Scan Viewer). Give each its own repository, or make one product of them.
      environment SCANS "Scan Viewer" { repository apps }
                                                   ^^^^ repository-shared: SCANS (Scan Viewer) shares the repository apps with CHART (Chart Viewer) and FILM (Film Viewer). Give each its own repository, or make one product of them.`));

  it('names five at most', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'];
    const model = names.map(key => `software ${key} "Product ${key}" { repository apps }`).join('\n');
    const project = projectOf(new Map([['a.ptree', `repository apps { requires none }\n${model}`]]));
    const found = project.findingsIn(uriOf('a.ptree')).filter(({ rule }) => rule === 'repository-shared');
    assert.equal(found.length, names.length);
    assert.match(found[8].message, /with A .*, B .*, C .*, D .*, E \(Product E\) and others\./);
    assert.equal(found[8].related.length, 5);
  });

  it('keeps quiet for obsolete products and for what is no software', () =>
    expectShared(`
      repository apps
      software CHART "Chart Viewer" { repository apps }
      software FILM "Film Viewer" {
        repository apps
        obsolete
      }
      service SCANS "Scan Service" { repository apps }`));
});

describe('requires-unknown', () => {
  const expectUnknown = (model: string) => expectFindings(model, { only: ['requires-unknown'] });

  it('is reported at the product, once for each repository', () =>
    expectUnknown(`
      software CHART "Chart Viewer" { repository viewer, printer }
                                                 ^^^^^^ requires-unknown: CHART (Chart Viewer) has the repository viewer, which does not say what it requires. List it there after \`requires\`, or say \`requires none\`.
                                                         ^^^^^^^ requires-unknown
      repository viewer
      repository printer { link https://example.org/printer }`));

  it('keeps quiet once the repository says what it requires, even if that is nothing', () =>
    expectUnknown(`
      software CHART "Chart Viewer" { repository viewer, printer }
      repository viewer { requires printer }
      repository printer { requires none }`));

  it('does not ask of services, of obsolete products, or where the repository is not declared', () =>
    expectUnknown(`
      service CHART "Chart Service" { repository viewer }
      software FILM "Film Viewer" {
        repository viewer
        obsolete
      }
      software SCANS "Scan Viewer" { repository scans }
      repository viewer`));
});
