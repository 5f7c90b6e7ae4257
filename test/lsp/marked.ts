import type { Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** A place in a file: a cursor (an empty range) or a stretch of text. */
export interface Mark {
  file: string;
  range: Range;
}

/** Several files and the places marked in them. */
export interface MarkedFiles {
  /** Texts by path, without the marks. */
  files: Map<string, string>;
  /** By name; those without one are called `0`, `1`, … in the order of the text. */
  marks: Map<string, Mark>;
}

/**
 * Reads several files from one text. A line `// file: NAME` begins a file; what stands before the first is `main.ptree`. The
 * indentation that all lines share is taken off. `<|>` marks a cursor and `<|…|>` a range; `<here|>` and `<here|…|>` have names.
 */
export function parseFiles(text: string): MarkedFiles {
  const files = new Map<string, string>();
  const marks = new Map<string, Mark>();
  const count = { unnamed: 0 };
  let file = 'main.ptree';
  let lines: string[] = [];
  const end = (): void => {
    if (lines.some(line => line.trim() !== '') || file !== 'main.ptree') {
      files.set(file, takeMarks(file, `${lines.join('\n').replace(/^\n+|\s+$/g, '')}\n`, marks, count));
    }
    lines = [];
  };
  for (const line of dedent(text).split('\n')) {
    const header = /^\/\/ file: (\S+)$/.exec(line);
    if (header) {
      end();
      file = header[1];
    } else lines.push(line);
  }
  end();
  return { files, marks };
}

function dedent(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter(line => line.trim() !== '').map(line => /^ */.exec(line)![0].length);
  const shared = Math.min(...indents);
  return lines.map(line => line.slice(shared)).join('\n');
}

function takeMarks(file: string, text: string, marks: Map<string, Mark>, count: { unnamed: number }): string {
  const found: { name: string; start: number; end: number }[] = [];
  const open: typeof found = [];
  let plain = '';
  let from = 0;
  for (const match of text.matchAll(/<([a-z]\w*)?\|(>)?|\|>/g)) {
    plain += text.slice(from, match.index);
    from = match.index + match[0].length;
    if (match[0] === '|>') {
      const range = open.pop();
      if (range === undefined) throw new Error(`${file}: \`|>\` closes nothing`);
      range.end = plain.length;
    } else {
      const mark = { name: match[1] ?? String(count.unnamed++), start: plain.length, end: plain.length };
      found.push(mark);
      if (match[2] === undefined) open.push(mark);
    }
  }
  if (open.length > 0) throw new Error(`${file}: a mark is not closed`);
  plain += text.slice(from);
  const document = TextDocument.create('', '', 0, plain);
  for (const { name, start, end } of found) {
    marks.set(name, { file, range: { start: document.positionAt(start), end: document.positionAt(end) } });
  }
  return plain;
}
