import assert from 'node:assert/strict';
import { becomes, formatted } from './layout.ts';

describe('the formatter lays out', () => {
  it('one statement a line, indented by nesting, with single spaces', () =>
    becomes(
      `
      package   PRSRV "Prompt Services"   in DMSRV
      {
      reviewed   2020-04   by KTLim
          service POPSRV "Publication" {owner TJenness,KTLim
      used   in DMSRV} person KTLim
      }
      `,
      `
      package PRSRV "Prompt Services" in DMSRV {
        reviewed 2020-04 by KTLim

        service POPSRV "Publication" {
          owner TJenness, KTLim
          used in DMSRV
        }

        person KTLim
      }
      `,
    ));

  it('empty lines: before the first product, between products, and elsewhere one where there were some', () =>
    becomes(
      `


      // The base

      package FAC "Facilities" {

        manager CSilva


        team NetBase
        facility BASE "Base" {
          owner A
        }
        facility SUMMIT "Summit" { owner A }
        facility MOUNT "Mount" { owner A }

        facility PEAK "Peak" { owner A }

      }
      person A
      person B



      person C


      `,
      `
      // The base

      package FAC "Facilities" {
        manager CSilva

        team NetBase

        facility BASE "Base" {
          owner A
        }

        facility SUMMIT "Summit" { owner A }
        facility MOUNT "Mount" { owner A }

        facility PEAK "Peak" { owner A }
      }
      person A
      person B

      person C
      `,
    ));

  it('a body in one line where it was in one line and fits', () =>
    becomes(
      `
      document LSE-61 "Data Management System Requirements" {link https://ls.st/LSE-61}
      person A { }
      person B {
        team T
      }
      document LSE-61-APPENDIX "Data Management System Requirements, Appendix" { link https://ls.st/LSE-61 }
      `,
      `
      document LSE-61 "Data Management System Requirements" { link https://ls.st/LSE-61 }
      person A {}
      person B {
        team T
      }
      document LSE-61-APPENDIX "Data Management System Requirements, Appendix" {
        link https://ls.st/LSE-61
      }
      `,
    ));

  it('demands and bounds', () =>
    becomes(
      `
      extend   kind service {
        complete   info hosted   on[ 1 .. * ]enclave|cots "A service runs somewhere."
        field tier[0..2] one   of gold,silver "What support it gets"
      }
      `,
      `
      extend kind service {
        complete info hosted on [1..*] enclave | cots "A service runs somewhere."
        field tier [0..2] one of gold, silver "What support it gets"
      }
      `,
    ));

  it('descriptions as deep as their quotes, and otherwise as they were written', () =>
    becomes(
      `
      package A "A" {
            """
            What the hospital runs:
              - wards

              - offices
            """
          service B "B" { """One line, then
          another.""" }
          service C "C" {
          """
      Too far left
        for its quotes.
          """
          }
      }
      `,
      `
      package A "A" {
        """
        What the hospital runs:
          - wards

          - offices
        """

        service B "B" {
          """One line, then
          another."""
        }

        service C "C" {
          """
          Too far left
            for its quotes.
          """
        }
      }
      `,
    ));

  it('a readme', () =>
    becomes(
      `
      repository a/b {
          readme """
            # Title
              code
          """
      }
      `,
      `
      repository a/b {
        readme """
          # Title
            code
        """
      }
      `,
    ));

  it('line ends as they are, and one at the end', () => {
    assert.equal(formatted('person A\r\n\r\n\r\n  person B "B" {\r\n}'), 'person A\r\n\r\nperson B "B" {\r\n}\r\n');
    assert.equal(formatted('person A'), 'person A\n');
    assert.equal(formatted('\uFEFFperson  A'), '\uFEFFperson A\n');
    assert.equal(formatted('// nothing yet'), '// nothing yet\n');
    assert.equal(formatted('\n \n'), '');
  });
});
