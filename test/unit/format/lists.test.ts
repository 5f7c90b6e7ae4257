import { becomes } from './layout.ts';

describe('the formatter writes a list', () => {
  it('in one line where it fits', () =>
    becomes(
      `
      service A "A" {
        uses B ,C
          , D "stores images (DICOM)",
          E
        owner
          F
      }
      `,
      `
      service A "A" {
        owner F
        uses B, C, D "stores images (DICOM)", E
      }
      `,
    ));

  it('as a block of filled lines where it does not', () =>
    becomes(
      `
      repository ctrl_oods {
        requires base, sconsUtils, utils, pex_exceptions, obs_lsst, afw, daf_base, daf_persistence, log, pex_policy
      }
      `,
      `
      repository ctrl_oods {
        requires
          base, sconsUtils, utils, pex_exceptions, obs_lsst, afw, daf_base, daf_persistence, log,
          pex_policy,
      }
      `,
    ));

  it('of requirements with a new line for each prefix and hundred', () =>
    becomes(
      `
      service A "A" {
        satisfies CA-ICD-0007, CA-ICD-0008, DMS-REQ-0004, DMS-REQ-0099, DMS-REQ-0100, DMS-REQ-0101, DMS-REQ-0102, DMS-REQ-0103, DMS-REQ-0104, DMS-REQ-0105 "as far as it goes"
      }
      `,
      `
      service A "A" {
        satisfies
          CA-ICD-0007, CA-ICD-0008,
          DMS-REQ-0004, DMS-REQ-0099,
          DMS-REQ-0100, DMS-REQ-0101, DMS-REQ-0102, DMS-REQ-0103, DMS-REQ-0104,
          DMS-REQ-0105 "as far as it goes",
      }
      `,
    ));

  it('as a block still, where its author ended it with a comma', () =>
    becomes(
      `
      service A "A" {
        hosts B, C,
          D,
      }
      `,
      `
      service A "A" {
        hosts
          B, C, D,
      }
      `,
    ));

  it('in one line, where a comma at its end has only just been typed', () =>
    becomes(`
      service A "A" {
        hosts B, C,
      }
    `));

  it('with the comments in it', () =>
    becomes(
      `
      service A "A" {
        satisfies R-1, // the first
          // and more:
          /* really */ R-2, R-3 /* in part */,
          R-4 // the last
        // About the owner
        owner B
      }

      service C "C" {
        hosts
          D, // the first
            // E comes later
      }
      `,
      `
      service A "A" {
        // About the owner
        owner B
        satisfies
          R-1, // the first
          // and more:
          /* really */ R-2, R-3 /* in part */,
          R-4, // the last
      }

      service C "C" {
        hosts
          D, // the first
          // E comes later
      }
      `,
    ));

  it('of a field, and the choices of one', () =>
    becomes(
      `
      service A "A" {
        stewards Anna-Maria_Rossi-Bianchi_the_First, Bo_Chen_of_the_Northern_Branch, Carl_Dean_of_the_Southern_One
      }

      extend kind service {
        field tier one of exceptionally_well_supported, ordinarily_supported, supported_now_and_then, forgotten "What it gets"
      }
      `,
      `
      service A "A" {
        stewards
          Anna-Maria_Rossi-Bianchi_the_First, Bo_Chen_of_the_Northern_Branch,
          Carl_Dean_of_the_Southern_One,
      }

      extend kind service {
        field tier one of exceptionally_well_supported, ordinarily_supported, supported_now_and_then,
          forgotten "What it gets"
      }
      `,
    ));

  it('with a mistake in it as it was written', () =>
    becomes(`
      service A "A" {
        uses B C,
          D
        short no quotes,here
      }
    `));

  it('that goes on too far left, deeper', () =>
    becomes(
      `
      service A "A" {
        owner B
        uses C,
        D, E
      }
      `,
      `
      service A "A" {
        owner B
        uses C, D, E
      }
      `,
    ));

  it('of one long value in its line', () =>
    becomes(`
      service A "A" {
        link https://example.org/a/very/long/address/that/nobody/would/ever/type/by/hand/into/a/browser/window
        waive service.hosted-on "A long reason is one text, which stays on its line however long it may become over the years."
      }
    `));
});
