import assert from 'node:assert/strict';
import fc from 'fast-check';
import { expectFindings, projectOf, uriOf } from '../helpers/expect.ts';

const expectBound = (model: string) => expectFindings(model, { only: ['not-releasable'] });
const MEND = 'Release them together, or give what is shared releases of its own.';

/** Two products, each with the repository of its name in lower case. */
const PRODUCTS = `
      // file: products.ptree
      software CHART "Chart Viewer" { repository chart }
      software FILM "Film Viewer" { repository film }`;

describe('not-releasable', () => {
  it('is reported at each product whose repository shares a dependency, at any depth', () =>
    expectBound(`
      software CHART "Chart Viewer" { repository chart }
                                                 ^^^^^ not-releasable: CHART (Chart Viewer) cannot be released by itself: pixels also serves FILM (Film Viewer). ${MEND}
      software FILM "Film Viewer" { repository film }
                                               ^^^^ not-releasable: FILM (Film Viewer) cannot be released by itself: pixels also serves CHART (Chart Viewer). ${MEND}
      repository chart { requires drawing }
      repository drawing { requires pixels }
      repository film { requires pixels }
      repository pixels { requires none }`));

  it('names five of what is shared, nearest first, and with whom', () =>
    expectBound(`
      software CHART "Chart Viewer" { repository chart }
                                                 ^^^^^ not-releasable: CHART (Chart Viewer) cannot be released by itself: b, c and d also serve FILM (Film Viewer); e and a also serve FILM (Film Viewer), PRINT (Printer) and others; more dependencies are shared. ${MEND}
      software FILM "Film Viewer" { repository film }
                                               ^^^^ not-releasable
      software SCANS "Scan Viewer" { repository scans }
                                                ^^^^^ not-releasable
      software PRINT "Printer" { repository print }
                                            ^^^^^ not-releasable
      repository chart { requires b, c, d, e }
      repository film { requires b, c, d, e }
      repository scans { requires e }
      repository print { requires e, own }
      repository e { requires a, f }
      repository a
      repository b
      repository c
      repository d
      repository f
      repository own`));

  it('keeps quiet where each product has its dependencies for itself, and where one product needs another', () =>
    expectBound(`
      repository chart { requires film, drawing }
      repository film { requires none }
      repository drawing { requires none }
      ${PRODUCTS}`));

  it('is not confused by repositories that require each other in a circle', () =>
    expectBound(`
      repository chart { requires film }
      repository film { requires chart }
      ${PRODUCTS}`));

  it('finds what is shared behind a circle', () =>
    expectBound(`
      software CHART "Chart Viewer" { repository chart }
                                                 ^^^^^ not-releasable: CHART (Chart Viewer) cannot be released by itself: pixels also serves FILM (Film Viewer). ${MEND}
      software FILM "Film Viewer" { repository film }
                                               ^^^^ not-releasable: FILM (Film Viewer) cannot be released by itself: pixels also serves CHART (Chart Viewer). ${MEND}
      repository chart { requires film }
      repository film { requires chart, pixels }
      repository pixels { requires pixels }`));

  it('does not count obsolete products: nobody releases them', () =>
    expectBound(`
      software CHART "Chart Viewer" { repository chart }
      software FILM "Film Viewer" {
        repository film
        obsolete
      }
      repository chart { requires pixels }
      repository film { requires pixels }
      repository pixels`));

  it('finds what a plain search through all repositories finds', () => {
    const keys = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const requires = fc.array(fc.subarray(keys, { maxLength: 2 }), { minLength: keys.length, maxLength: keys.length });
    const holders = fc.array(fc.subarray(keys, { maxLength: 2 }), { maxLength: 4 });
    fc.assert(
      fc.property(requires, holders, (lists, products) => {
        const model = [
          ...keys.map((key, n) => `repository ${key} { requires ${lists[n].join(', ') || 'none'} }`),
          ...products.map((own, n) => `software S${n} "Product ${n}" { repository ${own.join(', ') || 'none'} }`),
        ].join('\n');
        const found = projectOf(new Map([['main.ptree', model]]))
          .findingsIn(uriOf('main.ptree'))
          .filter(({ rule }) => rule === 'not-releasable')
          .map(({ subject }) => subject!.key);

        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          lists[keys.indexOf(from)].some(next => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
        const isShared = (dependency: string, own: string[]): boolean =>
          !own.includes(dependency) &&
          own.some(repository => reaches(repository, dependency)) &&
          products.flat().some(other => !own.includes(other) && other !== dependency && reaches(other, dependency));
        const expected = products.flatMap((own, n) => (keys.some(key => isShared(key, own)) ? [`S${n}`] : []));
        assert.deepEqual(found, expected, model);
      }),
      { numRuns: 300 },
    );
  });
});
