import assert from 'node:assert/strict';
import { STATEMENT_WORDS } from '../../../server/src/model/properties.ts';
import { expectScopes, scopesOf } from './scopes.ts';

describe('the TextMate grammar', () => {
  it('colours a product: kind, key, name, parent', () =>
    expectScopes(`
package FAC "Facilities" in INFRA {
^^^^^^^ entity.name.type.kind
        ^^^ entity.name.function.key
            ^^^^^^^^^^^^ string.quoted.double.name
                         ^^ keyword.control.connector
                            ^^^^^ variable.other.reference
                                  ^ punctuation.section.block.begin
  facility FACBASE "Base \\"South\\" Facility" {
  ^^^^^^^^ entity.name.type.kind
           ^^^^^^^ entity.name.function.key
                         ^^ constant.character.escape
    owner WOMullane
    ^^^^^ keyword.other.attribute
          ^^^^^^^^^ variable.other.reference
  }
  ^ punctuation.section.block.end
}
`));

  for (const word of STATEMENT_WORDS) {
    it(`knows that “${word}” begins a statement, and is an ordinary word after one`, async () => {
      const [first, second, third] = await scopesOf([`  ${word} A`, '  uses B,', `    ${word}`]);
      for (const { index } of word.matchAll(/\S/g))
        assert.match(first[2 + index].join(' '), /keyword\.other\.(attribute|demand)|storage\.(type|modifier)/);
      assert.doesNotMatch(third[4].join(' '), /keyword|storage/);
      assert.match(second[2].join(' '), /keyword\.other\.attribute/);
    });
  }

  it('takes a word of the language for an ordinary key anywhere but at the beginning of a statement', () =>
    expectScopes(`
service in "The Inbox" in service {
^^^^^^^ entity.name.type.kind
        ^^ entity.name.function.key
           ^^^^^^^^^^^ string.quoted.double.name
                       ^^ keyword.control.connector
                          ^^^^^^^ variable.other.reference
  uses owner, in, team
  ^^^^ keyword.other.attribute
       ^^^^^ variable.other.reference
              ^^ variable.other.reference
              ^^ !keyword
                  ^^^^ variable.other.reference
  owner none-yet
        ^^^^^^^^ variable.other.reference
  reviewed 2020-04 by by
                   ^^ keyword.control.connector
                      ^^ variable.other.reference
}
`));

  it('goes on with a list in deeper lines after a comma or after the attribute’s own word', () =>
    expectScopes(`
service S "S" {
  satisfies
  ^^^^^^^^^ keyword.other.attribute
    DMS-REQ-0008, DMS-REQ-0068, // a comment ends no list
    ^^^^^^^^^^^^ variable.other.reference
                                ^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line
    team,
    ^^^^ variable.other.reference

    // nor does an empty line
    owner
    ^^^^^ variable.other.reference
  uses A,
    hosts, facility "a note"
    ^^^^^ variable.other.reference
           ^^^^^^^^ variable.other.reference
                    ^^^^^^^^ string.quoted.double.note
  hosts B
  ^^^^^ keyword.other.attribute
}
`));

  it('ends a list at a line that is no deeper, and at a deeper one that no comma announces', () =>
    expectScopes(`
service S "S" {
  uses A,
  team LDF
  ^^^^ keyword.other.attribute
    owner X
    ^^^^^ keyword.other.attribute
  uses
  hosts B
  ^^^^^ keyword.other.attribute
  manager M,
}
^ punctuation.section.block.end
service T "T"
^^^^^^^ entity.name.type.kind
`));

  it('knows bodies of one line', () =>
    expectScopes(`
service S "S" { team LDF }
                ^^^^ keyword.other.attribute
                     ^^^ variable.other.reference
                         ^ punctuation.section.block.end
document LSE-61 "Requirements" { link https://ls.st/LSE-61 }
^^^^^^^^ storage.type.declaration
         ^^^^^^ entity.name.function.key
                                 ^^^^ keyword.other.attribute
                                      ^^^^^^^^^^^^^^^^^^^^ markup.underline.link
                                                           ^ punctuation.section.block.end
package P "P" { service S "S" { """Does **one** thing.""" } }
                ^^^^^^^ entity.name.type.kind
                        ^ entity.name.function.key
                                ^^^^^^^^^^^^^^^^^^^^^^^^^ meta.description
                                        ^^^^^^^ markup.bold
                                                            ^ punctuation.section.block.end
`));

  it('tells a note after a key from the quoted name of something undeclared', () =>
    expectScopes(`
  uses PACS "stores images", "Image Archive", in
       ^^^^ variable.other.reference
            ^^^^^^^^^^^^^^^ string.quoted.double.note
                             ^^^^^^^^^^^^^^^ string.quoted.double.target
                                              ^^ variable.other.reference
  hosts none
        ^^^^ constant.language.none
  used in A
  ^^^^^^^ keyword.other.attribute
          ^ variable.other.reference
  hosted on ENC
  ^^^^^^^^^ keyword.other.attribute
`));

  it('colours the other attributes', () =>
    expectScopes(`
  short "Base"
  ^^^^^ keyword.other.attribute
        ^^^^^^ string.quoted.double
  wbs 1.02C.08.01, OPS
      ^^^^^^^^^^^ constant.numeric.wbs
                   ^^^ constant.numeric.wbs
  link https://example.org/a,b, "http://example.org"
       ^^^^^^^^^^^^^^^^^^^^^^^ markup.underline.link
  obsolete "Nobody asked for it" replaced by NEW
           ^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
                                 ^^^^^^^^^^^ keyword.control.connector
                                             ^^^ variable.other.reference
  reviewed 2020-04-17 by KTLim
           ^^^^^^^^^^ constant.numeric.date
                      ^^ keyword.control.connector
                         ^^^^^ variable.other.reference
  waive service.hosted-on "Runs anywhere" until 2027-06
  ^^^^^ keyword.other.attribute
        ^^^^^^^^^^^^^^^^^ variable.other.constant.rule
                          ^^^^^^^^^^^^^^^ string.quoted.double
                                          ^^^^^ keyword.control.connector
                                                ^^^^^^^ constant.numeric.date
  tier gold
  ^^^^ keyword.other.field
       ^^^^ variable.other.value
  go-live 2027-03-01
  ^^^^^^^ keyword.other.field
          ^^^^^^^^^^ constant.numeric.date
  beds 240 // licensed ones
       ^^^ constant.numeric
           ^^^^^^^^^^^^^^^^ comment.line
`));

  it('takes team, document and repository for declarations where a line begins without indentation', () =>
    expectScopes(`
team LDF "LSST Data Facility" { lead MButler }
^^^^ storage.type.declaration
     ^^^ entity.name.function.key
         ^^^^^^^^^^^^^^^^^^^^ string.quoted.double.name
                                ^^^^ keyword.other.attribute
                                     ^^^^^^^ variable.other.reference
requirement DMS-REQ-0353 "Publishing" in LSE-61 { satisfied by POPSRV }
^^^^^^^^^^^ storage.type.declaration
                                      ^^ keyword.control.connector
                                         ^^^^^^ variable.other.reference
                                                  ^^^^^^^^^^^^ keyword.other.attribute
                                                               ^^^^^^ variable.other.reference
repository lsst/daf_butler "Data access" {
           ^^^^^^^^^^^^^^^ entity.name.function.key
  requires sphgeom, sconsUtils
  ^^^^^^^^ keyword.other.attribute
           ^^^^^^^ variable.other.reference
}
person MButler "Michelle Butler" { email mb@example.org }
^^^^^^ storage.type.declaration
                                   ^^^^^ keyword.other.attribute
                                         ^^^^^^^^^^^^^^ markup.underline.link.email
term AND "Logical and"
^^^^ storage.type.declaration
     ^^^ entity.name.function.key
`));

  it('colours kinds with their demands and fields', () =>
    expectScopes(`
extend kind service { complete tier [1] "Every service has a tier." }
^^^^^^ storage.modifier.extend
       ^^^^ storage.type.declaration
            ^^^^^^^ entity.name.type.kind
                      ^^^^^^^^ keyword.other.demand
                               ^^^^ variable.other.property
                                    ^^^ meta.bounds
kind clinic "Clinic" extends product {
^^^^ storage.type.declaration
     ^^^^^^ entity.name.type.kind
                     ^^^^^^^ keyword.control.connector
                             ^^^^^^^ entity.other.inherited-class
  consistent uses [1..*] software | cots "A service is implemented."
  ^^^^^^^^^^ keyword.other.demand
             ^^^^ variable.other.property
                   ^ constant.numeric.bound
                    ^^ keyword.operator.range
                      ^ constant.numeric.bound
                         ^^^^^^^^ entity.name.type.kind
                                  ^ keyword.operator.or
                                    ^^^^ entity.name.type.kind
                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
  complete info hosted on [1..*] enclave
           ^^^^ constant.language.severity
                ^^^^^^^^^ variable.other.property
                                 ^^^^^^^ entity.name.type.kind
  complete info [1]
           ^^^^ variable.other.property
  complete contains [1..*] ward |
    service "A clinic has wards."
    ^^^^^^^ entity.name.type.kind
            ^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
  field tier one of gold, in, bronze "What support it gets"
  ^^^^^ storage.type.declaration
        ^^^^ variable.other.property
             ^^^^^^ keyword.control.connector
                    ^^^^ variable.other.enummember
                          ^^ variable.other.enummember
                                     ^^^^^^^^^^^^^^^^^^^^^^ string.quoted.double
  field runbook [0..*] url
                ^^^^^^ meta.bounds
                       ^^^ support.type
  field site clinic
             ^^^^^^ entity.name.type.kind
}
`));

  it('leaves half-typed text its colours, and its neighbours theirs', () =>
    expectScopes(`
package P "Not closed
          ^^^^^^^^^^^ string.quoted.double.name
  ser
  satisfies DMS-REQ-
            ^^^^^^^^ variable.other.reference
  uses "Image
       ^^^^^^ string.quoted.double.target
  service
  ^^^^^^^ entity.name.type.kind
  consistent
  ^^^^^^^^^^ keyword.other.demand
  waive
  owner
  team LDF
  ^^^^ keyword.other.attribute
`));

  it('colours comments anywhere', () =>
    expectScopes(`
// service S "S"
^^^^^^^^^^^^^^^^ comment.line
/* owner
^^^^^^^^ comment.block
   team */
^^^^^^^^^^ comment.block
package P "// no comment" { // one
          ^^^^^^^^^^^^^^^ string.quoted.double.name
                            ^^^^^^ comment.line
  owner A /* one more */
        ^ variable.other.reference
          ^^^^^^^^^^^^^^ comment.block
  team LDF
  ^^^^ keyword.other.attribute
`));
});
