import { expectFindings } from '../helpers/expect.ts';

const only = [
  'two-parents',
  'redundant-parent',
  'containment-cycle',
  'self-link',
  'kind-cycle',
  'unresolved',
  'duplicate-key',
];
const expectParents = (model: string) => expectFindings(model, { only });

describe('two-parents', () => {
  it('a product stands in one and names another', () =>
    expectParents(`
      package HOSP "City Hospital" {
        package WARDS "Wards" in REGION
                                 ^^^^^^ two-parents: WARDS (Wards) stands in HOSP (City Hospital) and says that it is in REGION (Region). Take \`in REGION\` away, or move it out of the braces.
      }
      package REGION "Region"
    `));

  it('is no cycle besides: what it names does not count', () =>
    expectParents(`
      package HOSP "City Hospital" {
        package WARDS "Wards" in BEDS { package BEDS "Beds" }
                                 ^^^^ two-parents
      }
    `));

  it('a parent that nothing declares is that alone', () =>
    expectParents(`
      package HOSP "City Hospital" { package WARDS "Wards" in REGOIN }
                                                              ^^^^^^ unresolved
    `));
});

describe('redundant-parent', () => {
  it('a product stands where it says that it is', () =>
    expectParents(`
      package HOSP "City Hospital" { package WARDS "Wards" in HOSP }
                                                              ^^^^ redundant-parent: WARDS (Wards) stands in the braces of HOSP: take \`in HOSP\` away.
      package LABS "Laboratories" in HOSP
    `));
});

describe('containment-cycle', () => {
  it('each `in` of the cycle is reported, with the way around from there', () =>
    expectParents(`
      package A "First" in B
                           ^ containment-cycle: A (First) is part of itself: A in B in C in A. Take one \`in\` away.
      package B "Second" in C
                            ^ containment-cycle: B (Second) is part of itself: B in C in A in B. Take one \`in\` away.
      package C "Third" in A
                           ^ containment-cycle: C (Third) is part of itself: C in A in B in C. Take one \`in\` away.
      package D "Fourth" in C
    `));

  it('braces are no mistake, the `in` is', () =>
    expectParents(`
      package A "First" in B {
                           ^ containment-cycle: A (First) is part of itself: A in B in A. Take one \`in\` away.
        package B "Second"
      }
    `));

  it('to be in oneself is no cycle besides', () =>
    expectParents(`
      package A "First" in A
                           ^ self-link: A (First) says that it is part of itself: name another, or take it out.
    `));

  it('a way over what nothing declares is no cycle', () =>
    expectParents(`
      package A "First" in B
                           ^ unresolved
      package C "Third" in A
    `));
});

describe('kind-cycle', () => {
  it('each kind of the cycle is reported', () =>
    expectParents(`
      kind ward extends room
                        ^^^^ kind-cycle: ward extends itself in the end: ward extends room extends ward. Take one \`extends\` away.
      kind room extends ward
                        ^^^^ kind-cycle: room extends itself in the end: room extends ward extends room. Take one \`extends\` away.
      kind bed extends room
      kind odd extends odd
                       ^^^ self-link
    `));

  it('keeps quiet about a long line of kinds', () =>
    expectParents(`
      kind ward extends room
      kind room extends product
    `));
});
