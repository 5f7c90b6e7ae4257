import { expectScopes } from './scopes.ts';

describe('Markdown in the TextMate grammar', () => {
  it('stands between triple quotes, in one line', () =>
    expectScopes(`
  """The *base* of [[FACBASE]], see [[term:ADQL]]."""
  ^^^ string.quoted.triple
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ meta.embedded.block.markdown
         ^^^^^^ markup.italic
                     ^^^^^^^ variable.other.reference
                                      ^^^^ storage.type.mention
                                           ^^^^ variable.other.reference
                                                  ^^^ punctuation.definition.string.end
  team LDF
  ^^^^ keyword.other.attribute
`));

  it('refers to nothing in code', () =>
    expectScopes(`
    """
    [[A]] and \`[[B]]\`
      ^ variable.other.reference
                ^ !variable
    \`\`\`
    [[C]]
      ^ !variable
    \`\`\`
    [[product:D]], [[ E ]]
      ^^^^^^^ storage.type.mention
              ^ variable.other.reference
                      ^ !variable
    """
`));

  it('keeps its lists, headings and code in several lines, indented or not', () =>
    expectScopes(`
package P "P" {
  service S "S" {
    """
    team **work** at [[P]]:
    ^^^^ !keyword
         ^^^^^^^^ markup.bold
                       ^ variable.other.reference

    ## Why
    ^^^^^^ markup.heading
    - item
    ^^^^^^ markup.list.unnumbered
    - item

    \`\`\`
    }
    owner
    ^^^^^ markup.fenced_code
    \`\`\`
    text
    ^^^^ !markup
    """
    ^^^ punctuation.definition.string.end
    team LDF
    ^^^^ keyword.other.attribute
`));

  it('begins and ends beside its quotes, whatever Markdown is left open', () =>
    expectScopes(`
    """Runs **at
    ^^^ string.quoted.triple
       ^^^^^^^^^ meta.embedded.block.markdown
    - the base,
    - the \`summit."""
    ^^^^^^^^^^^^^^ meta.embedded.block.markdown
                  ^^^ punctuation.definition.string.end
    team LDF
    ^^^^ keyword.other.attribute
`));

  it('closes itself before a line of less indentation that is a brace or a statement', () =>
    expectScopes(`
  service S "S" {
    """
    Half a sen
    ^^^^^^^^^^ meta.embedded.block.markdown
  }
  ^ punctuation.section.block.end
  service T "T" {
  ^^^^^^^ entity.name.type.kind
    """Half a sen
  service U "U" {
  ^^^^^^^ entity.name.type.kind
`));

  it('is what a readme holds, too', () =>
    expectScopes(`
repository lsst/afw "x" {
  readme """
  ^^^^^^ keyword.other.attribute
         ^^^ punctuation.definition.string.begin
    # afw
    ^^^^^ markup.heading
  """
  ^^^ punctuation.definition.string.end
  readme """One line."""
  ^^^^^^ keyword.other.attribute
  link https://example.org
  ^^^^ keyword.other.attribute
`));
});
