import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onigurumaModule from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);

/** The grammars by scope name: ours, and the Markdown one that VS Code ships, which ours embeds. */
const GRAMMARS: Record<string, string | URL> = {
  'source.ptree': new URL('../../../syntaxes/ptree.tmLanguage.json', import.meta.url),
  'text.html.markdown': require.resolve('tm-grammars/grammars/markdown.json'),
};

let grammar: Promise<IGrammar> | undefined;

/** Loads the grammar once, with the two engines that VS Code itself runs it on. */
async function load(): Promise<IGrammar> {
  await onigurumaModule.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: patterns => new onigurumaModule.OnigScanner(patterns),
      createOnigString: text => new onigurumaModule.OnigString(text),
    }),
    loadGrammar: async scope =>
      GRAMMARS[scope] ? (JSON.parse(readFileSync(GRAMMARS[scope], 'utf8')) as IRawGrammar) : null,
  });
  const loaded = await registry.loadGrammar('source.ptree');
  assert(loaded, 'the grammar loads');
  return loaded;
}

/** The scopes of each character, by line: `result[line][column]` is the list from the outermost to the innermost. */
export async function scopesOf(lines: string[]): Promise<string[][][]> {
  grammar ??= load();
  const loaded = await grammar;
  let state = textmate.INITIAL;
  return lines.map(line => {
    const { tokens, ruleStack } = loaded.tokenizeLine(line, state);
    state = ruleStack;
    return tokens.flatMap(token => Array(Math.min(token.endIndex, line.length) - token.startIndex).fill(token.scopes));
  });
}

const EXPECTATION = /^( *)(\^+) (!?)(\S+)$/;

/**
 * Tokenises an example and checks the expectations that stand in it. An expectation is a line of its own below the line
 * that it is about: carets under the characters, then a scope or the beginning of one. Just these characters have it, and
 * not their neighbours to the left and right; `!scope` says that none of them has it.
 */
export async function expectScopes(example: string): Promise<void> {
  const lines: string[] = [];
  const expectations: { line: number; from: number; to: number; not: boolean; scope: string }[] = [];
  for (const text of example.replace(/^\n/, '').replace(/\n *$/, '').split('\n')) {
    const [, indent, carets, not, scope] = EXPECTATION.exec(text) ?? [];
    if (carets === undefined) lines.push(text);
    else
      expectations.push({
        line: lines.length - 1,
        from: indent.length,
        to: indent.length + carets.length,
        not: not === '!',
        scope,
      });
  }
  assert(expectations.length > 0, 'an example expects something');
  const actual = await scopesOf(lines);
  for (const { line, from, to, not, scope } of expectations) {
    const has = (column: number) =>
      (actual[line][column] ?? []).some(name => name === scope || name.startsWith(`${scope}.`));
    const where = `line ${line + 1}, “${lines[line].slice(from, to)}” of “${lines[line].trim()}”`;
    const found = `it has:\n${actual[line]
      .slice(from, to)
      .map((names, i) => `  ${lines[line][from + i]} ${names.join(' ')}`)
      .join('\n')}`;
    assert(to <= lines[line].length, `${where}: the carets reach beyond the line`);
    for (let column = from; column < to; column++)
      assert.equal(has(column), !not, `${where}: ${not ? 'not ' : ''}${scope}; ${found}`);
    if (!not) {
      assert(!has(from - 1), `${where}: ${scope} begins earlier`);
      assert(!has(to), `${where}: ${scope} ends later`);
    }
  }
}
