import { expectFindings } from '../helpers/expect.ts';

const expectUnresolved = (model: string) => expectFindings(model, { only: ['unresolved'] });

describe('unresolved', () => {
  it('asks for every sort of key', () =>
    expectUnresolved(`
      service RECORDS "Patient Records" in HOSP {
                                           ^^^^ unresolved: No product HOSP is declared. Mend the key, or declare it.
        manager MAY
                ^^^ unresolved: No person or team MAY is declared. Mend the key, or declare it.
        team CARE
             ^^^^ unresolved: No team CARE is declared. Mend the key, or declare it.
        uses CHART
             ^^^^^ unresolved: No product CHART is declared. Mend the key, or declare it.
        document LSE-61
                 ^^^^^^ unresolved: No document LSE-61 is declared. Mend the key, or declare it.
        repository hospital/records
                   ^^^^^^^^^^^^^^^^ unresolved: No repository hospital/records is declared. Mend the key, or declare it.
        obsolete "too slow" replaced by FILES
                                        ^^^^^ unresolved: No product FILES is declared. Mend the key, or declare it.
        reviewed 2026-01 by ZOE
                            ^^^ unresolved: No person ZOE is declared. Mend the key, or declare it.
        satisfies REQ-1
                  ^^^^^ unresolved: No requirement REQ-1 is declared. Mend the key, or declare it.
      }
      team NURSES { lead LEA }
                         ^^^ unresolved: No person LEA is declared. Mend the key, or declare it.
      requirement REQ-2 in LSE-61 { satisfied by SCANS }
                           ^^^^^^ unresolved: No document LSE-61 is declared. Mend the key, or declare it.
                                                 ^^^^^ unresolved: No product SCANS is declared. Mend the key, or declare it.
      repository hospital/lab { requires hospital/base }
                                         ^^^^^^^^^^^^^ unresolved: No repository hospital/base is declared. Mend the key, or declare it.
    `));

  it('keeps quiet about what is declared, in any file, before or after', () =>
    expectUnresolved(`
      // file: a.ptree
      service RECORDS "Patient Records" { uses CHART }
      // file: b.ptree
      software CHART "Chart Viewer" { used in RECORDS }
    `));

  it('asks for keys in descriptions, in the namespace that they name', () =>
    expectUnresolved(`
      package HOSP "City Hospital" {
        """Runs [[WARD]], speaks [[term:HL7]], see [[MRI]] and [[product:MRI]]."""
                  ^^^^ unresolved: No product, document, requirement or term WARD is declared. Mend the key, or declare it.
                                                                         ^^^ unresolved: No product MRI is declared. Mend the key, or declare it.
      }
      term HL7 "Health Level 7"
      term MRI "Magnetic resonance imaging"
    `));

  it('asks for kinds wherever they are named', () =>
    expectUnresolved(`
      kind ward extends servise {
                        ^^^^^^^ unresolved: No kind servise is declared. Did you mean service?
        consistent hosts [1..*] bed | sofware
                                ^^^ unresolved: No kind bed is declared. Mend the key, or declare it.
                                      ^^^^^^^ unresolved: No kind sofware is declared. Did you mean software?
        field since dat
                    ^^^ unresolved: No field type or kind dat is declared. Did you mean date?
      }
      extend kind enclav { field tier text }
                  ^^^^^^ unresolved: No kind enclav is declared. Did you mean enclave?
      wrd W1 "Ward 1"
      ^^^ unresolved: No kind wrd is declared. Did you mean ward?
    `));

  it('asks for words that begin a statement', () =>
    expectUnresolved(`
      kind ward { field beds number }
      ward W1 "Ward 1" {
        bedz 12
        ^^^^ unresolved: A product of kind ward has no attribute or field \`bedz\`. Did you mean beds?
        onwer ANNA
        ^^^^^ unresolved: A product of kind ward has no attribute or field \`onwer\`. Did you mean owner?
        colour green
        ^^^^^^ unresolved: A product of kind ward has no attribute or field \`colour\`. Declare the field in the kind, or take it out.
      }
    `));

  it('a name in quotes waits for its declaration', () =>
    expectUnresolved(`
      facility NORTH "North Campus" { hosts "Intensive care" }
                                            ^^^^^^^^^^^^^^^^ unresolved: "Intensive care" is written as a name in quotes because nobody has declared it: declare the product and refer to its key.
    `));

  it('offers keys that are a slip away: a wrong, missing, additional or swapped sign, another case, a sign that looks alike', () =>
    expectUnresolved(`
      person ARossi "Anna Rossi"
      package P "P" {
        owner ARosi, ARrossi, ARoosi, AROSSI, ARossl, ARsosi
              ^^^^^ unresolved: No person or team ARosi is declared. Did you mean ARossi (Anna Rossi)?
                     ^^^^^^^ unresolved: No person or team ARrossi is declared. Did you mean ARossi (Anna Rossi)?
                              ^^^^^^ unresolved: No person or team ARoosi is declared. Did you mean ARossi (Anna Rossi)?
                                      ^^^^^^ unresolved: No person or team AROSSI is declared. Did you mean ARossi (Anna Rossi)?
                                              ^^^^^^ unresolved: No person or team ARossl is declared. Did you mean ARossi (Anna Rossi)?
                                                      ^^^^^^ unresolved: No person or team ARsosi is declared. Did you mean ARossi (Anna Rossi)?
      }
    `));

  it('offers no other number: another requirement is no slip of the pen', () =>
    expectUnresolved(`
      requirement REQ-0176
      requirement REQ-0178
      package P "P" { satisfies REQ-0177 }
                                ^^^^^^^^ unresolved: No requirement REQ-0177 is declared. Mend the key, or declare it.
    `));

  it('looks at declarations that do not count, and at those without a key', () =>
    expectUnresolved(`
      package P "P"
      package P "P again" { owner ZOE }
                                  ^^^ unresolved
      package { owner LEA }
                      ^^^ unresolved
    `));
});
