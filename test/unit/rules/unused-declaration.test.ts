import { expectFindings } from '../helpers/expect.ts';

const expectUnused = (model: string) => expectFindings(model, { only: ['unused-declaration'] });

describe('unused-declaration', () => {
  it('is reported where nothing refers to a declaration', () =>
    expectUnused(`
      person ANNA "Anna Rossi"
             ^^^^ unused-declaration: Nothing refers to the person ANNA (Anna Rossi). Refer to it, or take it out.
      team OPS
           ^^^ unused-declaration: Nothing refers to the team OPS. Refer to it, or take it out.
      document DOC-1 "Handbook"
               ^^^^^ unused-declaration: Nothing refers to the document DOC-1 (Handbook). Refer to it, or take it out.
      repository apps/chart
                 ^^^^^^^^^^ unused-declaration: Nothing refers to the repository apps/chart. Refer to it, or take it out.
      kind ward extends product
           ^^^^ unused-declaration: Nothing refers to the kind ward. Refer to it, or take it out.`));

  it('does not take a reference to itself for a use', () =>
    expectUnused(`
      repository chart { requires chart }
                 ^^^^^ unused-declaration
      kind ward { complete contains [1..*] ward }
           ^^^^ unused-declaration
      extend kind ward { complete hosts [0..1] ward }
      document DOC-1 "Handbook" { """See [[DOC-1]].""" }
               ^^^^^ unused-declaration`));

  it('keeps quiet where anything refers to it', () =>
    expectUnused(`
      person ANNA "Anna Rossi" { team OPS }
      person BO "Bo Chen"
      team OPS { lead BO }
      kind room extends product
      kind ward extends room { field nurse person }
      ward W1 "Ward 1" {
        """As in [[DOC-1]]."""
        repository apps/chart
        reviewed 2026-01 by ANNA
      }
      document DOC-1 "Handbook"
      repository apps/chart`));

  it('does not speak of products, requirements and terms, or of the built-in kinds', () =>
    expectUnused(`
      product CHART "Chart Viewer"
      requirement REQ-1 "A chart opens fast"
      term BED "A place to sleep"`));
});
