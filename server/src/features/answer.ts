import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from './feature.ts';

/** A request's handler as the connection takes it. */
type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>;

/**
 * Answers a request from the whole workspace: waits while it loads, settles, then works. A request that is cancelled meanwhile is
 * answered with the error `RequestCancelled`, never with a result that could be taken for one.
 */
export function answer<P, R>({ ready }: Session, work: (params: P) => R | Promise<R>): Handler<P, R> {
  return cancellable(async params => {
    await ready();
    return () => work(params);
  });
}

/**
 * Answers a request from the text of one document and what is known by now: outlines and the like must not wait until a large
 * workspace is loaded.
 */
export function answerAtOnce<P, R>({ settle }: Session, work: (params: P) => R | Promise<R>): Handler<P, R> {
  return cancellable(async params => {
    settle();
    return () => work(params);
  });
}

function cancellable<P, R>(prepare: (params: P) => Promise<() => R | Promise<R>>): Handler<P, R> {
  const cancelled = (): ResponseError<void> =>
    new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    const work = await prepare(params);
    if (token.isCancellationRequested) return cancelled();
    const result = await work();
    return token.isCancellationRequested ? cancelled() : result;
  };
}
