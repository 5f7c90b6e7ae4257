/** Texts with gaps that the author fills in: as a snippet where the editor knows snippets, else as plain text. */

/** A gap: what stands in it first, and what it may be filled with instead. */
export interface Gap {
  gap: string;
  /** To choose from, the first one included. */
  choices?: readonly string[];
}

/** Pieces of text and gaps, in order. */
export type Template = readonly (string | Gap)[];

/** The text with every gap filled with what stands in it first. */
export function plain(template: Template): string {
  return template.map(piece => (typeof piece === 'string' ? piece : piece.gap)).join('');
}

/** Whether there is anything to fill in. */
export function hasGaps(template: Template): boolean {
  return template.some(piece => typeof piece !== 'string');
}

/** The text in the syntax of snippets; `first` is the number of its first gap. */
export function snippet(template: Template, first = 1): string {
  let number = first;
  return template
    .map(piece => {
      if (typeof piece === 'string') return escaped(piece);
      const { gap, choices = [] } = piece;
      const at = number++;
      if (choices.length < 2) return `\${${at}:${escaped(gap)}}`;
      return `\${${at}|${choices.map(choice => choice.replace(/[\\,|$}]/g, '\\$&')).join(',')}|}`;
    })
    .join('');
}

/** The template with the line ends of the text into which it goes. */
export function withLineEnds(template: Template, eol: string): Template {
  if (eol === '\n') return template;
  return template.map(piece => (typeof piece === 'string' ? piece.replace(/\r?\n/g, eol) : piece));
}

const escaped = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
