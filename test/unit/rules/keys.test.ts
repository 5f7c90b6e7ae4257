import { expectFindings } from '../helpers/expect.ts';

const expectRule = (rule: string, model: string) => expectFindings(model, { only: [rule] });

describe('duplicate-key', () => {
  it('is reported at each declaration', () =>
    expectRule(
      'duplicate-key',
      `
      // file: a.ptree
      package HOSP "City Hospital"
              ^^^^ duplicate-key: The product HOSP is declared three times, as "City Hospital" and "Other Hospital". Give each its own key, or keep one.
      // file: b.ptree
      facility HOSP "Other Hospital"
               ^^^^ duplicate-key: The product HOSP is declared three times, as "City Hospital" and "Other Hospital". Give each its own key, or keep one.
      package HOSP "City Hospital"
              ^^^^ duplicate-key: The product HOSP is declared three times, as "City Hospital" and "Other Hospital". Give each its own key, or keep one.
      `,
    ));

  it('people and teams share their keys, others do not', () =>
    expectRule(
      'duplicate-key',
      `
      person MRI "M. R. Ito"
             ^^^ duplicate-key: The person or team MRI is declared twice ("M. R. Ito"). Give each its own key, or keep one.
      team MRI
           ^^^ duplicate-key: The person or team MRI is declared twice ("M. R. Ito"). Give each its own key, or keep one.
      term MRI "Magnetic resonance imaging"
      document MRI "How to scan"
      hardware MRI "Scanner"
      `,
    ));

  it('kinds that clash, also with the library, are that one finding', () =>
    expectFindings(
      `
      kind service { consistent hots [1] }
           ^^^^^^^ duplicate-key: The kind service is declared twice. Keep one, and write \`extend kind\` for what adds to it.
                                ^^^^ field-value
      extend kind enclave { field tier text }
      `,
      { only: ['duplicate-key', 'field-value'] },
    ));
});

describe('confusable-key', () => {
  it('keys that look alike', () =>
    expectRule(
      'confusable-key',
      `
      package REC1 "Patient Records"
              ^^^^ confusable-key: The key of REC1 (Patient Records) looks like that of RECl (Laboratory Records): give one of them another.
      package RECl "Laboratory Records"
              ^^^^ confusable-key: The key of RECl (Laboratory Records) looks like that of REC1 (Patient Records): give one of them another.
      person ARossi
             ^^^^^^ confusable-key: The key of ARossi looks like that of Arossi: give one of them another.
      team Arossi
           ^^^^^^ confusable-key: The key of Arossi looks like that of ARossi: give one of them another.
      `,
    ));

  it('keeps quiet across namespaces and where keys differ plainly', () =>
    expectRule(
      'confusable-key',
      `
      package REC1 "Patient Records"
      package REC2 "Laboratory Records"
      term Rec1 "A record"
      `,
    ));
});

describe('duplicate-name', () => {
  it('names and short names, ignoring case and blanks', () =>
    expectRule(
      'duplicate-name',
      `
      package ITSEC "IT  Security"
                    ^^^^^^^^^^^^^^ duplicate-name: The name of ITSEC (IT  Security) is also that of SECURITY (Security of machines): give one of them another.
      package SECURITY "Security of machines" { short "it security" }
                                                      ^^^^^^^^^^^^^ duplicate-name: The short name of SECURITY (Security of machines) is also that of ITSEC (IT  Security): give one of them another.
      package SAME "Same" { short "same" }
      `,
    ));

  it('a key that is declared twice is another matter', () =>
    expectRule('duplicate-name', 'package HOSP "City Hospital"\npackage HOSP "City Hospital"'));
});
