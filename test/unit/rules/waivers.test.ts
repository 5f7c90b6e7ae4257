import assert from 'node:assert/strict';
import { expectFindings, projectOf, uriOf } from '../helpers/expect.ts';

const HOLDS_NONE = 'NORTH (North Campus) has no owner. Every product has an owner.';

describe('a waiver', () => {
  it('silences a rule for its product and for everything below', () =>
    expectFindings(
      `
      package LENT "Borrowed Devices" {
        waive product.owner "the lender owns them"
        hardware SPECTRO "Spectrograph" {
                 ^^^^^^^ product.owner: SPECTRO (Spectrograph) has no owner. Every product has an owner. [waived: the lender owns them]
          hardware LENS "Lens"
                   ^^^^ product.owner: LENS (Lens) has no owner. Every product has an owner. [waived: the lender owns them]
        }
      }
      hardware LAMP "Lamp" in LENT
               ^^^^ product.owner: LAMP (Lamp) has no owner. Every product has an owner. [waived: the lender owns them]
      hardware DESK "Desk"
               ^^^^ product.owner: DESK (Desk) has no owner. Every product has an owner.`,
      { only: ['product.owner', 'waiver-unused'] },
    ));

  it('counts where it is nearest', () =>
    expectFindings(
      `
      package SITE "Site" {
        waive product.owner "far"
        ^^^^^^^^^^^^^^^^^^^^^^^^^ waiver-unused: The waiver of product.owner at SITE (Site) silences nothing: no finding of this rule is left to it. Take it out.
        package WARDS "Wards" {
          waive product.owner "near"
          product BEDS "Beds"
                  ^^^^ product.owner: BEDS (Beds) has no owner. Every product has an owner. [waived: near]
        }
      }`,
      { only: ['product.owner', 'waiver-unused'] },
    ));

  it('counts through its last day, which is the last of the month or year that it names', () => {
    const model = (until: string) => `
      product NORTH "North Campus" {
              ^^^^^ product.owner: ${HOLDS_NONE} [waived: to be named]
        waive product.owner "to be named" until ${until}
      }`;
    expectFindings(model('2026-06-30'), { today: '2026-06-30' });
    expectFindings(model('2026-06'), { today: '2026-06-30' });
    expectFindings(model('2026'), { today: '2026-12-31' });
  });

  it('silences nothing once it has expired, and the next valid one counts', () =>
    expectFindings(
      `
      package SITE "Site" {
        waive product.owner "far" until 2027
        product NORTH "North Campus" {
                ^^^^^ product.owner: ${HOLDS_NONE} [waived: far]
          waive product.owner "near" until 2026-06
                                           ^^^^^^^ waiver-expired: The waiver of product.owner at NORTH (North Campus) ended with 2026-06 and silences nothing. Mend what it excused and take it out, or give a later date.
        }
      }
      product SOUTH "South Campus" {
              ^^^^^ product.owner: SOUTH (South Campus) has no owner. Every product has an owner.
        waive product.owner "to be named" until 2025
                                                ^^^^ waiver-expired
      }`,
      { only: ['product.owner', 'waiver-unused', 'waiver-expired'], today: '2026-07-01' },
    ));

  it('needs a reason', () =>
    expectFindings(`
      product NORTH "North Campus" {
              ^^^^^ product.owner: ${HOLDS_NONE}
        waive product.owner
              ^^^^^^^^^^^^^ incomplete
      }`));

  it('of an ancestor’s demand covers the demand that takes its place', () =>
    expectFindings(`
      kind room extends product { complete owner [2..*] "Rooms have two owners." }
      room R1 "Room 1" {
           ^^ room.owner: R1 (Room 1) has no owner: it must have at least two. Rooms have two owners. [waived: a cupboard]
        waive product.owner "a cupboard"
      }`));

  it('silences a finding about several products at its own place alone', () =>
    expectFindings(`
      repository apps { requires none }
      person ANNA "Anna Rossi"
      software CHART "Chart Viewer" {
        owner ANNA
        repository apps
                   ^^^^ repository-shared: CHART (Chart Viewer) shares the repository apps with FILM (Film Viewer). Give each its own repository, or make one product of them. [waived: to be split]
        waive repository-shared "to be split"
      }
      software FILM "Film Viewer" {
        owner ANNA
        repository apps
                   ^^^^ repository-shared: FILM (Film Viewer) shares the repository apps with CHART (Chart Viewer). Give each its own repository, or make one product of them.
      }`));

  it('holds for registry entries too, and for what the parser finds', () =>
    expectFindings(`
      person ANNA "Anna Rossi" { waive unused-declaration "joins in August" }
             ^^^^ unused-declaration: Nothing refers to the person ANNA (Anna Rossi). Refer to it, or take it out. [waived: joins in August]
      person BO "Bo Chen" {
        waive repeated-attribute "two sites"
        link https://example.org/a
        link https://example.org/b
        ^^^^ repeated-attribute: BO (Bo Chen) states \`link\` twice: put all its values into one statement. [waived: two sites]
      }
      team OPS { lead BO }
           ^^^ unused-declaration: Nothing refers to the team OPS. Refer to it, or take it out.`));

  it('is told of with its reason, its date and where it stands', () => {
    const model =
      'package SITE "Site" {\n  waive product.owner "later" until 2027\n  manager ANNA\n  product BEDS "Beds"\n}\nperson ANNA';
    const [finding] = projectOf(new Map([['a.ptree', model]])).findingsIn(uriOf('a.ptree'));
    assert.deepEqual(finding.waived, { reason: 'later', until: '2027', holder: 'SITE' });
  });
});

describe('unknown-rule', () => {
  it('is reported where a waiver names it, with what may be meant', () =>
    expectFindings(
      `
      product NORTH "North Campus" {
        waive public-lnk "typed in a hurry"
              ^^^^^^^^^^ unknown-rule: No rule is called public-lnk. Did you mean public-link?
        waive servce.uses "typed in a hurry"
              ^^^^^^^^^^^ unknown-rule: No rule is called servce.uses. Did you mean service.uses?
        waive facility.owner "the kind that states it is another"
              ^^^^^^^^^^^^^^ unknown-rule: No rule is called facility.owner. Did you mean product.owner?
        waive product.colour "no kind asks for that"
              ^^^^^^^^^^^^^^ unknown-rule: No rule is called product.colour. Correct the id, or take the waiver out.
      }`,
      { only: ['unknown-rule', 'waiver-unused'] },
    ));

  it('keeps quiet for rules of the language and for demands of declared kinds', () =>
    expectFindings(
      `
      kind room extends product { complete wbs [1] }
      room R1 "Room 1" {
        waive public-link "an internal house"
        waive room.wbs "not planned yet"
        waive product.owner "not planned yet"
      }`,
      { only: ['unknown-rule'] },
    ));
});

describe('waiver-unused', () => {
  it('is reported where a rule cannot be waived', () =>
    expectFindings(
      `
      product NORTH "North Campus" {
        owner ANNA
        waive unresolved "we will declare her"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ waiver-unused: The waiver of unresolved at NORTH (North Campus) silences nothing: this rule cannot be waived. Take it out.
      }`,
      { only: ['waiver-unused'] },
    ));

  it('can be neither waived nor switched off', () =>
    expectFindings(
      `
      product NORTH "North Campus" {
        waive public-link "there is none"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ waiver-unused
        waive waiver-unused "leave us alone"
        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ waiver-unused
      }`,
      { only: ['waiver-unused'], settings: { severities: { 'waiver-unused': 'off' } } },
    ));
});
