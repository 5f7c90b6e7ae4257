import { expectFindings } from '../helpers/expect.ts';

const expectDemands = (model: string, ...only: string[]) => expectFindings(model, { only });

describe('demands on links', () => {
  it('a facility hosts at least one enclave', () =>
    expectFindings(`
      facility FACFR "French Data Facility"
               ^^^^^ facility.hosts: FACFR (French Data Facility) hosts no enclave. A facility hosts enclaves.
               ^^^^^ product.owner: FACFR (French Data Facility) has no owner. Every product has an owner.
    `));

  it('either end of a link meets a demand', () =>
    expectDemands(
      `
      facility NORTH "North Campus" { hosts WARDS }
      facility SOUTH "South Campus"
      enclave WARDS "Wards"
      enclave LABS "Laboratories" { hosted on SOUTH }
      `,
      'facility.hosts',
    ));

  it('only values of the named kinds count, and of kinds that extend them', () =>
    expectDemands(
      `
      kind vault extends enclave
      facility NORTH "North Campus" {
        hosts RECORDS
        ^^^^^ facility.hosts: NORTH (North Campus) hosts no enclave. A facility hosts enclaves.
      }
      facility SOUTH "South Campus" { hosts SAFE }
      vault SAFE "Safe"
      service RECORDS "Patient Records"
      `,
      'facility.hosts',
    ));

  it('direct values only: what an enclave of the facility hosts is not hosted by the facility', () =>
    expectDemands(
      `
      enclave WARDS "Wards" { hosts LABS }
                              ^^^^^ enclave.hosts: WARDS (Wards) hosts no service. An enclave hosts services.
      enclave LABS "Laboratories" { hosts RECORDS }
      service RECORDS "Patient Records"
      `,
      'enclave.hosts',
    ));

  it('one of several kinds is enough', () =>
    expectDemands(
      `
      service RECORDS "Patient Records"
              ^^^^^^^ service.uses: RECORDS (Patient Records) uses no software or cots. A service is implemented by software products or COTS.
      service LAB "Laboratory" { uses SAMPLES }
      library SAMPLES "Samples"
      `,
      'service.uses',
    ));

  it('too many values are reported at the first that is too much', () =>
    expectDemands(
      `
      software CHART "Chart Viewer" {
        repository b/two, a/one, c/three
                          ^^^^^ software.repository: CHART (Chart Viewer) has three repositories, a/one (First), b/two and c/three: it must have exactly one. A software product has exactly one repository.
      }
      repository a/one "First"
      repository b/two
      repository c/three
      `,
      'software.repository',
    ));

  it('`none` is no value', () =>
    expectDemands(
      `
      software CHART "Chart Viewer" {
        repository none
        ^^^^^^^^^^ software.repository: CHART (Chart Viewer) has no repository. A software product has exactly one repository.
      }
      `,
      'software.repository',
    ));

  it('a demand may count what a product contains', () =>
    expectDemands(
      `
      kind ward extends product { complete contains [2..3] bed "Nobody is alone in a ward." }
      kind bed
      ward W1 "Ward 1"
           ^^ ward.contains: W1 (Ward 1) contains no bed: it must contain at least two. Nobody is alone in a ward.
      ward W2 "Ward 2" { bed B2 "Bed 2" }
           ^^ ward.contains: W2 (Ward 2) contains one bed, B2 (Bed 2): it must contain at least two. Nobody is alone in a ward.
      ward W3 "Ward 3" {
        bed B3 "Bed 3"
      }
      bed B4 "Bed 4" in W3
      `,
      'ward.contains',
    ));

  it('[0] forbids', () =>
    expectDemands(
      `
      kind ward { consistent used in [0] "Nothing depends on a ward." }
      ward W1 "Ward 1"
           ^^ ward.used-in: W1 (Ward 1) is used in one product, LAB (Laboratory): it must be used in none. Nothing depends on a ward.
      ward W2 "Ward 2"
      package LAB "Laboratory" { uses W1 }
      `,
      'ward.used-in',
    ));
});

describe('demands on values', () => {
  it('count attributes, descriptions and fields', () =>
    expectDemands(
      `
      kind ward {
        complete wbs [1..2]
        complete description [1] "Say what it is for."
        complete tier [1] "Every ward has a tier."
        complete info obsolete [0]
        field tier one of gold, silver
      }
      ward W1 "Ward 1"
           ^^ ward.description: W1 (Ward 1) has no description. Say what it is for.
           ^^ ward.tier: W1 (Ward 1) has no tier. Every ward has a tier.
           ^^ ward.wbs: W1 (Ward 1) has no WBS code.
      ward W2 "Ward 2" {
        """Where people get well."""
        wbs 1.1, 1.2, 1.3
                      ^^^ ward.wbs: W2 (Ward 2) has three WBS codes, 1.1, 1.2 and 1.3: it must have at most two.
        tier gold
      }
      `,
      'ward.wbs',
      'ward.description',
      'ward.tier',
      'ward.obsolete',
    ));
});

describe('demands and other mistakes', () => {
  it('a value that is half typed or that nothing declares keeps a demand quiet', () =>
    expectFindings(`
      software CHART "Chart Viewer" {
        owner
        ^^^^^ incomplete
        repository hospital/chart
                   ^^^^^^^^^^^^^^ unresolved
      }
    `));

  it('unless the demand names kinds', () =>
    expectDemands(
      `
      facility NORTH "North Campus" {
        hosts WARD, "Laboratories"
        ^^^^^ facility.hosts: NORTH (North Campus) hosts no enclave. A facility hosts enclaves.
              ^^^^ unresolved
                    ^^^^^^^^^^^^^^ unresolved
      }
      `,
      'facility.hosts',
      'unresolved',
    ));

  it('a demand that cannot be met is reported once, at the kind', () =>
    expectDemands(
      `
      kind ward {
        consistent hots [1..*]
                   ^^^^ field-value
        consistent hosts [1..*] bde
                                ^^^ unresolved
        consistent owner [1] bed
                             ^^^ field-value
      }
      kind bed
      ward W1 "Ward 1"
      `,
      'field-value',
      'unresolved',
      'ward.hosts',
      'ward.owner',
      'ward.hots',
    ));

  it('a product of an unknown kind answers for that alone', () =>
    expectFindings(`
      servise RECORDS "Patient Records"
      ^^^^^^^ unresolved: No kind servise is declared. Did you mean service?
    `));
});

describe('demands, kinds and obsolete products', () => {
  it("a kind's own demand replaces the inherited one; a waiver of the ancestor's rule covers it", () =>
    expectDemands(
      `
      kind ward extends product { complete info owner [1] "One person owns a ward." }
      ward W1 "Ward 1" { owner ANNA, BO }
                                     ^^ ward.owner: W1 (Ward 1) has two owners, ANNA and BO: it must have exactly one. One person owns a ward.
      ward W2 "Ward 2" {
           ^^ ward.owner: W2 (Ward 2) has no owner. One person owns a ward. [waived: it is being built]
        waive product.owner "it is being built"
      }
      person ANNA
      person BO
      `,
      'ward.owner',
      'product.owner',
    ));

  it('two demands on one property in one kind both hold', () =>
    expectDemands(
      `
      kind ward {
        consistent uses [1..*] software
        consistent uses [0] hardware
      }
      ward W1 "Ward 1" {
        uses LAMP
        ^^^^ ward.uses: W1 (Ward 1) uses no software.
             ^^^^ ward.uses: W1 (Ward 1) uses one hardware product, LAMP (Lamp): it must use none.
      }
      hardware LAMP "Lamp"
      `,
      'ward.uses',
    ));

  it('an extension adds demands and fields, to a kind of the library too', () =>
    expectDemands(
      `
      extend kind service {
        field tier one of gold, silver
        complete tier [1]
      }
      service LAB "Laboratory" { tier gold }
      service RECORDS "Patient Records"
              ^^^^^^^ service.tier: RECORDS (Patient Records) has no tier.
      `,
      'service.tier',
    ));

  it('obsolete products, and what they contain, answer for consistency alone', () =>
    expectFindings(`
      package OLD "Old Site" {
        obsolete
        facility NORTH "North Campus"
                 ^^^^^ facility.hosts
      }
    `));
});
