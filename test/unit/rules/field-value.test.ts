import { expectFindings } from '../helpers/expect.ts';

const expectValues = (model: string) => expectFindings(model, { only: ['field-value'] });

const WARD = `
      kind ward {
        field tier one of gold, silver
        field since date
        field beds number
        field note text
        field manual [0..*] url
        field steward person
        field rules document
        field near [2] ward
      }
      kind chapel
      person ANNA
      team CARE
      document D-1`;

describe('field-value', () => {
  it('holds the values of a field against its type', () =>
    expectValues(`${WARD}
      ward W1 "Ward 1" {
        tier platinum
             ^^^^^^^^ field-value: \`platinum\` is not what the field \`tier\` takes: write gold or silver.
        since soon
              ^^^^ field-value: \`soon\` is not what the field \`since\` takes: write a date such as 2020, 2020-04 or 2020-04-17.
        beds many
             ^^^^ field-value: \`many\` is not what the field \`beds\` takes: write a number.
        manual shelf, https://example.org/manual
               ^^^^^ field-value: \`shelf\` is not what the field \`manual\` takes: write a web address such as https://example.org.
        steward CARE
                ^^^^ field-value: CARE is a team: the field \`steward\` takes a person.
        rules "House rules"
              ^^^^^^^^^^^^^ field-value: \`House rules\` is not what the field \`rules\` takes: write the key of a document.
        near W1, C1
                 ^^ field-value: C1 (Chapel) is a chapel: the field \`near\` takes a product of kind ward.
      }
      chapel C1 "Chapel"
    `));

  it('keeps quiet where they fit', () =>
    expectValues(`${WARD}
      kind icu extends ward
      ward W1 "Ward 1" {
        tier gold
        since 2020-04
        beds 12
        note "Visitors ring the bell"
        manual "https://example.org/manual"
        steward ANNA
        rules D-1
        near W1, I1
      }
      icu I1 "Intensive care" { tier silver }
    `));

  it('counts them', () =>
    expectValues(`${WARD}
      ward W1 "Ward 1" {
        tier gold, silver
                   ^^^^^^ field-value: The field \`tier\` takes at most one value.
        near W1
        ^^^^ field-value: The field \`near\` takes exactly two values.
      }
    `));

  it('a person is no team, and a team no person', () =>
    expectValues(`
      person ANNA "Anna Rossi" { team BO }
                                      ^^ field-value: BO (Bo Chen) is a person: \`team\` takes a team.
      person BO "Bo Chen"
      team CARE { lead NURSES, ANNA }
                       ^^^^^^ field-value: NURSES is a team: \`lead\` takes a person.
      team NURSES
      package P "P" {
        owner CARE, ANNA
        team ANNA
             ^^^^ field-value: ANNA (Anna Rossi) is a person: \`team\` takes a team.
        reviewed 2026 by CARE
                         ^^^^ field-value: CARE is a team: \`reviewed … by\` takes a person.
      }
    `));

  it('nothing can be demanded of what there is not', () =>
    expectValues(`
      kind ward {
        consistent hots [1..*]
                   ^^^^ field-value: A product of kind ward has no attribute or field \`hots\`: nothing can be demanded of it. Did you mean hosts?
        complete tier [1]
        complete owner [1] ward
                           ^^^^ field-value: \`owner\` names no products: take the kinds after it away.
        complete near [1] ward
        complete contains [1] ward
        field tier text
        field near ward
      }
    `));
});
