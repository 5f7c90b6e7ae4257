import type { Property } from '../../model/properties.ts';
import type { FieldPlace } from '../locate.ts';
import { code } from '../markdown.ts';
import { fieldText } from './kind-card.ts';
import { card } from './lines.ts';

/** What a word of the language means; Markdown. */
export function propertyCard({ word, says }: Property): string {
  return card(`**${word}**`, says);
}

/** What a field is for, and which kind declares it; Markdown. */
export function fieldCard({ entry, field }: FieldPlace): string {
  return card(fieldText(field), `A field of the kind ${code(entry.key)}.`);
}
