import { expectFindings } from '../helpers/expect.ts';

const expectUnsatisfied = (model: string) => expectFindings(model, { only: ['requirement-unsatisfied'] });

describe('requirement-unsatisfied', () => {
  it('asks for a product', () =>
    expectUnsatisfied(`
      requirement REQ-1 "A chart opens fast"
                  ^^^^^ requirement-unsatisfied: No product satisfies REQ-1 (A chart opens fast). Say at a product that it satisfies REQ-1, or say here what it is satisfied by.`));

  it('does not count obsolete products', () =>
    expectUnsatisfied(`
      requirement REQ-1 "A chart opens fast" { satisfied by FILM }
                  ^^^^^ requirement-unsatisfied: REQ-1 (A chart opens fast) is satisfied by FILM (Film Viewer) alone, and that is obsolete. Say at a product that it satisfies REQ-1, or say here what it is satisfied by.
      product FILM "Film Viewer" { obsolete }`));

  it('keeps quiet where either end says so', () =>
    expectUnsatisfied(`
      requirement REQ-1 "A chart opens fast"
      requirement REQ-2 "A chart can be printed" { satisfied by CHART }
      product CHART "Chart Viewer" { satisfies REQ-1 }`));

  it('leaves a product that is half typed or not declared to other rules', () =>
    expectUnsatisfied(`
      requirement REQ-1 "A chart opens fast" { satisfied by CHRT }
      requirement REQ-2 "A chart can be printed" { satisfied by }`));
});
