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
import { PtreeTokenBuilder } from './lexer/tokens.ts';

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

/** A parser of whole documents. It reads every text and never throws. */
export function createParser(): (text: string) => Parsed {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), ProductTreeGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), ProductTreeGeneratedModule, {
    parser: {
      TokenBuilder: () => new PtreeTokenBuilder(),
      Lexer: (services: LangiumCoreServices) => new PtreeLexer(services),
      ValueConverter: () => new AsWritten(),
    },
  });
  const parser = services.parser.LangiumParser;
  return text => {
    const result: ParseResult<Model> = parser.parse(text);
    const { tokens, comments, problems, mended } = result.lexerReport as Report;
    const [error] = result.parserErrors;
    if (error) throw new Error(`The grammar does not accept this text: ${error.message}`);
    return { text, ast: result.value, tokens, comments, problems, mended };
  };
}
