import { expectProblems } from './read.ts';

describe('a statement that lacks something is incomplete', () => {
  it('a product needs a key and a name', () =>
    expectProblems(`
      service POPSRV {
              ^^^^^^ incomplete: The service POPSRV lacks its name: write it in quotes after the key.
      }
      service "Portal" {
      ^^^^^^^ incomplete: The service "Portal" lacks its key: write a short word before its name.
      }
      ser
      ^^^ incomplete: \`ser\` alone declares nothing: write a key and a name in quotes after it.
    `));

  it('a registry entry needs a key alone', () =>
    expectProblems(`
      person MButler
      person "Michelle Butler"
      ^^^^^^ incomplete: The person "Michelle Butler" lacks its key: write a short word before its name.
      term
      ^^^^ incomplete: \`term\` alone declares nothing: write a key after it.
    `));

  it('an attribute needs its value', () =>
    expectProblems(`
      service A "a" {
        owner
        ^^^^^ incomplete: \`owner\` lacks its value: write the key of a person or a team after it, or \`none\` if there is none.
        reviewed by KTLim
        ^^^^^^^^ incomplete: \`reviewed\` lacks its value: write a date such as 2020, 2020-04 or 2020-04-17 after it.
        wbs 1.2
        obsolete
        tier
        ^^^^ incomplete: \`tier\` alone says nothing: write a value after it if it is a field, or a key and a name in quotes if it is a kind.
      }
    `));

  it('a waiver needs its rule and its reason', () =>
    expectProblems(`
      package A "a" {
        waive
        ^^^^^ incomplete: \`waive\` lacks its value: write the id of a rule and a reason in quotes after it.
        waive product.owner
              ^^^^^^^^^^^^^ incomplete: This waiver lacks its reason: write it in quotes after \`product.owner\`.
        waive "Hardware"
              ^^^^^^^^^^ incomplete: This waiver lacks its rule: write the rule's id before the reason.
        waive product.owner "Hardware" until
                                       ^^^^^ incomplete: \`until\` stands alone: write a date such as 2020, 2020-04 or 2020-04-17 after it.
      }
    `));

  it('a connector leads somewhere', () =>
    expectProblems(`
      service A "a" in
                    ^^ incomplete: \`in\` stands alone: write the key of the product that contains this one after it.
      kind b extends
             ^^^^^^^ incomplete: \`extends\` stands alone: write the key of the kind that it extends after it.
      service C "c" {
        reviewed 2020 by
                      ^^ incomplete: \`by\` stands alone: write the key of a person after it.
        obsolete replaced by
                 ^^^^^^^^^^^ incomplete: \`replaced by\` stands alone: write the key of a product after it.
      }
    `));

  it('demands and fields say what they are about', () =>
    expectProblems(`
      kind k {
        complete
        ^^^^^^^^ incomplete: \`complete\` does not say what it demands: write an attribute, \`contains\` or a field after it.
        complete [1..*]
        ^^^^^^^^ incomplete: \`complete\` does not say what it demands: write an attribute, \`contains\` or a field after it.
        field
        ^^^^^ incomplete: This field lacks its name: write a name and what it takes after it, as in \`field tier one of gold, silver\`.
        field tier
              ^^^^ incomplete: The field \`tier\` does not say what it takes: write \`one of\` and its values, text, number, date, url, person, team or document, or a kind.
        field level one of
                    ^^^^^^ incomplete: \`one of\` lacks its values: write them after it, with commas between them.
      }
    `));
});

describe('values have the form that their attribute wants', () => {
  it('dates', () =>
    expectProblems(`
      service A "a" {
        reviewed 2020-13
                 ^^^^^^^ field-value: \`2020-13\` is no date: write a date such as 2020, 2020-04 or 2020-04-17.
      }
      service B "b" {
        reviewed 2020-
                 ^^^^^ field-value: \`2020-\` is no date: write a date such as 2020, 2020-04 or 2020-04-17.
      }
      service C "c" {
        reviewed 2023-02-29 by KTLim
                 ^^^^^^^^^^ field-value: \`2023-02-29\` is no date: write a date such as 2020, 2020-04 or 2020-04-17.
      }
      service D "d" {
        reviewed 2024-02-29
        waive a.b "c" until tomorrow
                            ^^^^^^^^ field-value: \`tomorrow\` is no date: write a date such as 2020, 2020-04 or 2020-04-17.
      }
    `));

  it('web addresses, codes, e-mail addresses, readmes', () =>
    expectProblems(`
      service A "a" {
        link www.example.org, "https://example.org/a b"
             ^^^^^^^^^^^^^^^ field-value: \`www.example.org\` is no web address: write a web address such as https://example.org.
                              ^^^^^^^^^^^^^^^^^^^^^^^^^ field-value: \`https://example.org/a b\` is no web address: write a web address such as https://example.org.
        wbs 1., 1.2, ABC, "1.3"
            ^^ field-value: \`1.\` is not finished: write a code such as 1.02C.08, without quotes.
                          ^^^^^ field-value: \`1.3\` is no code: write a code such as 1.02C.08, without quotes.
      }
      person B "b" { email "nowhere" }
                           ^^^^^^^^^ field-value: \`nowhere\` is no e-mail address: write an e-mail address in quotes.
      repository c { readme "Short" }
                            ^^^^^^^ field-value: \`Short\` does not stand between triple quotes: write a text between """.
    `));

  it('texts stand in quotes', () =>
    expectProblems(`
      service A "a" {
        short Planned Obs Pub
              ^^^^^^^^^^^^^^^ field-value: Write the text in quotes: "Planned Obs Pub".
      }
      service Planned Observation {
                      ^^^^^^^^^^^ syntax: Write the name in quotes: "Observation".
      }
    `));

  it('some attributes take one value, and `none` stands alone', () =>
    expectProblems(`
      service A "a" {
        reviewed 2020, 2021
                       ^^^^ field-value: \`reviewed\` takes one value: remove the others.
        owner none, KTLim
              ^^^^ field-value: \`none\` states that there are no values: take it out, or the others.
      }
    `));

  it('bounds', () =>
    expectProblems(`
      kind k {
        complete owner [3..1]
                       ^^^^^^ field-value: This does not say how many: write [1], [1..3] or [1..*]; first the fewest, then the most, with * for any number.
        complete team [..2]
                      ^^^^^ field-value: This does not say how many: write [1], [1..3] or [1..*]; first the fewest, then the most, with * for any number.
        complete wbs [1..*
                     ^^^^^ syntax: This does not say how many: write [1], [1..3] or [1..*]; first the fewest, then the most, with * for any number.
      }
    `));
});

describe('a statement belongs somewhere', () => {
  it('attributes, demands and descriptions stand in braces', () =>
    expectProblems(`
      owner KTLim
      ^^^^^ misplaced: \`owner\` belongs inside the braces of a product: move it there.
      complete owner
      ^^^^^^^^ misplaced: \`complete\` belongs inside the braces of a kind: move it there.
      """Text"""
      ^^^^^^^^^^ misplaced: A description belongs inside the braces of what it describes: move it there.
    `));

  it('each entry has its own attributes', () =>
    expectProblems(`
      service A "a" {
        lead KTLim
        ^^^^ misplaced: \`lead\` has no meaning in a product: only a team has it. Take it out.
        complete owner
        ^^^^^^^^ misplaced: \`complete\` belongs inside the braces of a kind: move it there.
      }
      team T "t" { owner KTLim }
                   ^^^^^ misplaced: \`owner\` has no meaning in a team: only a product has it. Take it out.
      term U "u" { tier gold }
                   ^^^^ misplaced: \`tier\` has no meaning here: take it out. A term may have \`link\`, \`waive\` and a description.
    `));

  it('declarations of other things stand outside', () =>
    expectProblems(`
      service A "a" {
        person B "b"
        ^^^^^^ misplaced: \`person\` declares something of its own and cannot stand inside the braces of A (a): move it out.
        kind c
        ^^^^ misplaced: \`kind\` declares something of its own and cannot stand inside the braces of A (a): move it out.
      }
      person D "d" {
        service E "e"
        ^^^^^^^ misplaced: \`service\` declares something of its own and cannot stand inside the braces of D (d): move it out.
      }
    `));
});

describe('keys and names', () => {
  it('keys have a shape', () =>
    expectProblems(`
      service 3D "a"
              ^^ key-shape: \`3D\` is no key: write a letter or _, then letters, digits and _, with single - . or / between them.
      service A--B "b"
              ^^^^ key-shape: \`A--B\` is no key: write a letter or _, then letters, digits and _, with single - . or / between them.
      repository lsst-dm/afw.x_1
      person Žofie
      document DMTN-
               ^^^^^ key-shape: \`DMTN-\` is no key: write a letter or _, then letters, digits and _, with single - . or / between them.
    `));

  it('kinds and fields have no dots, and no name of the language', () =>
    expectProblems(`
      kind a.b
           ^^^ key-shape: \`a.b\` cannot name a kind: write a letter or _, then letters, digits and _, with single - between them.
      kind owner
           ^^^^^ reserved-name: \`owner\` is a word of the language and cannot name a kind: choose another.
      kind k {
        field go-live date
        field go.live date
              ^^^^^^^ key-shape: \`go.live\` cannot name a field: write a letter or _, then letters, digits and _, with single - between them.
        field link url
              ^^^^ reserved-name: \`link\` is a word of the language and cannot name a field: choose another.
      }
    `));
});

describe('nothing is said twice', () => {
  it('an attribute once, but for waivers', () =>
    expectProblems(`
      service A "a" {
        owner KTLim
        waive a.b "c"
        waive a.d "c"
        owner FMueller
        ^^^^^ repeated-attribute: A (a) states \`owner\` twice: put all its values into one statement.
        """One."""
        """Two."""
        ^^^^^^^^^^ repeated-attribute: A (a) has two descriptions: make them one.
      }
      kind k {
        field f text
        field f date
              ^ repeated-attribute: The field \`f\` is declared twice: remove one.
      }
    `));
});

describe('what does not belong', () => {
  it('a comma is missing or too many', () =>
    expectProblems(`
      service A "a" {
        owner KTLim TJenness
                    ^^^^^^^^ syntax: \`TJenness\` does not belong here. Is a comma missing before it?
        uses B,, C
               ^ syntax: A comma too many: remove it.
        team , LDF
             ^ syntax: A comma too many: remove it.
      }
    `));

  it('signs of other languages', () =>
    expectProblems(`
      service A "a" {
        owner: KTLim
             ^ syntax: \`:\` does not belong here: remove it, for values follow their word directly.
        team = LDF
             ^ syntax: \`=\` does not belong here: remove it, for values follow their word directly.
        uses B;
              ^ syntax: \`;\` does not belong here: remove it, for a statement ends with its line, and commas separate values.
      }
    `));

  it('quotes of word processors', () =>
    expectProblems(`
      service A “Planned” {
                ^ syntax: Write straight double quotes, ", instead of “.
        uses B 'stores images'
               ^ syntax: Write straight double quotes, ", instead of '.
      }
    `));

  it('prose, and lines that begin with no word', () =>
    expectProblems(`
      service A "a" {
        This is prose.
                ^^^^^^ syntax: \`prose.\` does not belong here: remove it, or begin a new line before it.
        - first, second
        ^^^^^^^^^^^^^^^ syntax: \`- first, second\` does not belong here: remove it, or begin the line with a word that says what it is.
        "text"
        ^^^^^^ syntax: \`"text"\` does not belong here: remove it, or begin the line with a word that says what it is.
      }
    `));

  it('a line of a list that is not indented', () =>
    expectProblems(`
      service A "a" {
        satisfies R-1, R-2,
        R-3, R-4
        ^^^ syntax: This line goes on with the list of \`satisfies\`: indent it deeper.
        uses B
        C, D
        ^ syntax: \`C\` begins no statement. If it goes on with the list above, indent it deeper.
        owner
        ^^^^^ incomplete: \`owner\` lacks its value: write the key of a person or a team after it, or \`none\` if there is none.
        KTLim
      }
    `));

  it('braces of a statement that has none', () =>
    expectProblems(`
      service A "a" {
        owner KTLim {
                    ^ syntax: This { does not belong here: take it and its } out. Only declarations have braces.
          team LDF
        }
      }
    `));

  it('what follows on a line that is broken is not reported', () =>
    expectProblems(`
      kind owner { complete [3..1] ] }
                                   ^ syntax: \`]\` does not belong here. Remove it.
    `));
});
