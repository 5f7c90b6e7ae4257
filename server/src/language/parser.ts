/** The parser: Langium's, for our grammar and our lexer. Nothing else of Langium is used: no workspace, index, or linking. */
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  DefaultValueConverter,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  type ParseResult,
} from 'langium';
import type { Model } from './generated/ast.ts';
import { ProductTreeGeneratedModule, ProductTreeGeneratedSharedModule } from './generated/module.ts';
import { PtreeLexer, type Report } from './lexer/lexer.ts';
import { problemAt } from './lexer/problems.ts';
import { PtreeTokenBuilder, type Token } from './lexer/tokens.ts';

/** The syntax tree holds every token as it was written; `summarise.ts` takes the quotes off. */
class AsWritten extends DefaultValueConverter {
  override convert(input: string): string {
    return input;
  }
}

/** A text as the parser sees it. The nodes of `ast` know their place in the text through `$cstNode`. */
export interface Parsed extends Omit<Report, 'diagnostics'> {
  text: string;
  ast: Model;
}

/** Reads whole documents: every text, without ever throwing. */
export interface Parser {
  parse(text: string): Parsed;
  /** How many tokens the text has: the part of the work that no parser can do without. */
  countTokens(text: string): number;
}

/** A parser for our language. */
export function createParser(): Parser {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ProductTreeGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), ProductTreeGeneratedModule, {
    parser: {
      TokenBuilder: () => new PtreeTokenBuilder(),
      Lexer: (services: LangiumCoreServices) => new PtreeLexer(services),
      ValueConverter: () => new AsWritten(),
    },
  });
  const { LangiumParser: parser, Lexer: lexer } = services.parser;
  return {
    parse(text) {
      const result: ParseResult<Model> = parser.parse(text);
      const { tokens, comments, problems, mended } = result.lexerReport as Report;
      // The grammar takes every sequence of tokens that the lexer hands on. Should one slip through, it is a finding, not a crash.
      const refused = result.parserErrors
        .slice(0, 1)
        .map(({ token }) => problemAt('syntax', 'This does not belong here.', token as Token));
      return { text, ast: result.value, tokens, comments, problems: [...problems, ...refused], mended };
    },
    countTokens: text => lexer.tokenize(text).tokens.length,
  };
}
