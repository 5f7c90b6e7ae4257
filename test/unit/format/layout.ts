import assert from 'node:assert/strict';
import { formatText } from '../../../server/src/format/format.ts';

/** A text less the indentation that it has in a test, and less the line on which its quotes open. */
export function flush(text: string): string {
  const lines = text.replace(/^\n/, '').replace(/\n *$/, '\n').split('\n');
  const indent = Math.min(...lines.filter(line => line.trim() !== '').map(line => line.search(/\S/)));
  return lines.map(line => line.slice(indent)).join('\n');
}

/** The formatted text; fails where the formatter refuses, or where it would change its own result. */
export function formatted(text: string): string {
  const result = formatText(text);
  assert('text' in result, `formatted, not refused: ${JSON.stringify(result)}`);
  assert.deepEqual(formatText(result.text), result, 'what is formatted stays as it is');
  return result.text;
}

/** One text becomes another, and that one stays as it is. Without the other: the text is well laid out. */
export function becomes(text: string, expected: string = text): void {
  assert.equal(formatted(flush(text)), flush(expected));
}
