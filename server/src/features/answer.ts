import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Session } from './feature.ts';

/** A request's handler as the connection takes it. */
type Handler<P, R> = (params: P, token: CancellationToken) => Promise<R | ResponseError<void>>;

/**
 * Answers a request from the whole workspace: waits while it loads, settles, then works. A request that is cancelled meanwhile is
 * answered with the error `RequestCancelled`, never with a result that could be taken for one.
 */
export function answer<P, R>({ ready }: Session, work: (params: P) => R | Promise<R>): Handler<P, R> {
  return cancellable(ready, work);
}

/**
 * Answers a request from the text of one document and what is known by now: outlines and the like must not wait until a large
 * workspace is loaded.
 */
export function answerAtOnce<P, R>({ settle }: Session, work: (params: P) => R | Promise<R>): Handler<P, R> {
  return cancellable(async () => settle(), work);
}

/** Lets the connection read what has arrived: a cancellation often follows its request at once. */
const breathe = (): Promise<void> =>
  new Promise(resolve => {
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });

function cancellable<P, R>(prepare: () => Promise<void>, work: (params: P) => R | Promise<R>): Handler<P, R> {
  const cancelled = (): ResponseError<void> =>
    new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
  return async (params, token) => {
    await breathe();
    if (token.isCancellationRequested) return cancelled();
    await prepare();
    if (token.isCancellationRequested) return cancelled();
    const result = await work(params);
    return token.isCancellationRequested ? cancelled() : result;
  };
}
