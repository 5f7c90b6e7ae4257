/**
 * Texts with the findings that they deserve, in one string:
 *
 *     facility FACFR "French Data Facility"
 *              ^^^^^ facility.hosts: FACFR (French Data Facility) hosts no enclave. A facility hosts enclaves.
 *
 * A line of carets speaks of the line above it: where, which rule, and what it says (without a message, any will do). Lines such
 * as `// file: registry.ptree` begin another file.
 */
import assert from 'node:assert/strict';
import type { Range } from '../../../server/src/model/record.ts';

/** A finding that is expected, or one that was made. */
export interface Mark {
  file: string;
  rule: string;
  message?: string;
  range: Range;
}

/** The files without their marks, in order, and the marks. */
export interface Marked {
  files: Map<string, string>;
  marks: Mark[];
}

const MARK = /^( *)(\^+) ([a-z][\w.-]*)(?:: (.*))?$/;
const FILE = /^\/\/ file: (\S+)$/;

/** Reads a text with marks. Its common indentation goes; a text that names no file is `main.ptree`. */
export function readMarks(source: string): Marked {
  const files = new Map<string, string[]>();
  const marks: Mark[] = [];
  let file = 'main.ptree';
  for (const line of dedented(source)) {
    const [, name] = FILE.exec(line) ?? [];
    const mark = MARK.exec(line);
    if (name) {
      file = name;
      files.set(file, []);
    } else if (mark) {
      const [, before, carets, rule, message] = mark;
      const at = (files.get(file)?.length ?? 0) - 1;
      assert.ok(at >= 0, `This mark has no line above it: ${line}`);
      const end = before.length + carets.length;
      const range = { line: at, character: before.length, endLine: at, endCharacter: end };
      marks.push({ file, rule, ...(message !== undefined && { message }), range });
    } else {
      if (!files.has(file)) files.set(file, []);
      files.get(file)!.push(line);
    }
  }
  return { files: new Map([...files].map(([name, lines]) => [name, `${lines.join('\n')}\n`])), marks };
}

/**
 * Asserts that the texts have exactly the findings that their marks say. `find` makes the findings from the files' texts; where
 * they differ, the assertion shows both as marked texts.
 */
export function expectMarks(source: string, find: (files: Map<string, string>) => Mark[]): void {
  const { files, marks } = readMarks(source);
  const found = find(files).map(mark => {
    const expected = marks.find(other => other.message === undefined && isSame(other, mark));
    return expected ?? mark;
  });
  assert.equal(render(files, found), render(files, marks));
}

function isSame(a: Mark, b: Mark): boolean {
  const same = a.file === b.file && a.rule === b.rule && a.range.line === b.range.line;
  return same && a.range.character === b.range.character;
}

/** The files with marks below their lines. A mark over several lines is drawn to the end of its first. */
function render(files: Map<string, string>, marks: readonly Mark[]): string {
  const result: string[] = [];
  for (const [file, text] of files) {
    result.push(`// file: ${file}`);
    const lines = text.replace(/\n$/, '').split('\n');
    for (const [number, line] of lines.entries()) {
      const here = marks
        .filter(mark => mark.file === file && mark.range.line === number)
        .map(mark => drawn(mark, line));
      result.push(line, ...here.sort());
    }
  }
  return result.join('\n');
}

function drawn({ range, rule, message }: Mark, line: string): string {
  const end = range.endLine === range.line ? range.endCharacter : line.length;
  const carets = '^'.repeat(Math.max(1, end - range.character));
  return `${' '.repeat(range.character)}${carets} ${rule}${message === undefined ? '' : `: ${message}`}`;
}

function dedented(source: string): string[] {
  const lines = source.replace(/^\n|\n[ ]*$/g, '').split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => line.length - line.trimStart().length);
  const indent = Math.min(...indents, 1000);
  return lines.map(line => line.slice(indent));
}
